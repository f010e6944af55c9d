import { visible, visiblePath, withoutCommand } from '../../diagnostics/visible.ts';
import type { Person } from '../../people/person.ts';
import type { ReadProfile, SyncResult } from '../../updates/sync/find-works.ts';
import type { FoundWork, Verdict } from '../../updates/sync/found-work.ts';
import { pluralize } from '../pluralize.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { workCells } from '../work-cells.ts';
import { wrapped } from '../wrapped.ts';
import type { Addition } from '../write-drafts.ts';
import { addCommandOf, reasonOf, sourceLabels } from './found-work-text.ts';
import type { SyncOutcome } from './sync-outcome.ts';

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
	const isNothingNew = own.every(({ verdict: { kind } }) => kind !== 'new' && kind !== 'unsure');
	const summary = [...counts, ...(isNothingNew ? ['nothing new'] : [])].join(', ');
	return [
		...wrapped(`${styled(person.name, 'bold', page)}: ${sources.join(', ')}`, '  ', page.width),
		...wrapped(`  ${summary}`, '  ', page.width),
	]
		.map(line)
		.join('');
}

function profileText({ source, count }: ReadProfile): string {
	return count === null ? `${source.label} not read` : `${source.label} ${pluralize(count, 'work')}`;
}

/** The works that were added, those that were not, and what was remembered. */
export function outcomeText(outcome: SyncOutcome, ignoredFile: string, page: Page): string {
	const { additions, works, decision, remembered, writes } = outcome;
	const isIgnored = new Set(decision.ignored.map(({ found }) => found));
	const isLeft = (found: FoundWork) => !decision.taken.includes(found) && !isIgnored.has(found);
	const left = (kind: Verdict['kind']) => works.filter((found) => found.verdict.kind === kind && isLeft(found));
	const sections = [
		...additions.map((addition) => addedText(addition, outcome, page)),
		worksText('New', left('new'), (found) => [reasonLine(found), addCommandOf(found)], page),
		worksText('Unsure', left('unsure'), (found) => [reasonLine(found), addCommandOf(found)], page),
		worksText('Under another DOI', left('other-doi'), (found) => [entryReason(found)], page),
		worksText('Corrections', left('notice'), (found) => [entryReason(found)], page),
		remembered.length > 0
			? line(
					`${writes ? 'Remembered' : 'Would remember'} ${pluralize(remembered.length, 'work')} in ${visiblePath(ignoredFile)}`,
				)
			: '',
	];
	return sections
		.filter((text) => text !== '')
		.map((text) => `\n${text}`)
		.join('');
}

function addedText({ file, added }: Addition, { foundByKey, addedWorks, writes }: SyncOutcome, page: Page): string {
	if (added.length === 0) return '';
	const verb = writes ? 'Added' : 'Would add';
	const heading = `${verb} ${pluralize(added.length, 'work')} to ${visiblePath(file.path)}`;
	const rows = added.map(({ key }) => {
		const found = foundByKey.get(key);
		return [key, ...(found ? workCells(found.work) : [])];
	});
	const lines = tableLines([{ maxWidth: 24, style: styles.cyan }, ...columns], rows, inner(page));
	const details = added.map(({ key, draft, pairedWith }) => {
		const found = foundByKey.get(key);
		const shown = addedWorks.find((work) => work.key === key);
		const place = shown && [`line ${shown.line}`, shown.sections?.join(' › ') ?? 'not in any list'].join(', ');
		return [
			[place, found && reasonLine(found)].filter(Boolean).join('; '),
			...(pairedWith ? [`Linked with ${pairedWith}: lists show both as one work`] : []),
			...draft.notes.map((note) => `Changed: ${note}`),
			...(shown?.diagnostics ?? [])
				.filter(({ severity }) => severity !== 'info')
				.map(({ message }) => `Check: ${message}`),
		];
	});
	return section(heading, 'green', lines, details, page);
}

/** A section of works with details; '' without works. */
function worksText(
	title: string,
	works: readonly FoundWork[],
	detailsOf: (found: FoundWork) => readonly string[],
	page: Page,
): string {
	if (works.length === 0) return '';
	const heading = `${title}: ${pluralize(works.length, 'work')} not added`;
	const lines = tableLines(
		columns,
		works.map(({ work }) => workCells(work)),
		inner(page),
	);
	return section(heading, 'yellow', lines, works.map(detailsOf), page);
}

const columns = [{ maxWidth: 9 }, { maxWidth: 20 }, { maxWidth: 0 }];

/** A page without the indentation of a section. */
function inner({ width, colour }: Page): Page {
	return { width: width === null ? null : width - 2, colour };
}

function section(
	heading: string,
	style: keyof typeof styles,
	lines: readonly string[],
	details: readonly (readonly string[])[],
	page: Page,
): string {
	const body = lines.flatMap((row, index) => [
		`  ${row}`,
		...(details[index] ?? []).flatMap((text) => wrapped(`    ${visible(text)}`, '    ', page.width)),
	]);
	return [styled(heading, style, page), ...body].map(line).join('');
}

function reasonLine(found: FoundWork): string {
	return `${sourceLabels(found)}: ${reasonOf(found)}`;
}

function entryReason(found: FoundWork): string {
	const { verdict } = found;
	const entry = 'entry' in verdict && verdict.entry ? `${verdict.entry.key}; ` : '';
	return `${entry}${reasonLine(found)}`;
}

function line(text: string): string {
	return `${withoutCommand(text)}\n`;
}

function styled(text: string, style: keyof typeof styles, { colour }: Page): string {
	return colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}
