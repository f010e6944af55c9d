import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import type { CheckContext } from './context.ts';
import { spanOf } from './spans.ts';

/**
 * Reports text that went through a wrong encoding: UTF-8 that was read as CP1252 ('Ã¼' for 'ü'), and U+FFFD, which
 * stands for what could not be read. Each entry once, at the first damaged field.
 */
export function mojibake({ publications }: CheckContext, report: Report): void {
	for (const { entry } of publications) {
		for (const field of entry.fields.values()) {
			if (field.inheritedFrom) continue;
			const found = damage(field);
			if (!found) continue;
			report(diagnostic('text/mojibake', `Damaged text “${found.text}” in ${field.name} of ${entry.key}`, found.place));
			break;
		}
	}
}

/** What CP1252 has in the place of the C1 controls, 0x80 to 0x9f (WHATWG Encoding, 'windows-1252'). */
const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const trail = `[\\u0080-\\u00bf${cp1252}]`;
/** A lead byte of UTF-8 with as many trail bytes as it announces, each read as a character of CP1252. */
const misread = new RegExp(
	`\\ufffd|[\\u00c2-\\u00df]${trail}|[\\u00e1-\\u00ef]${trail}{2}|[\\u00f0-\\u00f4]${trail}{3}`,
	'g',
);
/** Characters that make a sure case: letters of Europe, and the punctuation and signs that word processors put in. */
const likely = /^[\u00a0-\u052f\u1e00-\u2044\u20ac\u2122\u2190-\u22ff\ufb00-\ufb04\u{1f300}-\u{1faff}]$/u;
/** 'Å”' ends a quotation in many a good text, and so do its like. */
const closing = /^[\u00c2-\u00df][\u00bb’”›…–—]$/;

function damage(field: Field) {
	for (const { 0: text, index } of field.value.matchAll(misread)) {
		const right = text === '\ufffd' ? null : decode(text);
		if (text !== '\ufffd' && (right === null || !likely.test(right) || closing.test(text))) continue;
		const hint =
			right === null
				? 'Put the lost character in again; the file may have to be saved as UTF-8 first'
				: `It was “${right}” before a program read UTF-8 as Latin-1: put the letters right, and save as UTF-8`;
		return { text, place: { span: spanOf(field, text, index), hint } };
	}
	return null;
}

function decode(text: string): string | null {
	const bytes = Array.from(text, (character) => {
		const at = cp1252.indexOf(character);
		return at < 0 ? character.charCodeAt(0) : 0x80 + at;
	});
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
	} catch {
		return null;
	}
}
