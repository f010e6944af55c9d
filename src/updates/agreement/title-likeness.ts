import { fold, lettersOf } from '../../text/fold.ts';

/** The least likeness of two titles of one work; with other names, the same topic may have it by chance. */
export const sameTitle = 0.72;

/** The least likeness of the titles of one work, by how its authors agree. */
export const similarTitle = { all: 0.4, some: 0.5, unknown: 0.6 } as const;

/** Letters; a shorter title may be a part of another one by chance. */
const longEnough = 12;

/** The likeness of two titles, 0 to 1: the same words or letters. One may lack the subtitle, or a beginning such as 'Data from:'. */
export function titleLikeness(one: string, other: string): number {
	const [left, right] = [letters(one), letters(other)];
	if (left === '' || right === '') return 0;
	const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
	if (left === right || (shorter.length >= longEnough && longer.includes(shorter))) return 1;
	// 'ECQ: Explanations …' and 'ECQ'
	const isSameBeginning = letters(one.split(/[:.–—]\s/, 1)[0] ?? '') === letters(other.split(/[:.–—]\s/, 1)[0] ?? '');
	return Math.max(isSameBeginning ? similarTitle.unknown : 0, sharedWords(one, other), sharedPairs(left, right));
}

/** The likeness of a title and a container: a title may contain the name of a journal. */
export function containerLikeness(one: string, other: string): number {
	const [left, right] = [letters(one), letters(other)];
	return left === '' || right === '' ? 0 : Math.max(sharedWords(one, other), sharedPairs(left, right));
}

/** The folded letters and digits of a title, with the names of Greek letters and without tags and commands. */
function letters(title: string): string {
	return lettersOf(plain(title));
}

/** A title without tags of HTML and MathML, also escaped ones, and with the names of Greek letters. */
function plain(title: string): string {
	const untagged = title
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&amp;/gi, '&')
		.replace(/<\/?[a-z][^<>]*>/gi, ' ');
	return fold(untagged.replace(/\p{Script=Greek}/gu, (letter) => greekNames.get(letter.toLowerCase()) ?? letter));
}

const greekNames: ReadonlyMap<string, string> = new Map(
	(
		'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi ' +
		'omega'
	)
		.split(' ')
		.map((name, index) => ['αβγδεζηθικλμνξοπρστυφχψω'.charAt(index), name] as const),
);

/** Words without a meaning of their own, in the languages of most titles. */
const functionWords: ReadonlySet<string> = new Set(
	(
		'a an and as at by for from in into is of on or the to with via using und der die das des den ein eine im in zur zum von für mit et ' +
		'de la le les des du un une en dans pour par sur y el los las del al con para por e il lo gli di da per su o os das dos em'
	).split(' '),
);

/** The share of common words (Dice's coefficient). */
function sharedWords(one: string, other: string): number {
	const [left, right] = [wordsOf(one), wordsOf(other)];
	let shared = 0;
	for (const word of left) if (right.has(word)) shared++;
	return (2 * shared) / Math.max(1, left.size + right.size);
}

function wordsOf(title: string): ReadonlySet<string> {
	return new Set((plain(title).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !functionWords.has(word)));
}

/**
 * The share of common pairs of letters: typos, hyphens, compounds and glued words. Less than most counts for nothing, because
 * any two titles of a language share many pairs.
 */
function sharedPairs(one: string, other: string): number {
	const counts = new Map<string, number>();
	for (const pair of pairsOf(one)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	let shared = 0;
	for (const pair of pairsOf(other)) {
		const left = counts.get(pair) ?? 0;
		if (left === 0) continue;
		shared++;
		counts.set(pair, left - 1);
	}
	const share = (2 * shared) / Math.max(1, one.length + other.length - 2);
	return share < sameTitle ? 0 : share;
}

function pairsOf(text: string): string[] {
	return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
