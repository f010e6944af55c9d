import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { workOf } from '../../editing/plan-additions.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import { askedOnce } from '../../sources/records/asked-once.ts';
import { findRecord } from '../../sources/records/look-up.ts';
import type { WorkRecord } from '../../sources/records/lookup-sources.ts';
import type { Reference } from '../../sources/records/reference.ts';
import type { JoinedWork } from './joined-work.ts';
import type { PublishedRecord } from './listing.ts';
import { identifiersOf } from './work-identity.ts';

/** The answer of publishers about a work. */
export interface RecordAnswer {
	/** Null if there is none, or if it is about another work, such as the book of a chapter. */
	readonly record: PublishedRecord | null;
	/** True if a service could not be asked, so that its record may exist. */
	readonly isUnavailable: boolean;
}

/** Reads the records of works, each once. */
export interface RecordReader {
	read(work: JoinedWork): Promise<RecordAnswer>;
	/** Reports services that could not be asked, as warnings: each message once, with the number of works. */
	reportProblems(report: Report): void;
}

/** Creates a reader, which asks for the DOI first, then for other identifiers of a work without a publisher's record. */
export function recordReader(client: Client, reading: Reading): RecordReader {
	const problems: Diagnostic[] = [];
	const lookUp = askedOnce(async (reference) => {
		const looked = await ask(reference, client);
		if (looked.problem) problems.push(looked.problem);
		return looked;
	});
	return {
		read: async (work) => {
			let isUnavailable = false;
			for (const reference of referencesOf(work)) {
				const { record, problem } = await lookUp(reference);
				if (problem?.code === 'lookup/unavailable') isUnavailable = true;
				const publication = record && workOf(record.draft, reading);
				if (record && publication && isAbout(publication, work))
					return { record: { ...record, publication }, isUnavailable: false };
			}
			return { record: null, isUnavailable };
		},
		reportProblems: (report) => {
			// Answers arrive in any order.
			const inOrder = problems.toSorted((one, other) => (one.message < other.message ? -1 : 1));
			for (const problem of inOrder)
				if (problem.code === 'lookup/unknown') report({ ...problem, severity: 'info', hint: unknownHint });
			const [first, ...others] = inOrder.filter(({ code }) => code === 'lookup/unavailable');
			if (!first) return;
			const count = others.length === 0 ? '' : ` (and ${others.length} more)`;
			report({ ...first, severity: 'warning', message: `${first.message}${count}`, hint: unavailableHint });
		},
	};
}

const unknownHint = 'Correct it in the profile; the entry is made of what the profile says';
const unavailableHint = 'Try again later: a work without the record of its publisher is not added';

interface Looked {
	readonly record: WorkRecord | null;
	readonly problem: Diagnostic | null;
}

async function ask(reference: Reference, client: Client): Promise<Looked> {
	let problem: Diagnostic | null = null;
	const record = await findRecord(reference, client, (each) => {
		problem = each;
	});
	return { record, problem };
}

/** The identifiers to ask for, the DOI of the work itself first. */
function referencesOf({ publication, descriptions }: JoinedWork): readonly Reference[] {
	const identifiers = [publication, ...descriptions].flatMap(identifiersOf);
	const of = (kind: 'doi' | 'arxiv' | 'pmid' | 'pmcid') => [
		...new Set(identifiers.filter((each) => each.kind === kind).map(({ value }) => value)),
	];
	// A published work with names gains nothing from the record of its preprint.
	const needsArxiv = publication.venue.kind === 'preprint' || !publication.contributors.author;
	return [
		...of('doi').map((id): Reference => ({ kind: 'doi', id })),
		...(needsArxiv ? of('arxiv') : []).map((id): Reference => ({ kind: 'arxiv', id })),
		...of('pmid').map((id): Reference => ({ kind: 'pubmed', id })),
		...of('pmcid').map((id): Reference => ({ kind: 'pmc', id: id.toUpperCase() })),
	];
}

/** False for the book of a chapter: profiles may give its DOI to all chapters. */
function isAbout(record: Publication, { publication }: JoinedWork): boolean {
	const isBook = record.venue.kind === 'book' || record.venue.kind === 'edited-volume';
	return !(isBook && publication.venue.kind === 'chapter');
}
