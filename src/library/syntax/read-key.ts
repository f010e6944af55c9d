import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { endOfMatch } from '../../text/match-at.ts';
import { quote } from './tokens.ts';

/** The key of an entry, and the offset of its fields. */
interface KeyReading {
	/** As written, without surrounding whitespace; null if there is none. */
	readonly key: string | null;
	/** The span of the key; empty, after the opening delimiter, if there is none. */
	readonly span: Span;
	/** The offset of the first field. */
	readonly next: number;
	readonly problem: Diagnostic | null;
}

/**
 * Reads the key at `start`, after the opening delimiter. In BibTeX a key extends to a comma or whitespace (0.99d, § 266),
 * so it may contain `=`. Whitespace and commas inside a key are reported and kept.
 */
export function readKey(source: Source, start: number, end: number): KeyReading {
	const text = source.text.length === end ? source.text : source.text.slice(0, end);
	const at = endOf(space, text, start);
	const wordEnd = endOf(keyWord, text, at);
	const word = text.slice(at, wordEnd);
	const next = endOf(space, text, wordEnd);
	const c = text.charAt(next);
	if (word === '' || isField(word, c)) {
		const fields = word === '' && c === ',' ? next + 1 : at;
		return { key: null, span: { source, start, end: start }, next: fields, problem: null };
	}
	const keyReading = (keyEnd: number, from: number, problem: Diagnostic | null): KeyReading => ({
		key: text.slice(at, keyEnd),
		span: { source, start: at, end: keyEnd },
		next: from,
		problem,
	});
	const moreEnd = c === ',' ? next : endOf(/[^,={}"]*/y, text, next);
	if (text.charAt(moreEnd) === ',') {
		const lastComma = endOf(moreKey, text, moreEnd + 1) - 1;
		const keyEnd = wordEnd + text.slice(wordEnd, lastComma).trimEnd().length;
		if (keyEnd === wordEnd) return keyReading(wordEnd, lastComma + 1, null);
		const separator = lastComma > moreEnd ? 'comma' : 'whitespace';
		const key = quote(text.slice(at, keyEnd));
		const span = { source, start: at, end: keyEnd };
		const problem = diagnostic('bib/repaired', `${separator === 'comma' ? 'Comma' : 'Whitespace'} in the key ${key}`, {
			span,
			hint: `Remove the ${separator}`,
		});
		return keyReading(keyEnd, lastComma + 1, problem);
	}
	if (c === '') return keyReading(wordEnd, next, null);
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
/**
 * The rest of a key after a comma, as in `Smith, J. 2019`: on the same line, before a field. A last word of letters only is
 * a field without a value.
 */
const moreKey = /(?:[^,={}"#%\r\n]+,)*(?=[^,]*[^,\sa-zA-Z_-])[^,={}"#%\r\n]+,(?=\s*[a-zA-Z][\w:+-]*\s*=)/y;

/** Whether a field is in the place of the key: `@article{title = {A}, …}`. */
function isField(word: string, next: string): boolean {
	if (next === '=') return true;
	if (word.endsWith('=') && (next === '{' || next === '"')) return true;
	return /^(?:author|title|journal|booktitle|year|month|date|volume|number|pages|publisher)=/i.test(word);
}

/** The end of the match at an offset; the offset itself if there is none. */
function endOf(pattern: RegExp, text: string, offset: number): number {
	return endOfMatch(pattern, text, offset) ?? offset;
}
