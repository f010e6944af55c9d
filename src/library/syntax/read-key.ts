import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { endOfMatch } from '../../text/match-at.ts';
import { quote } from './tokens.ts';

/** The key of an entry, and the offset of its fields. */
interface KeyReading {
	/** As written, without surrounding whitespace; null if there is none. */
	readonly key: string | null;
	readonly span: Span;
	/** The offset of the first field. */
	readonly next: number;
	readonly problem: Diagnostic | null;
}

/**
 * Reads the key at `start`, after the opening delimiter. In BibTeX a key extends to a comma or whitespace (0.99d, § 266),
 * so it may contain `=`. Whitespace inside a key is reported and kept.
 */
export function readKey(source: Source, start: number, end: number): KeyReading {
	const text = source.text.length === end ? source.text : source.text.slice(0, end);
	const at = endOf(space, text, start);
	const wordEnd = endOf(keyWord, text, at);
	const word = text.slice(at, wordEnd);
	const next = endOf(space, text, wordEnd);
	const c = text.charAt(next);
	if (word === '' || isField(word, c)) return missingKey(source, at, Math.max(wordEnd, at + 1), end);
	const keyReading = (keyEnd: number, from: number, problem: Diagnostic | null): KeyReading => ({
		key: text.slice(at, keyEnd),
		span: { source, start: at, end: keyEnd },
		next: from,
		problem,
	});
	if (c === ',' || c === '') return keyReading(wordEnd, c === ',' ? next + 1 : next, null);
	const moreEnd = endOf(/[^,={}"]*/y, text, next);
	if (text.charAt(moreEnd) === ',') {
		const keyEnd = moreEnd - (/\s*$/.exec(text.slice(wordEnd, moreEnd))?.[0].length ?? 0);
		const key = quote(text.slice(at, keyEnd));
		const span = { source, start: at, end: keyEnd };
		const hint = 'Remove the whitespace';
		const problem = diagnostic('bib/repaired', `Whitespace in the key ${key}`, { span, hint });
		return keyReading(keyEnd, moreEnd + 1, problem);
	}
	const span = { source, start: wordEnd - 1, end: wordEnd };
	const nextToken = quote(text.slice(next, Math.max(endOf(/[^\s,={}"]*/y, text, next), next + 1)));
	const hint = 'Add a comma after the key';
	return keyReading(
		wordEnd,
		next,
		diagnostic('bib/missing-comma', `Missing comma before ${nextToken}`, {
			span,
			hint,
			remedy: [{ span: { source, start: wordEnd, end: wordEnd }, text: ',' }],
		}),
	);
}

const space = /\s*/y;
const keyWord = /[^\s,{}"]*/y;

/** Whether a field is in the place of the key: `@article{title = {A}, …}`. */
function isField(word: string, next: string): boolean {
	if (next === '=') return true;
	if (word.endsWith('=') && (next === '{' || next === '"')) return true;
	return /^(?:author|title|journal|booktitle|year|month|date|volume|number|pages|publisher)=/i.test(word);
}

function missingKey(source: Source, start: number, tokenEnd: number, end: number): KeyReading {
	const found = start >= end ? 'the end of the entry' : quote(source.text.slice(start, tokenEnd));
	const span = { source, start: Math.min(start, end), end: Math.min(tokenEnd, source.text.length) };
	const hint = 'Add a key and a comma after the opening delimiter: @article{smith2020, …';
	const problem = diagnostic('bib/missing-key', `Expected an entry key, found ${found}`, { span, hint });
	return { key: null, span, next: start, problem };
}

/** The end of the match at an offset; the offset itself if there is none. */
function endOf(pattern: RegExp, text: string, offset: number): number {
	return endOfMatch(pattern, text, offset) ?? offset;
}
