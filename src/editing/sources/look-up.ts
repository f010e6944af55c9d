import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { valueIn } from '../../text/value-in.ts';
import { draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { type LookupSource, lookupSources } from './lookup-sources.ts';
import { citationIn } from './page-citation.ts';
import { type Reference, referenceIn } from './reference.ts';
import { type Answer, type RequestOptions, request } from './request.ts';

/** Where and how publications are looked up. */
export interface LookupOptions extends RequestOptions {
	/** Custom addresses of sources by name; `{}` is replaced by the identifier. */
	readonly addresses: Readonly<Record<string, string>>;
	/** Called with the host before each request. */
	readonly onRequest?: (host: string) => void;
}

/** Looks up a publication. Null, with `lookup/unknown` or `lookup/unavailable` reported, if no source has it or responds. */
export async function lookUp(reference: Reference, options: LookupOptions, report: Report): Promise<Draft | null> {
	if (reference.kind === 'page') return fromPage(reference.id, options, report);
	const attempts: Attempt[] = [];
	for (const source of lookupSources.filter(({ kind }) => kind === reference.kind)) {
		const address = addressOf(source, reference, options);
		const { host } = new URL(address);
		options.onRequest?.(host);
		const answer = await request(address, source.accept, options);
		const draft = answer.kind === 'found' ? draftFrom(source, answer.text) : null;
		if (draft) return draft;
		attempts.push({ host, answer });
		if (answer.kind === 'unavailable' && answer.offline) break;
	}
	report(lookupFailure(reference, attempts));
	return null;
}

function addressOf({ name, address }: LookupSource, { id }: Reference, { addresses }: LookupOptions): string {
	// Slashes stay, as in 10.1000/x and hep-th/9711200; characters that would end the path are encoded.
	const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
	const template = valueIn(addresses, name) ?? address;
	return template.includes('{}') ? template.replaceAll('{}', encoded) : template.replace(/\/?$/, '/') + encoded;
}

function draftFrom(source: LookupSource, text: string): Draft | null {
	try {
		return source.read(text);
	} catch {
		// Not the requested format: a page for people, or an incomplete response.
		return null;
	}
}

interface Attempt {
	readonly host: string;
	readonly answer: Answer;
}

const names: Readonly<Record<Reference['kind'], string>> = {
	doi: 'DOI',
	arxiv: 'arXiv id',
	pubmed: 'PubMed id',
	pmc: 'PMC id',
	isbn: 'ISBN',
	page: 'page',
};

const alternative = 'add its BibTeX or RIS with bibfolio add FILE';

function lookupFailure({ kind, id }: Reference, attempts: readonly Attempt[]): Diagnostic {
	const unreachable = attempts.filter(({ answer }) => answer.kind === 'unavailable');
	const hosts = [...new Set(attempts.map(({ host }) => host))].join(', ');
	if (unreachable.length === 0) {
		const hasAnswer = attempts.some(({ answer }) => answer.kind === 'found');
		return diagnostic('lookup/unknown', `Unknown ${names[kind]} ${id}: not found at ${hosts}`, {
			hint: hasAnswer ? `Instead, ${alternative}` : `Check its letters and digits, or ${alternative}`,
		});
	}
	const offline = unreachable.some(({ answer }) => answer.kind === 'unavailable' && answer.offline);
	const reasons = unreachable
		.map(({ host, answer }) => `${host} ${answer.kind === 'unavailable' ? answer.reason : ''}`)
		.join('; ');
	return diagnostic('lookup/unavailable', `Cannot look up ${names[kind]} ${id}: ${reasons}`, {
		hint: `${offline ? 'Check your internet connection' : 'Try again later'}, or ${alternative}`,
	});
}

async function fromPage(url: string, options: LookupOptions, report: Report): Promise<Draft | null> {
	const { host } = new URL(url);
	options.onRequest?.(host);
	const answer = await request(url, 'text/html, application/xhtml+xml;q=0.9', options);
	if (answer.kind !== 'found') {
		report(lookupFailure({ kind: 'page', id: url }, [{ host, answer }]));
		return null;
	}
	const { doi, arxiv, item } = citationIn(answer.text, answer.url);
	const identifier = referenceIn(doi ?? arxiv ?? '');
	const problems: Diagnostic[] = [];
	const draft = identifier && (await lookUp(identifier, options, (problem) => problems.push(problem)));
	if (draft) return draft;
	if (item) return draftFromCsl(item, false);
	report(
		diagnostic('lookup/unknown', `Missing citation data on the page ${url}`, {
			hint: 'Use its DOI, or the BibTeX that publishers and search engines offer under "Cite" or "Export"',
		}),
	);
	return null;
}
