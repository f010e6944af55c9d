import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { type Answer, unavailable } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { type LookupSource, lookupSources, readAnswer, type WorkRecord } from './lookup-sources.ts';
import { citationIn } from './page-citation.ts';
import { type Reference, referenceIn, referenceLabel } from './reference.ts';

/** Looks up a publication. Null, with `lookup/unknown` or `lookup/unavailable` reported, if no source has it or responds. */
export async function lookUp(reference: Reference, client: Client, report: Report): Promise<Draft | null> {
	if (reference.kind === 'page') return fromPage(reference.id, client, report);
	return (await findRecord(reference, client, report))?.draft ?? null;
}

/** The record of the first source that has one for an identifier. Null after a report, as in `lookUp`. */
export async function findRecord(reference: Reference, client: Client, report: Report): Promise<WorkRecord | null> {
	const names = lookupSources.map(({ name }) => name);
	const { found, attempts } = await askSources(reference, names, client);
	if (found) return found.record;
	report(lookupFailure(reference, attempts));
	return null;
}

/** What a source answered. An answer that cannot be read counts as unavailable. */
export interface Attempt {
	readonly host: string;
	readonly answer: Answer;
}

/** Asks sources in order until one has a record for the identifier. Null if none has, and the answers of those before. */
export async function askSources(
	reference: Reference,
	names: readonly LookupSource['name'][],
	client: Client,
): Promise<{
	readonly found: { readonly record: WorkRecord; readonly source: LookupSource } | null;
	readonly attempts: readonly Attempt[];
}> {
	const attempts: Attempt[] = [];
	const sources = names.flatMap((name) => lookupSources.find((source) => source.name === name) ?? []);
	for (const source of sources.filter(({ kind }) => kind === reference.kind)) {
		const address = client.addressOf(source.name, reference.id);
		const { host } = new URL(address);
		const answer = await client.ask(source.name, address, source.accept);
		const record = answer.kind === 'found' ? readAnswer(source, answer.text) : null;
		if (record && !('problem' in record)) return { found: { record, source }, attempts };
		attempts.push({ host, answer: record ? unavailable(record.problem, null) : answer });
		if (answer.kind === 'unavailable' && answer.offline) break;
	}
	return { found: null, attempts };
}

const alternative = 'add its BibTeX or RIS with bibfolio add FILE';

function lookupFailure(reference: Reference, attempts: readonly Attempt[]): Diagnostic {
	const failures = attempts.flatMap(({ host, answer }) => (answer.kind === 'unavailable' ? [{ ...answer, host }] : []));
	const hosts = [...new Set(attempts.map(({ host }) => host))].join(', ');
	if (failures.length === 0) {
		const hasAnswer = attempts.some(({ answer }) => answer.kind === 'found');
		return diagnostic('lookup/unknown', `Unknown ${referenceLabel(reference)}: not found at ${hosts}`, {
			hint: hasAnswer ? `Instead, ${alternative}` : `Check its letters and digits, or ${alternative}`,
		});
	}
	const { remedy = null } = failures.find(({ offline }) => offline) ?? failures.find(({ remedy }) => remedy) ?? {};
	const reasons = failures.map(({ host, reason }) => `${host} ${reason}`).join('; ');
	return diagnostic('lookup/unavailable', `Cannot look up ${referenceLabel(reference)}: ${reasons}`, {
		hint: `${remedy ? `${remedy}, or` : 'Instead,'} ${alternative}`,
	});
}

/** Characters; longer text on a page is not an identifier. */
const maxIdentifierLength = 1000;

async function fromPage(url: string, client: Client, report: Report): Promise<Draft | null> {
	const { host } = new URL(url);
	const answer = await client.open(url, 'text/html, application/xhtml+xml;q=0.9');
	if (answer.kind !== 'found') {
		report(lookupFailure({ kind: 'page', id: url }, [{ host, answer }]));
		return null;
	}
	const { doi, arxiv, item } = citationIn(answer.text, answer.url);
	const identifier = referenceIn((doi ?? arxiv ?? '').slice(0, maxIdentifierLength));
	const problems: Diagnostic[] = [];
	const draft = identifier && (await lookUp(identifier, client, (problem) => problems.push(problem)));
	if (draft) return draft;
	const citation = item && draftFromCsl(item, false);
	if (citation?.fields.has('title')) return citation;
	report(
		diagnostic('lookup/unknown', `Missing citation data on the page ${url}`, {
			hint: 'Use its DOI, or the BibTeX that publishers and search engines offer under "Cite" or "Export"',
		}),
	);
	return null;
}
