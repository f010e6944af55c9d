import type { Replacement } from './replacements.ts';

/** A stretch of the text as it was, or what was put in. */
interface Part {
	readonly text: string;
	/** Offset in the text as it was; null for what was put in. */
	readonly start: number | null;
}

/** A text that is changed again and again, and knows what to replace in the text as it was. UTF-16 offsets. */
export class Draft {
	readonly before: string;
	#parts: readonly Part[];

	constructor(text: string) {
		this.before = text;
		this.#parts = [{ text, start: 0 }];
	}

	/** The text as it is now. */
	get text(): string {
		return this.#parts.map(({ text }) => text).join('');
	}

	/** Replaces stretches of the text as it is now; in its order, none inside another. */
	replace(replacements: readonly Replacement[]): void {
		const parts: Part[] = [];
		let at = 0;
		const left = [...this.#parts];
		const take = (until: number, keep: boolean) => {
			while (at < until) {
				const part = left.shift();
				if (!part) return;
				const length = Math.min(part.text.length, until - at);
				if (keep) parts.push({ ...part, text: part.text.slice(0, length) });
				if (length < part.text.length)
					left.unshift({ text: part.text.slice(length), start: part.start === null ? null : part.start + length });
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

	/** What to replace in the text as it was, to have the text as it is now. */
	replacements(): Replacement[] {
		const all: Replacement[] = [];
		let at = 0;
		let added = '';
		for (const { text, start } of [...this.#parts, { text: '', start: this.before.length }]) {
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
