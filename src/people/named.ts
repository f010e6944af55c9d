import type { Publication } from '../publications/publication.ts';
import { agreement } from './agree.ts';
import { formsOf } from './declared.ts';
import { type NameForm, nameForm } from './name-form.ts';

/** Whether a contributor of a work answers to a name, declared or not: 'Family, Given' or 'Given Family'. */
export function hasName(publication: Publication, name: string): boolean {
	const wanted = knownForms(name);
	return Object.values(publication.contributors).some((list) =>
		list.names.some((each) => {
			const written = nameForm(each);
			return wanted.some((form) => agreement(written, form) !== null);
		}),
	);
}

const known = new Map<string, readonly NameForm[]>();

function knownForms(name: string): readonly NameForm[] {
	let forms = known.get(name);
	if (!forms) {
		forms = formsOf(name);
		known.set(name, forms);
	}
	return forms;
}
