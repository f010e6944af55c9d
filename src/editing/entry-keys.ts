import { plainText } from '../latex/plain-text.ts';
import type { Publication } from '../publications/publication.ts';
import { type KeyMatter, type KeyPattern, readKeyPattern, usualPattern } from './key-pattern.ts';

/** Patterns that people's keys follow, looked for in a library; the first that most keys have is kept. */
const habits = [
	usualPattern,
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

/** So many of a library's keys must follow a pattern for it to be the library's habit. */
const share = 0.6;
const fewestKeys = 3;

/** The pattern that most keys of a library follow, a letter behind not counted; null when they follow none. */
export function keyHabit(publications: readonly Publication[]): string | null {
	const works = publications.slice(-200).map((work) => ({ key: work.key, matter: keyMatter(work) }));
	if (works.length < fewestKeys) return null;
	let best: string | null = null;
	let most = works.length * share;
	for (const pattern of habits) {
		const make = readKeyPattern(pattern) as KeyPattern;
		const fitting = works.filter(({ key, matter }) => {
			const made = make(matter);
			return made !== '' && key.startsWith(made) && /^[a-z]?$/.test(key.slice(made.length));
		}).length;
		if (fitting < most || (best !== null && fitting === most)) continue;
		best = pattern;
		most = fitting;
	}
	return best;
}

/** What a key of a work is made of. */
export function keyMatter(work: Publication): KeyMatter {
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

/** The key that a pattern makes, with a letter behind if somebody has it: a, b … z, aa; compared without case. */
export function freeKey(made: string, taken: { has(key: string): boolean }): string {
	const stem = made || 'unnamed';
	for (let count = 0; ; count++) {
		const key = stem + letters(count);
		if (!taken.has(key.toLowerCase())) return key;
	}
}

function letters(count: number): string {
	if (count === 0) return '';
	const last = String.fromCharCode(97 + ((count - 1) % 26));
	return letters(Math.floor((count - 1) / 26)) + last;
}

/** A key that programs made of something else, or that not every processor takes. */
export function isMachineKey(key: string): boolean {
	return /^(?:DBLP:|WOS:|ISI:|10\.\d{4}|\d+$|https?:|pmid|doi:|item-?\d+$)|[^A-Za-z0-9_:.+-]/i.test(key) || key === '';
}
