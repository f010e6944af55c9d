import { visible, visiblePath, withoutCommand } from '../../diagnostics/visible.ts';
import { givenNameFirst } from '../../people/declared-names.ts';
import type { Person } from '../../people/person.ts';
import { widthOf } from '../../text/terminal-width.ts';
import { proposalLines } from '../../updates/proposals.ts';
import type { SyncResult } from '../../updates/sync/find-works.ts';
import { type FoundWork, isProposed, type Verdict } from '../../updates/sync/found-work.ts';
import type { ReadProfile } from '../../updates/sync/read-profiles.ts';
import { pluralize } from '../pluralize.ts';
import { type Column, tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { workCells } from '../work-cells.ts';
import { wrapped } from '../wrapped.ts';
import type { Addition } from '../write-drafts.ts';
import { addCommandOf, identifiersOf, pairOf, quoted, sourceLabels } from './found-work-text.ts';
import type { SyncOutcome } from './sync-outcome.ts';
import type { EntryUpdates, UpdatedFile } from './update-entries.ts';

/** SGR parameters (ECMA-48 §8.3.117). */
const styles = { bold: 1, dim: 2, yellow: 33, green: 32, cyan: 36 } as const;

/** How a text is printed: for a terminal, lines are cut or wrapped at its width. */
export interface Page {
	readonly width: number | null;
	readonly colour: boolean;
}

/** The page of the standard output, or of the standard error, of a terminal. */
export function pageOf({ width, colour }: Terminal, stream: 'out' | 'err'): Page {
	return { width, colour: colour[stream] };
}

/** What is counted for each person, in this order. */
const counted: readonly (readonly [Verdict['kind'], string])[] = [
	['present', 'in the library'],
	['new', 'new'],
	['unsure', 'unsure'],
	['other-doi', 'under another DOI'],
	['notice', 'corrections'],
	['outside', 'before or after the membership'],
	['ignored', 'ignored'],
];

/** For each person, the profiles that were read and what they contain. */
export function profilesText({ profiles, works }: SyncResult, page: Page): string {
	const people = [...new Set(profiles.map(({ person }) => person))];
	return people.map((person) => personText(person, profiles, works, page)).join('');
}

function personText(person: Person, profiles: readonly ReadProfile[], works: readonly FoundWork[], page: Page): string {
	const own = works.filter(({ people }) => people.includes(person));
	const sources = profiles.filter((profile) => profile.person === person).map(profileText);
	const counts = counted.flatMap(([kind, words]) => {
		const count = own.filter(({ verdict }) => verdict.kind === kind).length;
		return count > 0 ? [`${count} ${words}`] : [];
	});
	const isNothingNew = !own.some(isProposed);
	const wasRead = profiles.some((profile) => profile.person === person && profile.count !== null);
	const summary = [...counts, ...(isNothingNew && wasRead ? ['nothing new'] : [])].join(', ');
	return [
		...wrapped(`${styled(givenNameFirst(person.name), 'bold', page)}: ${sources.join(', ')}`, '  ', page.width),
		...(summary === '' ? [] : wrapped(`  ${summary}`, '  ', page.width)),
	]
		.map(line)
		.join('');
}

function profileText({ source, count }: ReadProfile): string {
	return count === null ? `${source.label} not read` : `${source.label} ${pluralize(count, 'work')}`;
}

/** The works that were added, those that were not, and what was remembered. */
export function outcomeText(outcome: SyncOutcome, ignoredFile: string, page: Page): string {
	const { additions, works, decision, remembered, writes, updates, updatedFiles } = outcome;
	const isIgnored = new Set(decision.ignored.map(({ found }) => found));
	const isLeft = (found: FoundWork) => !decision.taken.includes(found) && !isIgnored.has(found);
	const left = (kind: Verdict['kind']) => works.filter((found) => found.verdict.kind === kind && isLeft(found));
	// The user has just seen the works that were not taken.
	const proposed = decision.wasAsked ? [] : [...left('new'), ...left('unsure')];
	const sections = [
		...updatedFiles.map((file) => updatedText(file, writes, page)),
		byHandText(updates, page),
		...additions.map((addition) => addedText(addition, outcome, page)),
		worksText('Not added', proposed, (found) => [`${sourceLabels(found)} · ${addCommandOf(found)}`], page) +
			hintFor(decision.wasAsked ? [] : left('unsure'), page),
		worksText('In the library under another DOI', left('other-doi'), otherDoi, page, (why) => `recognized by ${why}`),
		worksText('Corrections, not added', left('notice'), (found) => [sourceLabels(found)], page),
		rememberedText(remembered.length, ignoredFile, writes, page),
	];
	return sections
		.filter((text) => text !== '')
		.map((text) => `\n${text}`)
		.join('');
}

function addedText({ file, added }: Addition, { foundByKey, addedWorks, writes }: SyncOutcome, page: Page): string {
	const heading = `${writes ? 'Added' : 'Would add'} ${pluralize(added.length, 'work')} to ${visiblePath(file.path)}`;
	const rows = added.map(({ key, draft }): Row => {
		const found = foundByKey.get(key);
		const shown = addedWorks.find((work) => work.key === key);
		const place = shown ? `, line ${shown.line} · ${shown.sections?.join(' › ') ?? 'not in any list'}` : '';
		return {
			cells: found ? workCells(found.work) : [],
			reason: found?.verdict.why ?? '',
			details: [
				`${key}${place}${found ? ` · ${sourceLabels(found)}` : ''}`,
				...(found && pairOf(found) ? [pairOf(found)] : []),
				...draft.notes.map((note) => `Changed: ${note}`),
				...(shown?.diagnostics ?? [])
					.filter(({ severity }) => severity !== 'info')
					.map(({ message }) => `Check: ${message}`),
			],
		};
	});
	return section({ heading, style: 'green', rows }, page);
}

/** One line for each changed field of existing entries. */
function updatedText({ file, planned }: UpdatedFile, writes: boolean, page: Page): string {
	const count = pluralize(planned.length, 'entry', 'entries');
	const heading = `${writes ? 'Changed' : 'Would change'} ${count} in ${visiblePath(file.path)}`;
	const lines = planned.flatMap((each) => [
		...wrapped(visible(`  ${each.proposal.key}: ${capitalized(each.proposal.why)}`), '    ', page.width).map((part) =>
			styled(part, 'dim', page),
		),
		...proposalLines(each).map((text) => `    ${visible(text)}`),
	]);
	return [styled(heading, 'green', page), ...lines].map(line).join('');
}

function byHandText({ byHand }: EntryUpdates, page: Page): string {
	if (byHand.length === 0) return '';
	const heading = `To change by hand: ${pluralize(byHand.length, 'entry', 'entries')}`;
	const lines = byHand.flatMap(({ key, why }) => wrapped(visible(`  ${key}: ${why}`), '    ', page.width));
	return [styled(heading, 'yellow', page), ...lines].map(line).join('');
}

/** A section of works that are not added. */
function worksText(
	title: string,
	works: readonly FoundWork[],
	detailsOf: (found: FoundWork) => readonly string[],
	page: Page,
	reasonOf: (why: string) => string = (why) => why,
): string {
	const rows = works.map(
		(found): Row => ({
			cells: workCells(found.work),
			reason: reasonOf(found.verdict.why),
			details: [...detailsOf(found), ...(pairOf(found) ? [pairOf(found)] : [])],
		}),
	);
	return section({ heading: `${title}: ${pluralize(works.length, 'work')}`, style: 'yellow', rows }, page);
}

/** The command that remembers a work of another person, with one of the works as the example. */
function hintFor(works: readonly FoundWork[], page: Page): string {
	const [identifier] = works.flatMap(({ identity }) => identifiersOf(identity));
	if (identifier === undefined) return '';
	const text = `  Not yours? bibfolio sync --not-mine ${quoted(identifier)}`;
	return wrapped(text, '    ', page.width)
		.map((part) => line(styled(part, 'dim', page)))
		.join('');
}

function rememberedText(count: number, file: string, writes: boolean, page: Page): string {
	if (count === 0) return '';
	const heading = `${writes ? 'Remembered' : 'Would remember'} ${pluralize(count, 'work')} in ${visiblePath(file)}`;
	return line(styled(heading, 'green', page));
}

/** The DOIs of an entry and of its work in profiles, and how to hide the difference. */
function otherDoi(found: FoundWork): string[] {
	const { identity, verdict } = found;
	const entry = 'entry' in verdict ? verdict.entry : null;
	const [doi = ''] = identity.doi;
	return [
		`${entry?.key} has the DOI ${entry?.identifiers.doi}; ${sourceLabels(found)}: ${doi}`,
		`bibfolio sync --ignore ${quoted(doi)}`,
	];
}

const columns: readonly Column[] = [{ maxWidth: 9 }, { maxWidth: 20 }, { maxWidth: 0 }];

/** A work in a section. */
interface Row {
	readonly cells: readonly string[];
	/** Why it is in the section; rows with one reason appear together. */
	readonly reason: string;
	readonly details: readonly string[];
}

interface Section {
	readonly heading: string;
	readonly style: keyof typeof styles;
	readonly rows: readonly Row[];
}

/** '' without rows. */
function section({ heading, style, rows }: Section, page: Page): string {
	if (rows.length === 0) return '';
	const width = page.width === null ? null : page.width - 4;
	const cells = rows.map((row) => row.cells);
	const lines = tableLines(columns, cells, { width, colour: page.colour });
	// Details begin below the authors.
	const indent = ' '.repeat(6 + Math.max(...cells.map(([year = '']) => widthOf(year))));
	const reasons = [...new Set(rows.map(({ reason }) => reason))];
	const body = reasons.flatMap((reason) => [
		...wrapped(`  ${visible(capitalized(reason))}:`, '  ', page.width),
		...rows.flatMap((row, index) =>
			row.reason === reason
				? [`    ${lines[index]}`, ...row.details.flatMap((text) => paragraph(`${indent}${text}`, indent, page))]
				: [],
		),
	]);
	return [styled(heading, style, page), ...body].map(line).join('');
}

/** Dim lines. */
function paragraph(text: string, indent: string, page: Page): string[] {
	return wrapped(visible(text), indent, page.width).map((part) => styled(part, 'dim', page));
}

/** A sentence with a capital, except for names such as 'arXiv'. */
export function capitalized(text: string): string {
	return text.replace(/^\p{Ll}(?!\p{Ll}*\p{Lu})/u, (letter) => letter.toUpperCase());
}

function line(text: string): string {
	return `${withoutCommand(text)}\n`;
}

function styled(text: string, style: keyof typeof styles, { colour }: Page): string {
	return colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}
