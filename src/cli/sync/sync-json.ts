import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visibleJson } from '../../diagnostics/visible.ts';
import { plainText } from '../../latex/plain-text.ts';
import { type FoundWork, isProposed, pairingOf } from '../../updates/sync/found-work.ts';
import type { ExitCode } from '../command.ts';
import { problemsJson } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { addCommandOf } from './found-work-text.ts';
import type { SyncOutcome } from './sync-outcome.ts';

/** The summary of a sync for programs. */
export function syncJson(
	outcome: SyncOutcome,
	exitCode: ExitCode,
	diagnostics: readonly Diagnostic[],
	terminal: Terminal,
): string {
	const summary = {
		version: terminal.version,
		exitCode,
		...syncFacts(outcome),
		diagnostics: problemsJson(diagnostics, terminal),
	};
	return `${visibleJson(summary)}\n`;
}

/** What a sync found and did, as plain data. */
export function syncFacts({
	profiles,
	works,
	additions,
	addedWorks,
	foundByKey,
	remembered,
	updates,
	updatedFiles,
}: SyncOutcome): object {
	const placeOf = new Map(addedWorks.map(({ diagnostics: _, ...work }) => [work.key, work]));
	return {
		written: [...updatedFiles, ...additions].some(({ file }) => file.written),
		profiles: profiles.map(({ person, source, id, count }) => ({
			person: person.id,
			source: source.name,
			id,
			works: count,
		})),
		added: additions.flatMap(({ file, added }) =>
			added.map(({ key, text, pairedWith }) => ({
				...{ key, entry: text, file: file.path, pairedWith },
				...placeOf.get(key),
				...whyOf(foundByKey.get(key)),
			})),
		),
		changed: updatedFiles.flatMap(({ file, planned }) =>
			planned.map(({ proposal: { key, kind, source, why }, change: { type, fields } }) => ({
				...{ key, file: file.path, kind, source, why, type, fields },
			})),
		),
		byHand: updates.byHand,
		remembered: remembered.map(({ found, why }) => ({ ...workJson(found), why })),
		works: works.map((found) => ({ ...workJson(found), ...verdictJson(found) })),
	};
}

function whyOf(found: FoundWork | undefined): object {
	return found ? { people: found.people.map(({ id }) => id), sources: sourcesOf(found), why: found.verdict.why } : {};
}

function workJson(found: FoundWork): object {
	const { identity, people, work } = found;
	const { doi, arxiv, pmid } = identity;
	return {
		title: plainText(work.title),
		authors: (work.contributors.author?.names ?? []).map(
			({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
		),
		venue: work.venue.name && plainText(work.venue.name),
		kind: work.venue.kind,
		year: work.issued?.start?.year ?? null,
		...{ doi, arxiv, pmid },
		records: found.records.map(({ source, id, url }) => ({ source, id, url })),
		people: people.map(({ id }) => id),
	};
}

function verdictJson(found: FoundWork): object {
	const { verdict } = found;
	const pair = pairingOf(found);
	return {
		verdict: verdict.kind,
		why: verdict.why,
		...('entry' in verdict && { entry: verdict.entry?.key ?? null }),
		...(pair && { pair: { key: pair.isNew ? null : pair.entry.key, relation: pair.relation, why: pair.why } }),
		...(isProposed(found) && { command: addCommandOf(found) }),
	};
}

function sourcesOf({ records }: FoundWork): readonly string[] {
	return [...new Set(records.map(({ source }) => source))];
}
