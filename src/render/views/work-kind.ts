import type { Publication } from '../../publications/publication.ts';
import { View } from '../engine/look-up.ts';

/** The kind of a work: properties by which templates choose the form of an entry. */
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
	/** A talk or lecture: given, not published. */
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
	/** The form of the term `volume`: some languages have other words for volumes of journals. Null for those of books. */
	get volumeForm(): 'journal' | null {
		return this.kind === 'journal' || this.entryType === 'periodical' ? 'journal' : null;
	}
	/** Dated to the day: talks, posters, patents. Other works are dated by their year. */
	get isDatedByDay(): boolean {
		return this.isTalk || this.isPatent || this.kind === 'poster';
	}
	/** Part of something with a title: a journal, proceedings, a book, or a series of those. */
	get isContained(): boolean {
		if (this.isTalk || this.isPatent || this.isAward) return false;
		return this.#work.containerTitle !== null || (this.#work.collectionTitle !== null && inSeries.has(this.kind));
	}
	/** It has editors and no authors, inventors or organizers. */
	get isEdited(): boolean {
		const { author, inventor, organizer, editor } = this.#work.contributors;
		return editor !== undefined && !(author ?? inventor ?? organizer);
	}
}

/** Kinds of works that are part of a volume of a series when they name no container. Other kinds are volumes themselves. */
const inSeries: ReadonlySet<string> = new Set(['journal', 'conference', 'workshop', 'chapter']);
