import { plainText } from '../../latex/plain-text.ts';
import { givenNameFirst } from '../../people/declared-names.ts';
import type { Person } from '../../people/person.ts';
import type { IgnoreReason } from '../../project/ignored-works.ts';
import type { Publication } from '../../publications/publication.ts';
import { profileLabel } from '../../sources/profiles/profile-sources.ts';
import { type FoundWork, isCertain, isProposed } from '../../updates/sync/found-work.ts';
import type { Mark, MarkRow } from '../mark-view.ts';
import { pluralize } from '../pluralize.ts';
import { type Asker, asker, Cancelled } from '../prompts.ts';
import type { Terminal } from '../terminal.ts';
import { workCells } from '../work-cells.ts';
import type { Decision } from './decision.ts';
import { identifiersOf, pairOf, sourceLabels } from './found-work-text.ts';

const take: Mark = { key: 'space', label: 'take', word: null, style: 32 };
const notMine: Mark = { key: 'n', label: 'not mine', word: 'not mine', style: 31 };
const ignore: Mark = { key: 'i', label: 'ignore', word: 'ignored', style: 33 };

const reasons: ReadonlyMap<Mark | null, IgnoreReason> = new Map([
	[notMine, 'not mine'],
	[ignore, 'ignore'],
]);

/** Asks which works to add and which to remember, person by person. Null if the user cancels. */
export async function askedDecision(
	works: readonly FoundWork[],
	{ colour }: Pick<Terminal, 'colour'>,
	prompts: Asker = asker(),
): Promise<Decision | null> {
	const groups = byPerson(works.filter(isProposed));
	const decision: Omit<Decision, 'wasAsked'>[] = [];
	try {
		prompts.begin('bibfolio sync');
		for (const [index, [person, group]] of groups.entries()) {
			const step = groups.length > 1 ? ` (person ${index + 1} of ${groups.length})` : '';
			const chosen = await prompts.mark({
				question: `${givenNameFirst(person.name)}: ${pluralize(group.length, 'work')} not in the library${step}`,
				rows: group.map(rowOf),
				widths: [9, 8, 16],
				marks: [take, notMine, ignore],
				initial: group.map((found) => (isCertain(found) ? take : null)),
				summary,
				colour: colour.out,
			});
			decision.push(decisionOf(group, chosen));
		}
		const all = {
			taken: decision.flatMap(({ taken }) => taken),
			ignored: decision.flatMap(({ ignored }) => ignored),
			wasAsked: true,
		};
		prompts.end(all.taken.length > 0 ? `Adding ${pluralize(all.taken.length, 'work')}` : 'Nothing to add');
		return all;
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		prompts.cancelled('Nothing was written');
		return null;
	}
}

/** Works by the first person in whose profiles they are. */
function byPerson(works: readonly FoundWork[]): [Person, FoundWork[]][] {
	const groups = new Map<Person, FoundWork[]>();
	for (const found of works) {
		const [person] = found.people;
		if (person) groups.set(person, [...(groups.get(person) ?? []), found]);
	}
	return [...groups];
}

function decisionOf(works: readonly FoundWork[], chosen: readonly (Mark | null)[]): Omit<Decision, 'wasAsked'> {
	return {
		taken: works.filter((_, index) => chosen[index] === take),
		ignored: works.flatMap((found, index) => {
			const why = reasons.get(chosen[index] ?? null);
			return why ? [{ found, why }] : [];
		}),
	};
}

function summary(chosen: readonly (Mark | null)[]): string {
	const counts = [
		['taken', take],
		['not mine', notMine],
		['ignored', ignore],
		['left for the next time', null],
	] as const;
	return counts
		.map(([words, mark]) => [chosen.filter((each) => each === mark).length, words] as const)
		.filter(([count]) => count > 0)
		.map(([count, words]) => `${count} ${words}`)
		.join(', ');
}

function rowOf(found: FoundWork): MarkRow {
	const { work, records } = found;
	const [year, authors, title] = workCells(work);
	const [first = '', ...others] = [...new Set(records.map(profileLabel))];
	const sources = others.length > 0 ? `${first} +${others.length}` : first;
	return {
		word: isCertain(found) ? 'certain' : 'unsure',
		cells: [sources, year, authors, title],
		details: [
			{ text: plainText(work.title), lines: 2 },
			{ text: [authorNames(work), placeOf(work)].filter(Boolean).join('. '), lines: 2 },
			{ text: [`${sourceLabels(found)}: ${found.verdict.why}`, pairOf(found)].filter(Boolean).join('; '), lines: 2 },
			{ text: addressOf(found), lines: 1 },
		],
	};
}

function authorNames({ contributors }: Publication): string {
	const { names = [], etAl = false } = contributors.author ?? contributors.editor ?? {};
	const written = names.map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '));
	return [...written, ...(etAl ? ['et al.'] : [])].join(', ');
}

function placeOf({ venue, issued }: Publication): string {
	return [venue.name ? plainText(venue.name) : venue.kind, issued?.start?.year].filter(Boolean).join(', ');
}

/** Where a person can look at the work. */
function addressOf({ identity, records }: FoundWork): string {
	const [doi] = identity.doi;
	const [arxiv] = identity.arxiv;
	if (doi) return `https://doi.org/${doi}`;
	if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
	return records.find(({ url }) => url !== null)?.url ?? identifiersOf(identity)[0] ?? '';
}
