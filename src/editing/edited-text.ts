import type { Replacement } from './replacements.ts';

/** A part of the original text, or an insertion. */
interface Part {
	readonly text: string;
	/** Offset in the original text; null for an insertion. */
	readonly start: number | null;
}

/** A text that is edited several times and gives all edits as replacements in the original text. UTF-16 offsets. */
export class EditedText {
	readonly original: string;
	#parts: readonly Part[];

	constructor(text: string) {
		this.original = text;
		this.#parts = [{ text, start: 0 }];
	}

	/** The current text. */
	get text(): string {
		return this.#parts.map(({ text }) => text).join('');
	}

	/** Replaces parts of the current text; replacements are in text order and do not overlap. */
	replace(replacements: readonly Replacement[]): void {
		const parts: Part[] = [];
		let at = 0;
		let next = 0;
		let rest: Part | null = null;
		const take = (until: number, keep: boolean) => {
			while (at < until) {
				const part: Part | undefined = rest ?? this.#parts[next++];
				if (!part) return;
				const length = Math.min(part.text.length, until - at);
				if (keep) parts.push({ ...part, text: part.text.slice(0, length) });
				rest =
					length < part.text.length
						? { text: part.text.slice(length), start: part.start === null ? null : part.start + length }
						: null;
				at += length;
			}
		};
		for (const { start, end, text } of replacements) {
			take(start, true);
			take(end, false);
			if (text) parts.push({ text, start: null });
		}
		take(Number.POSITIVE_INFINITY, true);
		this.#parts = parts;
	}

	/** The replacements that turn the original text into the current one. */
	replacements(): Replacement[] {
		const all: Replacement[] = [];
		let at = 0;
		let added = '';
		for (const { text, start } of [...this.#parts, { text: '', start: this.original.length }]) {
			if (start === null) {
				added += text;
				continue;
			}
			if (start > at || added) all.push({ start: at, end: start, text: added });
			added = '';
			at = start + text.length;
		}
		return all;
	}
}
