import type { Publication } from '../../publications/publication.ts';
import { View } from '../engine/look-up.ts';

/** What sort of work it is: the questions a template asks to choose between ways of writing an entry. */
export abstract class WorkKind extends View {
	readonly #work: Publication;

	constructor(work: Publication) {
		super();
		this.#work = work;
	}

	/** The CSL type: `article-journal`. */
	get type(): string {
		return this.#work.type;
	}
	/** The BibLaTeX entry type: `article`. */
	get entryType(): string {
		return this.#work.entryType;
	}
	/** The venue kind: `journal`, `conference` … */
	get kind(): string {
		return this.#work.venue.kind;
	}
	/** Given, not published: a talk or lecture. */
	get isTalk(): boolean {
		return this.kind === 'talk' || this.kind === 'lecture';
	}
	get isPatent(): boolean {
		return this.kind === 'patent';
	}
	get isAward(): boolean {
		return this.kind === 'award';
	}
	/** A book or an edited volume. */
	get isBook(): boolean {
		return this.kind === 'book' || this.kind === 'edited-volume';
	}
	/** Dated to the day: talks, posters, patents. Other works are dated by their year. */
	get isDatedByDay(): boolean {
		return this.isTalk || this.isPatent || this.kind === 'poster';
	}
	/** It is part of something that is named: a journal, proceedings, a book, or a series of those. */
	get isContained(): boolean {
		if (this.isTalk || this.isPatent || this.isAward) return false;
		return this.#work.containerTitle !== null || (this.#work.collectionTitle !== null && inSeries.has(this.kind));
	}
	/** The creators are its editors. */
	get isEdited(): boolean {
		const { author, inventor, organizer, editor } = this.#work.contributors;
		return editor !== undefined && !(author ?? inventor ?? organizer);
	}
}

/** Kinds of works that are part of a series' volume when nothing else is named; others are a volume of it. */
const inSeries: ReadonlySet<string> = new Set(['journal', 'conference', 'workshop', 'chapter']);
