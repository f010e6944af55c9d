import { valueIn } from '../../text/value-in.ts';

/** Control characters for the ends of emphasis, with their markup. */
const marks: Readonly<Record<string, { open: boolean; mark: string; tag: string }>> = {
	'\u0091': { open: true, mark: '*', tag: '<em>' },
	'\u0092': { open: false, mark: '*', tag: '</em>' },
	'\u0093': { open: true, mark: '**', tag: '<strong>' },
	'\u0094': { open: false, mark: '**', tag: '</strong>' },
};

/**
 * The markup at the ends of emphasis by offset: asterisks where CommonMark recognizes them (spec 0.31, 'left-flanking'),
 * HTML elsewhere: inside a word beside punctuation, beside whitespace, in other emphasis. Without HTML, such emphasis is
 * dropped. Null if there is no emphasis.
 */
export function emphasisEnds(written: string, html: boolean): ReadonlyMap<number, string> | null {
	if (!/[\u0091-\u0094]/.test(written)) return null;
	const ends = new Map<number, string>();
	const open: { at: number; sound: boolean }[] = [];
	for (const { 0: found, index: at } of written.matchAll(/[\u0091-\u0094]/g)) {
		const end = valueIn(marks, found);
		if (!end) continue;
		const [before, after] = [written[at - 1], written[at + 1]];
		if (end.open) open.push({ at, sound: open.length === 0 && flanks(before, after) });
		else {
			const begun = open.pop() ?? { at, sound: false };
			const tight = begun.sound && flanks(after, before);
			const first = valueIn(marks, written[begun.at] ?? '');
			ends.set(begun.at, endOf(first, tight, html));
			ends.set(at, endOf(end, tight, html));
		}
	}
	return ends;
}

function endOf(end: { mark: string; tag: string } | undefined, tight: boolean, html: boolean): string {
	if (tight) return end?.mark ?? '';
	return html ? (end?.tag ?? '') : '';
}

/** True if asterisks with these neighbours can open or close emphasis. The ends of a text count as whitespace. */
function flanks(outside: string | undefined, inside: string | undefined): boolean {
	if (inside === undefined || /[\s\p{Cc}*_]/u.test(inside)) return false;
	if (outside === undefined || /\s/.test(outside)) return true;
	if (/[\p{Cc}*_]/u.test(outside)) return false;
	return /[\p{P}\p{S}]/u.test(outside) || !/[\p{P}\p{S}]/u.test(inside);
}
