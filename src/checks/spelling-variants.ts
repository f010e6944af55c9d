import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { fold } from '../text/fold.ts';
import type { CheckContext } from './check-context.ts';

/** The spellings of one folded text, each with its count and its first place. */
type Spellings = Map<string, { count: number; readonly span: Span }>;

/** Code and message of a rule. */
interface Wording {
	readonly code: 'library/name-variant' | 'library/venue-variant';
	readonly noun: string;
}

const nameWording: Wording = { code: 'library/name-variant', noun: 'Name' };
const venueWording: Wording = { code: 'library/venue-variant', noun: 'Venue' };

/** Reports full names that occur with and without accents. Names with initials are skipped, because they are ambiguous. */
export function nameVariants({ publications }: CheckContext, report: Report): void {
	const groups = new Map<string, Spellings>();
	const folded = new Map<string, string>();
	for (const publication of publications) {
		for (const [role, list] of Object.entries(publication.contributors)) {
			const field = publication.entry.fields.get(role);
			if (!field || field.inheritedFrom) continue;
			for (const name of list.names) {
				const words = fullName(name);
				if (words === null) continue;
				let key = folded.get(words);
				if (key === undefined) {
					key = fold(words);
					folded.set(words, key);
				}
				add(groups, key, words, field.span);
			}
		}
	}
	reportGroups(groups, nameWording, (one, other) => letters(one) !== letters(other), report);
}

/** Reports journal and proceedings titles in spellings that differ in case, accents or spaces. */
export function venueVariants({ publications }: CheckContext, report: Report): void {
	const groups = new Map<string, Spellings>();
	for (const publication of publications) {
		const field = containerField(publication);
		if (!field || !publication.containerTitle) continue;
		const words = plainText(publication.containerTitle);
		add(groups, fold(words), words, field.span);
	}
	reportGroups(groups, venueWording, () => true, report);
}

function add(groups: Map<string, Spellings>, key: string, words: string, span: Span): void {
	const spellings = groups.get(key);
	const spelling = spellings?.get(words);
	if (spelling) spelling.count++;
	else if (spellings) spellings.set(words, { count: 1, span });
	else groups.set(key, new Map([[words, { count: 1, span }]]));
}

function reportGroups(
	groups: ReadonlyMap<string, Spellings>,
	{ code, noun }: Wording,
	isVariant: (one: string, other: string) => boolean,
	report: Report,
): void {
	for (const spellings of groups.values()) {
		if (spellings.size < 2) continue;
		const [usual, ...others] = [...spellings].sort(([, one], [, other]) => other.count - one.count);
		if (!usual) continue;
		const [right, { count, span }] = usual;
		for (const [words, variant] of others) {
			if (!isVariant(words, right)) continue;
			report(
				diagnostic(code, `${noun} "${words}" is spelt "${right}" elsewhere`, {
					span: variant.span,
					hint: `Use one spelling: "${right}" occurs ${times(count)}, this one ${times(variant.count)}`,
					related: [{ message: `"${right}" is here`, span }],
				}),
			);
		}
	}
}

function fullName({ family, given, literal, nonDroppingParticle, droppingParticle }: Name): string | null {
	if (literal !== null || !/\p{L}{2}/u.test(given)) return null;
	return [given, droppingParticle, nonDroppingParticle, family].filter((part) => part !== '').join(' ');
}

/** Text without case, hyphens and spaces. */
function letters(words: string): string {
	return words.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
}

/** The field with the container title, unless it is inherited. */
function containerField({ entry }: Publication) {
	for (const name of ['journaltitle', 'journal', 'booktitle']) {
		const field = entry.fields.get(name);
		if (field) return field.inheritedFrom ? null : field;
	}
	return null;
}

function times(count: number): string {
	return count === 1 ? 'once' : `${count} times`;
}
