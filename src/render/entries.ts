import { Markup } from '../formats/format.ts';
import type { Item } from '../lists/list.ts';
import type { Mark } from '../people/people.ts';
import type { Name } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { Environment } from './environment.ts';
import type { Locale } from './locale.ts';
import type { ViewContext } from './work-parts.ts';
import { WorkView } from './work-view.ts';

type Marks = ReadonlyMap<Name, readonly Mark[]>;

/** What was made of a publication, as long as its marks are the same. */
interface Made<T> {
	readonly marks: Marks;
	readonly value: T;
}

/** Views of works, and their written entries by environment, under one context. */
interface Kept {
	readonly context: ViewContext;
	readonly works: WeakMap<Publication, Made<WorkView>>;
	readonly entries: WeakMap<Environment, WeakMap<Publication, Made<Markup>>>;
}

const kept = new WeakMap<Locale, Map<string, Kept>>();

/**
 * Writes entries, each once: the same publication with the same marks under an equal context gives the view and the
 * text it gave before, in the next output, list or build.
 *
 * @param keeps false where nobody will ask for the texts again: together they are as long as the output
 */
export function writeEntries(
	environment: Environment,
	given: ViewContext,
	keeps = true,
): { write(item: Item): Markup; work(item: Item): WorkView } {
	const { context, works, entries } = keptFor(given);
	const texts = entries.get(environment) ?? new WeakMap<Publication, Made<Markup>>();
	entries.set(environment, texts);
	const work = ({ publication, marks }: Item) =>
		once(works, publication, marks, () => new WorkView(publication, marks, context));
	const writeAnew = (item: Item) => new Markup(environment.render('entry', work(item)).trim());
	return {
		work,
		write: keeps ? (item) => once(texts, item.publication, item.marks, () => writeAnew(item)) : writeAnew,
	};
}

function once<T>(made: WeakMap<Publication, Made<T>>, publication: Publication, marks: Marks, make: () => T): T {
	const before = made.get(publication);
	if (before && sameMarks(before.marks, marks)) return before.value;
	const value = make();
	made.set(publication, { marks, value });
	return value;
}

function sameMarks(a: Marks, b: Marks): boolean {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const [name, marks] of a) {
		const others = b.get(name);
		if (others?.length !== marks.length) return false;
		if (!marks.every(({ kind, person }, index) => others[index]?.kind === kind && others[index]?.person === person))
			return false;
	}
	return true;
}

/** What a list's entries depend on, besides their works; equal ones share what was made. */
function keptFor(context: ViewContext): Kept {
	const contexts = kept.get(context.locale) ?? new Map<string, Kept>();
	kept.set(context.locale, contexts);
	const { names, options, linkLabels, privateFields, style } = context;
	const content = JSON.stringify([names, options, [...linkLabels], privateFields, style?.id]);
	const known = contexts.get(content);
	if (known) return known;
	const made: Kept = { context, works: new WeakMap(), entries: new WeakMap() };
	contexts.set(content, made);
	return made;
}
