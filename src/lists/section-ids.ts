import { fold } from '../text/fold.ts';
import { freeNames } from '../text/free-names.ts';
import type { LocalText } from './list.ts';

interface Heading {
	readonly id: string | null;
	readonly title: LocalText | null;
	readonly term: string | null;
}

/**
 * Returns a function that creates unique ids for the sections of a list: the configured id, else the heading in [a-z0-9-]
 * after the id of the parent, with a number if it is taken. A title in several languages yields the id of its English text,
 * so that links are the same in all languages.
 */
export function sectionIds(listId: string): (heading: Heading, parent: string | null) => string {
	const taken = new Set<string>();
	const freeId = freeNames((id) => taken.has(id));
	return ({ id, title, term }, parent) => {
		const { en, ...others } = typeof title === 'string' ? { en: title } : (title ?? {});
		const words = en ?? Object.values(others)[0];
		const name = clean(id ?? '') || clean(words ?? term ?? '') || (words || term || parent ? 'section' : clean(listId));
		const base = id || parent === null ? name || 'list' : `${parent}-${name}`;
		const unique = freeId(base);
		taken.add(unique);
		return unique;
	};
}

function clean(words: string): string {
	return fold(words)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
