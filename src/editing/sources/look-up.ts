import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { citationIn } from './citation-meta.ts';
import { type Reference, referenceIn } from './reference.ts';
import { type Answer, type RequestOptions, request } from './request.ts';
import { type Source, sources } from './sources.ts';

/** Where and how works are looked up. */
export interface LookupOptions extends RequestOptions {
	/** Other addresses for sources, by their names; `{}` stands for the identifier. */
	readonly addresses: Readonly<Record<string, string>>;
	/** Is told which host is asked. */
	readonly asking?: (host: string) => void;
}

/** Looks a work up where its kind is known. Null, reported, when nobody there knows it or can be asked. */
export async function lookUp(reference: Reference, options: LookupOptions, report: Report): Promise<Draft | null> {
	if (reference.kind === 'page') return fromPage(reference.id, options, report);
	const asked: Asked[] = [];
	for (const source of sources.filter(({ kind }) => kind === reference.kind)) {
		const address = addressOf(source, reference, options);
		const { host } = new URL(address);
		options.asking?.(host);
		const answer = await request(address, source.accept, options);
		const draft = answer.kind === 'found' ? readBy(source, answer.text) : null;
		if (draft) return draft;
		asked.push({ host, answer });
		if (answer.kind === 'unavailable' && answer.offline) break;
	}
	report(nothingFound(reference, asked));
	return null;
}

function addressOf({ name, address }: Source, { id }: Reference, { addresses }: LookupOptions): string {
	// Slashes stay, as in 10.1000/x and hep-th/9711200; what would end the path does not.
	const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
	const template = addresses[name] ?? address;
	return template.includes('{}') ? template.replaceAll('{}', encoded) : template.replace(/\/?$/, '/') + encoded;
}

function readBy(source: Source, text: string): Draft | null {
	try {
		return source.read(text);
	} catch {
		// Not what was asked for: a page that says something to people, or half an answer.
		return null;
	}
}

interface Asked {
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

const elsewhere = 'Add it from its BibTeX or RIS instead: bibfolio add FILE';

function nothingFound({ kind, id }: Reference, asked: readonly Asked[]): Diagnostic {
	const unreachable = asked.filter(({ answer }) => answer.kind === 'unavailable');
	const hosts = [...new Set(asked.map(({ host }) => host))].join(', ');
	if (unreachable.length === 0) {
		const wrong = asked.some(({ answer }) => answer.kind === 'found');
		return diagnostic('lookup/unknown', `The ${names[kind]} ${id} is not known to ${hosts}`, {
			hint: wrong ? elsewhere : `Check its letters and digits. ${elsewhere}`,
		});
	}
	const offline = unreachable.some(({ answer }) => answer.kind === 'unavailable' && answer.offline);
	const why = unreachable
		.map(({ host, answer }) => `${host}: ${answer.kind === 'unavailable' ? answer.reason : ''}`)
		.join('; ');
	return diagnostic('lookup/unavailable', `The ${names[kind]} ${id} could not be looked up: ${why}`, {
		hint: offline ? `Is this machine online? ${elsewhere}` : `Try again later. ${elsewhere}`,
	});
}

async function fromPage(url: string, options: LookupOptions, report: Report): Promise<Draft | null> {
	const { host } = new URL(url);
	options.asking?.(host);
	const answer = await request(url, 'text/html, application/xhtml+xml;q=0.9', options);
	if (answer.kind !== 'found') {
		report(nothingFound({ kind: 'page', id: url }, [{ host, answer }]));
		return null;
	}
	const { doi, arxiv, item } = citationIn(answer.text, answer.url);
	const better = referenceIn(doi ?? arxiv ?? '');
	const problems: Diagnostic[] = [];
	const draft = better && (await lookUp(better, options, (problem) => problems.push(problem)));
	if (draft) return draft;
	if (item) return draftFromCsl(item, false);
	report(
		diagnostic('lookup/unknown', `The page ${url} does not say which work it shows`, {
			hint: 'Give its DOI, or its BibTeX: publishers and search engines call it “Cite” or “Export”',
		}),
	);
	return null;
}
