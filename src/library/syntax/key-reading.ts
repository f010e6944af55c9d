import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { quote } from './tokens.ts';

/** The key of an entry, and where its fields begin. */
export interface KeyReading {
	/** As written, without surrounding whitespace; null when there is none. */
	readonly key: string | null;
	readonly span: Span;
	/** Where the fields begin. */
	readonly next: number;
	readonly problem: Diagnostic | null;
}

/**
 * Reads the key at `start`, after the opening delimiter. In BibTeX a key extends to a comma or whitespace (0.99d, § 266),
 * so it may contain `=`. Whitespace inside a key is reported and kept.
 */
export function readKey(source: Source, start: number, end: number): KeyReading {
	const text = source.text.length === end ? source.text : source.text.slice(0, end);
	const at = behind(space, text, start);
	const wordEnd = behind(keyWord, text, at);
	const word = text.slice(at, wordEnd);
	const next = behind(space, text, wordEnd);
	const c = text.charAt(next);
	if (word === '' || isField(word, c)) return missing(source, at, Math.max(wordEnd, at + 1), end);
	const found = (keyEnd: number, from: number, problem: Diagnostic | null): KeyReading => ({
		key: text.slice(at, keyEnd),
		span: { source, start: at, end: keyEnd },
		next: from,
		problem,
	});
	if (c === ',' || c === '') return found(wordEnd, c === ',' ? next + 1 : next, null);
	const moreEnd = behind(/[^,={}"]*/y, text, next);
	if (text.charAt(moreEnd) === ',') {
		const keyEnd = moreEnd - (/\s*$/.exec(text.slice(wordEnd, moreEnd))?.[0].length ?? 0);
		const key = quote(text.slice(at, keyEnd));
		const span = { source, start: at, end: keyEnd };
		const hint = 'Take the white space out of the key';
		const problem = diagnostic('bib/repaired', `Unexpected white space in the key ${key}, expected a comma`, {
			span,
			hint,
		});
		return found(keyEnd, moreEnd + 1, problem);
	}
	const span = { source, start: wordEnd - 1, end: wordEnd };
	const other = quote(text.slice(next, Math.max(behind(/[^\s,={}"]*/y, text, next), next + 1)));
	const hint = 'Put a comma behind the key';
	return found(
		wordEnd,
		next,
		diagnostic('bib/missing-comma', `Unexpected ${other}, expected a comma before it`, {
			span,
			hint,
			remedy: [{ span: { source, start: wordEnd, end: wordEnd }, text: ',' }],
		}),
	);
}

const space = /\s*/y;
const keyWord = /[^\s,{}"]*/y;

/** Whether a field takes the place of the key: `@article{title = {A}, …}`. */
function isField(word: string, next: string): boolean {
	if (next === '=') return true;
	if (word.endsWith('=') && (next === '{' || next === '"')) return true;
	return /^(?:author|title|journal|booktitle|year|month|date|volume|number|pages|publisher)=/i.test(word);
}

function missing(source: Source, start: number, tokenEnd: number, end: number): KeyReading {
	const found = start >= end ? 'end of the entry' : quote(source.text.slice(start, tokenEnd));
	const span = { source, start: Math.min(start, end), end: Math.min(tokenEnd, source.text.length) };
	const hint = 'Write a key and a comma behind the opening delimiter: @article{smith2020, …';
	const problem = diagnostic('bib/missing-key', `Unexpected ${found}, expected the entry's key`, { span, hint });
	return { key: null, span, next: start, problem };
}

function behind(pattern: RegExp, text: string, offset: number): number {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : offset;
}
