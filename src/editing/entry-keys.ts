import { plainText } from '../latex/plain-text.ts';
import type { Publication } from '../publications/publication.ts';
import { freeNames } from '../text/free-names.ts';
import { defaultKeyPattern, type KeyData, type KeyPattern, readKeyPattern } from './key-pattern.ts';

/** Common key patterns, in order of preference. */
const commonPatterns = [
	defaultKeyPattern,
	'auth.lower + year',
	'auth + year',
	'auth.lower + year + veryshorttitle.lower',
	'auth + year + veryshorttitle(1,1)',
	'auth.lower + shortyear',
	'auth + shortyear',
	'auth.lower + ":" + year',
	'auth + ":" + year',
	'auth.lower + "_" + year',
	'auth + "_" + year',
	'auth.lower + "-" + year',
	'auth + "-" + year',
	'auth.lower + "_" + veryshorttitle.lower + "_" + year',
	'auth.lower + shorttitle(1,1) + year',
	'auth.lower + year + shorttitle(1,1)',
	'authini.upper + shortyear',
	'alpha + shortyear',
];

/** Share of a library's keys that must follow a pattern. */
const minShare = 0.6;
const minKeys = 3;

/** The pattern that most keys of a library follow, ignoring a letter at the end; null if they follow none. */
export function detectKeyPattern(publications: readonly Publication[]): string | null {
	const works = publications.slice(-200).map((work) => ({ key: work.key, data: keyData(work) }));
	if (works.length < minKeys) return null;
	let best: string | null = null;
	let most = works.length * minShare;
	for (const pattern of commonPatterns) {
		const keyFor = readKeyPattern(pattern) as KeyPattern;
		const matches = works.filter(({ key, data }) => {
			const stem = keyFor(data);
			return stem !== '' && key.startsWith(stem) && /^[a-z]?$/.test(key.slice(stem.length));
		}).length;
		if (matches < most || (best !== null && matches === most)) continue;
		best = pattern;
		most = matches;
	}
	return best;
}

/** The data of a publication that key patterns use. */
export function keyData(work: Publication): KeyData {
	const { contributors, issued, eventDate, containerTitle, volume, pages } = work;
	const list = contributors.author ?? contributors.inventor ?? contributors.editor;
	const date = issued?.start ?? eventDate?.start ?? null;
	return {
		names: (list?.names ?? []).map(
			({ family, literal, nonDroppingParticle, droppingParticle }) =>
				literal ?? [droppingParticle, nonDroppingParticle, family].filter((part) => part !== '').join(''),
		),
		title: plainText(work.title),
		year: date ? String(date.year) : '',
		month: date?.month ? String(date.month).padStart(2, '0') : '',
		type: work.entryType,
		container: containerTitle ? plainText(containerTitle) : '',
		volume: volume ? plainText(volume) : '',
		firstPage: /^\d+/.exec(pages ?? '')?.[0] ?? '',
	};
}

/** Returns a function that adds a letter (a, b … z, aa) to a key that is taken; ignores case. */
export function freeKeys(taken: { has(key: string): boolean }): (key: string) => string {
	const freeKey = freeNames((key) => taken.has(key.toLowerCase()), letters);
	return (key) => freeKey(key || 'unnamed');
}

function letters(count: number): string {
	if (count === 0) return '';
	const last = String.fromCharCode(97 + ((count - 1) % 26));
	return letters(Math.floor((count - 1) / 26)) + last;
}

/** True for a key that a program generated from other data, or that not every processor accepts. */
export function isMachineKey(key: string): boolean {
	return /^(?:DBLP:|WOS:|ISI:|10\.\d{4}|\d+$|https?:|pmid|doi:|item-?\d+$)|[^A-Za-z0-9_:.+-]/i.test(key) || key === '';
}
