import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { valueIn } from '../../text/value-in.ts';
import { draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { type LookupSource, lookupSources, readAnswer } from './lookup-sources.ts';
import { citationIn } from './page-citation.ts';
import { type Reference, referenceIn } from './reference.ts';
import { type Answer, type RequestOptions, request, unavailable } from './request.ts';
import { sourceAddresses } from './source-addresses.ts';

/** Where and how publications are looked up. */
export interface LookupOptions extends Omit<RequestOptions, 'namedHosts'> {
	/** Custom addresses of sources by name; `{}` is replaced by the identifier. */
	readonly addresses: Readonly<Record<string, string>>;
	/** An address that the user typed, whose host may be private like those of `addresses`. */
	readonly typedAddress?: string;
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
		const answer = await request(address, source.accept, { ...options, namedHosts: namedHosts(options) });
		const draft = answer.kind === 'found' ? readAnswer(source, answer.text) : null;
		if (draft && !('problem' in draft)) return draft;
		attempts.push({ host, answer: draft ? unavailable(draft.problem, null) : answer });
		if (answer.kind === 'unavailable' && answer.offline) break;
	}
	report(lookupFailure(reference, attempts));
	return null;
}

function addressOf({ name }: LookupSource, { id }: Reference, { addresses }: LookupOptions): string {
	// Slashes stay, as in 10.1000/x and hep-th/9711200; characters that would end the path are encoded.
	const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
	const template = valueIn(addresses, name) ?? sourceAddresses[name];
	return template.includes('{}') ? template.replaceAll('{}', encoded) : template.replace(/\/?$/, '/') + encoded;
}

/** The hosts of all sources, which are Bibfolio's own or the configuration's, and of the typed address. */
function namedHosts({ addresses, typedAddress }: LookupOptions): ReadonlySet<string> {
	const named = [...Object.values({ ...sourceAddresses, ...addresses }), ...(typedAddress ? [typedAddress] : [])];
	return new Set(named.filter((address) => URL.canParse(address)).map((address) => new URL(address).host));
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
	const failures = attempts.flatMap(({ host, answer }) => (answer.kind === 'unavailable' ? [{ ...answer, host }] : []));
	const hosts = [...new Set(attempts.map(({ host }) => host))].join(', ');
	if (failures.length === 0) {
		const hasAnswer = attempts.some(({ answer }) => answer.kind === 'found');
		return diagnostic('lookup/unknown', `Unknown ${names[kind]} ${id}: not found at ${hosts}`, {
			hint: hasAnswer ? `Instead, ${alternative}` : `Check its letters and digits, or ${alternative}`,
		});
	}
	const { remedy = null } = failures.find(({ offline }) => offline) ?? failures.find(({ remedy }) => remedy) ?? {};
	const reasons = failures.map(({ host, reason }) => `${host} ${reason}`).join('; ');
	return diagnostic('lookup/unavailable', `Cannot look up ${names[kind]} ${id}: ${reasons}`, {
		hint: `${remedy ? `${remedy}, or` : 'Instead,'} ${alternative}`,
	});
}

/** Characters; longer text on a page is not an identifier. */
const maxIdentifierLength = 1000;

async function fromPage(url: string, options: LookupOptions, report: Report): Promise<Draft | null> {
	const { host } = new URL(url);
	options.onRequest?.(host);
	const accept = 'text/html, application/xhtml+xml;q=0.9';
	const answer = await request(url, accept, { ...options, namedHosts: namedHosts(options) });
	if (answer.kind !== 'found') {
		report(lookupFailure({ kind: 'page', id: url }, [{ host, answer }]));
		return null;
	}
	const { doi, arxiv, item } = citationIn(answer.text, answer.url);
	const identifier = referenceIn((doi ?? arxiv ?? '').slice(0, maxIdentifierLength));
	const problems: Diagnostic[] = [];
	const draft = identifier && (await lookUp(identifier, options, (problem) => problems.push(problem)));
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
