import { type Format, Markup } from '../../formats/format.ts';
import type { Item } from '../../lists/list.ts';
import type { Marks } from '../../people/people.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Environment } from '../engine/environment.ts';
import type { Locale } from '../locale.ts';
import { type EntryWriter, ItemViews } from './item-view.ts';
import { sameMarks } from './marks.ts';
import type { ViewContext } from './work-parts.ts';
import { WorkView } from './work-view.ts';

/** What was made of a publication, as long as its marks are the same. */
interface Made<T> {
	readonly marks: Marks;
	readonly value: T;
}

type MadeOf<T> = WeakMap<Publication, Made<T>>;

/** Views of works under one context, and by environment what writes their entries. */
interface Kept {
	readonly context: ViewContext;
	readonly works: MadeOf<WorkView>;
	readonly entries: WeakMap<Environment, Entries>;
}

const kept = new WeakMap<Locale, Map<string, Kept>>();

/** The entries of works under one context in one environment. */
export class Entries implements EntryWriter {
	readonly views = new ItemViews(this);
	readonly #environment: Environment;
	readonly #kept: Kept;
	readonly #texts: MadeOf<Markup> | null;
	readonly #unsupported: Format['unsupported'];
	readonly #lacking: MadeOf<readonly string[]> = new WeakMap();

	constructor(environment: Environment, kept: Kept, keeps: boolean, unsupported: Format['unsupported']) {
		this.#environment = environment;
		this.#kept = kept;
		this.#texts = keeps ? new WeakMap() : null;
		this.#unsupported = unsupported;
	}

	/** Everything known of a work, the same object as long as its marks are the same. */
	work({ publication, marks }: Item): WorkView {
		return once(this.#kept.works, publication, marks, () => new WorkView(publication, marks, this.#kept.context));
	}

	write(item: Item): Markup {
		const { publication, marks } = item;
		return this.#texts ? once(this.#texts, publication, marks, () => this.#writeAnew(item)) : this.#writeAnew(item);
	}

	/** The characters of an entry that was written, in this build or one before, that its readers may have no glyph for. */
	lacking({ publication, marks }: Item): readonly string[] {
		const found = this.#lacking.get(publication);
		return found && sameMarks(found.marks, marks) ? found.value : none;
	}

	#writeAnew(item: Item): Markup {
		const { publication, marks } = item;
		const markup = new Markup(this.#environment.render('entry', this.work(item)).trim());
		const characters = this.#unsupported?.(markup.value) ?? none;
		if (characters.length > 0) this.#lacking.set(publication, { marks, value: characters });
		return markup;
	}
}

const none: readonly string[] = [];

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
	unsupported?: Format['unsupported'],
): Entries {
	const kept = keptFor(given);
	const known = kept.entries.get(environment);
	if (keeps && known) return known;
	const made = new Entries(environment, kept, keeps, unsupported);
	if (keeps) kept.entries.set(environment, made);
	return made;
}

function once<T>(made: MadeOf<T>, publication: Publication, marks: Marks, make: () => T): T {
	const before = made.get(publication);
	if (before && sameMarks(before.marks, marks)) return before.value;
	const value = make();
	made.set(publication, { marks, value });
	return value;
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
