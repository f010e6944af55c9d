import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { cslItem } from '../../../src/publications/csl/csl-item.ts';
import { type ClientOptions, createClient } from '../../../src/sources/http/client.ts';
import { lookUp } from '../../../src/sources/records/look-up.ts';
import { referenceIn } from '../../../src/sources/records/reference.ts';
import { add, works } from '../../editing/adding.ts';
import { recordedError } from '../profiles/reading.ts';
import { type Route, type SourceServer, sourceServer } from '../server.ts';

const paths: Readonly<Record<string, string>> = {
	doi: '/doi/{}',
	crossref: '/crossref/{}',
	datacite: '/datacite/{}',
	arxiv: '/arxiv?id_list={}',
	pubmed: '/pubmed?id={}',
	pmc: '/pmc?id={}',
	openlibrary: '/openlibrary?{}',
	googlebooks: '/googlebooks?{}',
};

async function ask(written: string, routes: Readonly<Record<string, Route>>, more: Partial<ClientOptions> = {}) {
	const server = await sourceServer(routes);
	const diagnostics: Diagnostic[] = [];
	const waits: number[] = [];
	const reference = referenceIn(written.replace('SERVER', server.url));
	if (!reference) throw new Error(`${written} is not a reference`);
	const addresses = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, server.url + path]));
	const options = {
		addresses,
		timeout: 5000,
		userAgent: 'bibfolio/1.2.3',
		mailto: null,
		environment: {},
		wait: async (milliseconds: number) => waits.push(Math.round(milliseconds / 10) * 10),
		...more,
	};
	const draft = await lookUp(reference, createClient(options), (one) => diagnostics.push(one));
	return {
		draft,
		waits,
		server,
		asked: server.asked.map(({ path }) => path),
		diagnostics: messages(diagnostics, server),
		hints: diagnostics.map(({ hint }) => hint),
	};
}

function messages(diagnostics: readonly Diagnostic[], { url }: SourceServer): string[] {
	return diagnostics.map(({ code, message }) => `${code}: ${message.replaceAll(url.replace('http://', ''), 'HOST')}`);
}

/** The CSL item that a library reads from an added response, without optional fields. */
async function item(written: string, routes: Readonly<Record<string, Route>>) {
	const { draft, diagnostics } = await ask(written, routes);
	expect(diagnostics).toEqual([]);
	const [work] = works(add('', draft ? [draft] : [], { dialect: 'biblatex' }).text);
	if (!work) throw new Error('nothing was found');
	const { id: _, 'citation-key': __, ...rest } = cslItem(work);
	return rest;
}

describe('a retracted work', () => {
	it('is written with its state, and without the mark in its title', async () => {
		const path = '/crossref/10.1016/s0140-6736(97)11096-0';
		const { draft } = await ask('10.1016/s0140-6736(97)11096-0', {
			[path]: 'recorded/crossref/work-retracted-updated-by.json',
		});
		expect(draft?.fields.get('title')).toMatch(/^Ileal-lymphoid-nodular hyperplasia/);
		expect(draft?.fields.get('pubstate')).toBe('retracted');
	});
});

describe('responses', () => {
	it('of doi.org become articles', async () => {
		expect(
			await item('10.1371/journal.pone.0130140', { '/doi/10.1371/journal.pone.0130140': 'doi-article.json' }),
		).toEqual({
			type: 'article-journal',
			title: 'On Pixel-Wise Explanations for Non-Linear Classifier Decisions by Layer-Wise Relevance Propagation',
			author: [
				{ family: 'Bach', given: 'Sebastian' },
				{ family: 'Binder', given: 'Alexander' },
				{ family: 'Montavon', given: 'Grégoire' },
				{ family: 'Klauschen', given: 'Frederick' },
				{ family: 'Müller', given: 'Klaus-Robert' },
				{ family: 'Samek', given: 'Wojciech' },
			],
			editor: [{ family: 'Suarez', given: 'Oscar Deniz' }],
			issued: { 'date-parts': [[2015, 7, 10]] },
			'container-title': 'PLOS ONE',
			volume: '10',
			issue: '7',
			page: 'e0130140',
			DOI: '10.1371/journal.pone.0130140',
		});
	});

	it('of Crossref are used if doi.org lacks the format: a paper with its subtitle', async () => {
		const diagnostics = await ask('10.1145/2939672.2939778', {
			'/doi/10.1145/2939672.2939778': (_, response) => response.writeHead(406).end('Not acceptable'),
			'/crossref/10.1145/2939672.2939778': 'crossref-works.json',
		});
		expect(diagnostics.asked).toHaveLength(2);
		expect(diagnostics.draft?.type).toBe('inproceedings');
		expect(Object.fromEntries(diagnostics.draft?.fields ?? [])).toMatchObject({
			title: "``Why Should I Trust You?'' Explaining the Predictions of Any Classifier",
			booktitle: 'Proceedings of the 22nd ACM SIGKDD International Conference on Knowledge Discovery and Data Mining',
			pages: '1135--1144',
			publisher: 'ACM',
			doi: '10.1145/2939672.2939778',
		});
	});

	it('of doi.org become papers if Springer registered a chapter of a series', async () => {
		const { draft } = await ask('10.1007/978-3-319-44781-0_8', {
			'/doi/10.1007/978-3-319-44781-0_8': 'doi-chapter.json',
		});
		expect(draft?.type).toBe('incollection');
		expect(Object.fromEntries(draft?.fields ?? [])).toMatchObject({
			title: 'Layer-Wise Relevance Propagation for Neural Networks with Local Renormalization Layers',
			booktitle: 'Artificial Neural Networks and Machine Learning -- ICANN 2016',
			series: 'Lecture Notes in Computer Science',
			publisher: 'Springer',
			isbn: '9783319447803, 9783319447810',
			abstract: 'We study R\\textsuperscript{2} \\& more.',
		});
	});

	it('of DataCite become software with an organization as author', async () => {
		const diagnostics = await item('10.5281/zenodo.3509134', { '/datacite/10.5281/zenodo.3509134': 'datacite.json' });
		expect(diagnostics).toMatchObject({
			type: 'software',
			title: 'pandas-dev/pandas: Pandas',
			author: [{ literal: 'The pandas development team' }],
			publisher: 'Zenodo',
			version: 'v1.0.0',
		});
	});

	it('of arXiv become preprints, for new and old ids', async () => {
		expect(await item('https://arxiv.org/abs/1706.03762', { '/arxiv?id_list=1706.03762': 'arxiv.xml' })).toMatchObject({
			type: 'article',
			title: 'Attention Is All You Need',
			author: [
				{ family: 'Vaswani', given: 'Ashish' },
				{ family: 'Shazeer', given: 'Noam' },
				{ family: 'Kaiser', given: 'Łukasz' },
			],
			issued: { 'date-parts': [[2017, 6, 12]] },
			number: 'arXiv:1706.03762',
		});
		const old = await ask('hep-th/9711200', { '/arxiv?id_list=hep-th/9711200': 'arxiv-old.xml' });
		expect(Object.fromEntries(old.draft?.fields ?? [])).toMatchObject({
			eprint: 'hep-th/9711200',
			eprinttype: 'arxiv',
			eprintclass: 'hep-th',
		});
		expect(old.draft?.notes).toEqual(['Published version available: add it with bibfolio add 10.1023/A:1026654312961']);
	});

	it('of arXiv with the title Error are ignored', async () => {
		const { draft, diagnostics } = await ask('2404.99999', { '/arxiv?id_list=2404.99999': 'arxiv-error.xml' });
		expect([draft, diagnostics]).toEqual([null, ['lookup/unknown: Unknown arXiv id 2404.99999: not found at HOST']]);
	});

	it('of PubMed become articles, without a full stop in the title', async () => {
		expect(await item('PMID:26161953', { '/pubmed?id=26161953': 'pubmed.json' })).toMatchObject({
			type: 'article-journal',
			title: 'On Pixel-Wise Explanations for Non-Linear Classifier Decisions by Layer-Wise Relevance Propagation',
			DOI: '10.1371/journal.pone.0130140',
		});
		expect((await ask('PMC4498753', { '/pmc?id=PMC4498753': 'pubmed.json' })).draft?.fields.get('pmcid')).toBe(
			'PMC4498753',
		);
	});

	it('of Open Library become books, and otherwise those of Google Books', async () => {
		expect(await item('9780262035613', { '/openlibrary?9780262035613': 'openlibrary.json' })).toMatchObject({
			type: 'book',
			title: 'Deep Learning',
			author: [
				{ family: 'Goodfellow', given: 'Ian' },
				{ family: 'Bengio', given: 'Yoshua' },
				{ family: 'Courville', given: 'Aaron' },
			],
			publisher: 'The MIT Press',
			'publisher-place': 'Cambridge, Mass',
			issued: { 'date-parts': [[2016, 11, 18]] },
			ISBN: '9780262035613',
		});
		const routes = {
			'/openlibrary?9783030289546': 'openlibrary-empty.json',
			'/googlebooks?9783030289546': 'googlebooks.json',
		};
		expect(await item('978-3-030-28954-6', routes)).toMatchObject({
			title: 'Explainable <span class="nocase">AI</span>: Interpreting, Explaining and Visualizing Deep Learning',
			ISBN: '9783030289546',
		});
		const { diagnostics } = await ask('0306406152', {
			'/openlibrary?0306406152': 'openlibrary-empty.json',
			'/googlebooks?0306406152': 'googlebooks-empty.json',
		});
		expect(diagnostics).toEqual(['lookup/unknown: Unknown ISBN 0306406152: not found at HOST']);
	});

	it('of pages are read from their metadata, preferably by DOI', async () => {
		expect(await item('SERVER/N19-1423/', { '/N19-1423/': 'page.html' })).toMatchObject({
			type: 'paper-conference',
			author: [
				{ family: 'Devlin', given: 'Jacob' },
				{ family: 'Chang', given: 'Ming-Wei' },
			],
			page: '4171-4186',
			issued: { 'date-parts': [[2019, 6]] },
		});
		const routes = { '/p': 'page-doi.html', '/doi/10.1371/journal.pone.0130140': 'doi-article.json' };
		expect(await item('SERVER/p', routes)).toMatchObject({ 'container-title': 'PLOS ONE' });
		const plain = await ask('SERVER/home', { '/home': 'page-plain.html' });
		expect(plain.diagnostics[0]).toMatch(/^lookup\/unknown: Missing citation data on the page \S+$/);
	});
});

describe('recorded errors', () => {
	const doi = '10.1000/182';

	it('of unknown DOIs count as unknown, in all their forms', async () => {
		const { diagnostics } = await ask(doi, {
			'/doi/*': recordedError('errors/doi-404-html.json'),
			'/crossref/*': recordedError('errors/crossref-404-plain.json'),
			'/datacite/*': recordedError('errors/datacite-404.json'),
		});
		expect(diagnostics).toEqual([`lookup/unknown: Unknown DOI ${doi}: not found at HOST`]);
	});

	it.each([
		['doi-400-html', 'responded with status 400', 'Instead, add its BibTeX or RIS with bibfolio add FILE'],
		[
			'crossref-429-html',
			'received too many requests (429)',
			'Try again later, or add its BibTeX or RIS with bibfolio add FILE',
		],
		[
			'crossref-500-json',
			'responded with status 500',
			'Try again later, or add its BibTeX or RIS with bibfolio add FILE',
		],
	])('such as %s are reported with their remedy', async (file, reason, hint) => {
		const { diagnostics, hints } = await ask(doi, { '/doi/*': recordedError(`errors/${file}.json`) });
		expect(diagnostics).toEqual([`lookup/unavailable: Cannot look up DOI ${doi}: HOST ${reason}`]);
		expect(hints).toEqual([hint]);
	});

	it.each([
		['PMID:1', '/pubmed*', 'errors/pubmed-400.json', 'Cannot look up PubMed id 1: HOST responded with status 400'],
		[
			'1605.08386',
			'/arxiv*',
			'errors/arxiv-400-bad-id.json',
			'Cannot look up arXiv id 1605.08386: HOST responded with status 400',
		],
		['9782070427796', '/openlibrary*', 'errors/openlibrary-404.json', 'Unknown ISBN 9782070427796: not found at HOST'],
	])('of the source for %s are reported', async (reference, path, file, message) => {
		const { diagnostics } = await ask(reference, { [path]: recordedError(file) });
		expect(diagnostics.map((one) => one.replace(/^lookup\/\w+: /, ''))).toEqual([message]);
	});

	it.each([
		['PMID:1', '/pubmed*', '{"error":"Invalid id"}'],
		['9782070427796', '/googlebooks*', '{"error":{"code":503,"message":"Service temporarily unavailable."}}'],
		[doi, '/datacite/*', '{"errors":[{"status":"500","title":"Something went wrong."}]}'],
	])('under the status 200 are not an unknown %s', async (reference, path, body) => {
		const { diagnostics } = await ask(reference, { [path]: (_, response) => response.writeHead(200).end(body) });
		expect(diagnostics[0]).toContain('HOST responded with an error instead of a record');
	});

	it.each([
		['[]', 'lookup/unavailable: Cannot look up ISBN 9782070427796: HOST sent an unexpected answer: a list'],
		[
			'"x"',
			'lookup/unavailable: Cannot look up ISBN 9782070427796: HOST sent an unexpected answer: a text of 1 character',
		],
		['{}', 'lookup/unknown: Unknown ISBN 9782070427796: not found at HOST'],
	])('with the body %s have a message', async (body, message) => {
		const routes: Readonly<Record<string, Route>> = {
			'/openlibrary*': (_, response) => response.writeHead(200).end(body),
		};
		expect((await ask('9782070427796', routes)).diagnostics).toEqual([message]);
	});
});

describe('DOIs with special characters', () => {
	it.each([
		[
			'10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
			'10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
		],
		[
			'https://doi.org/10.1890/0012-9658(2006)87%5B2832:TIOPMA%5D2.0.CO;2',
			'10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
		],
	])('are asked for encoded, and written as they are: %s', async (written, registered) => {
		const answer = JSON.stringify({ type: 'journal-article', title: ['Trees'], DOI: registered });
		const { draft, server } = await ask(written, { '/doi/*': (_, response) => response.writeHead(200).end(answer) });
		expect(draft?.fields.get('doi')).toBe(registered);
		expect(decodeURIComponent(server.asked[0]?.path ?? '').toLowerCase()).toBe(`/doi/${registered}`);
		const [work] = works(add('', draft ? [draft] : [], { dialect: 'biblatex' }).text);
		expect(work?.identifiers.doi).toBe(registered);
	});
});

describe('requests', () => {
	const doi = '10.1371/journal.pone.0130140';
	const path = `/doi/${doi}`;

	it('contain the format and the program, and nothing about the user', async () => {
		const { server } = await ask(doi, { [path]: 'doi-article.json' });
		const { accept, 'user-agent': agent, ...others } = server.asked[0]?.headers ?? {};
		expect(accept).toContain('application/vnd.citationstyles.csl+json');
		expect(agent).toBe('bibfolio/1.2.3');
		expect(Object.keys(others).sort()).toEqual([
			'accept-encoding',
			'accept-language',
			'connection',
			'host',
			'sec-fetch-mode',
		]);
	});

	it('follow redirects, but not circular ones', async () => {
		const to =
			(location: string): Route =>
			(_, response) =>
				response.writeHead(302, { location }).end();
		const { draft } = await ask(doi, { [path]: to('/other'), '/other': 'doi-article.json' });
		expect(draft?.type).toBe('article');
		const { diagnostics } = await ask(doi, { [path]: to(path) });
		expect(diagnostics[0]).toContain(`Cannot look up DOI ${doi}: HOST redirects more than 10 times`);
	});

	it('go to all sources for an unknown DOI', async () => {
		const { diagnostics, asked } = await ask(doi, {});
		expect(diagnostics).toEqual([`lookup/unknown: Unknown DOI ${doi}: not found at HOST`]);
		expect(asked).toHaveLength(3);
	});

	it('are repeated after Retry-After, unless that is too long', async () => {
		let left = 2;
		const busy: Route = (_, response) => {
			if (left-- > 0) response.writeHead(429, { 'retry-after': '3' }).end();
			else response.writeHead(200).end('{"type":"book","title":"At last"}');
		};
		const { draft, waits } = await ask(doi, { [path]: busy });
		expect([draft?.fields.get('title'), waits]).toEqual(['At last', [3000, 3000]]);
		const hour: Route = (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end();
		const never = await ask(doi, { [path]: hour });
		expect(never.waits).toEqual([]);
		expect(never.diagnostics[0]).toContain('HOST responded with status 503');
	});

	it('are made three times if the source fails', async () => {
		const { asked, waits, diagnostics } = await ask(doi, { [path]: (_, response) => response.writeHead(500).end() });
		expect(asked.filter((one) => one === path)).toHaveLength(3);
		expect(waits).toEqual([20, 40]);
		expect(diagnostics).toEqual([`lookup/unavailable: Cannot look up DOI ${doi}: HOST responded with status 500`]);
	});

	it.each([
		['a message', '{"status":"error"}'],
		['null', 'null'],
		['an empty list', '[]'],
		['no title', '{"type":"book","author":[{"family":"Ada"}]}'],
		['an empty title', '{"type":"book","title":" "}'],
		['a title of markup only', '{"type":"book","title":"<b></b>"}'],
		['null as a title', '{"type":"book","title":null}'],
	])('find nothing in a response with %s', async (_, answer) => {
		const { draft, diagnostics } = await ask(doi, { [path]: (__, response) => response.writeHead(200).end(answer) });
		expect([draft, diagnostics]).toEqual([null, [`lookup/unknown: Unknown DOI ${doi}: not found at HOST`]]);
	});

	it('are aborted after the time-out, also while the body is sent', async () => {
		const hanging: Route = () => {};
		const { diagnostics } = await ask(doi, { [path]: hanging }, { timeout: 40 });
		expect(diagnostics[0]).toContain('HOST did not respond within 0.04 s');
		const slow: Route = (_, response) => void response.writeHead(200).write('{"type":');
		expect((await ask(doi, { [path]: slow }, { timeout: 40 })).diagnostics[0]).toContain(
			'did not respond within 0.04 s',
		);
	});

	it('are aborted after the time-out, also if each pause is short', async () => {
		const drip: Route = (_, response) => {
			response.writeHead(200);
			const timer = setInterval(() => response.write(' '), 5);
			response.on('close', () => clearInterval(timer));
		};
		const { diagnostics } = await ask(doi, { [path]: drip }, { timeout: 100 });
		expect(diagnostics[0]).toContain('HOST did not respond within 0.1 s');
	});

	it('fail if the response is incomplete', async () => {
		const cut: Route = (_, response) =>
			void response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy());
		expect((await ask(doi, { [path]: cut })).diagnostics[0]).toContain('HOST cannot be reached (UND_ERR_SOCKET)');
	});

	it('are aborted if the response is too large', async () => {
		const long: Route = (_, response) => response.writeHead(200).end(Buffer.alloc(6_000_000, 32));
		expect((await ask(doi, { [path]: long })).diagnostics[0]).toContain('HOST sent more than 5 MB');
	});

	it('report the host that cannot be reached', async () => {
		const addresses = Object.fromEntries(Object.keys(paths).map((name) => [name, 'http://127.0.0.1:1/{}']));
		const { diagnostics } = await ask(doi, {}, { addresses });
		expect(diagnostics[0]).toContain('127.0.0.1:1 cannot be reached');
		const nowhere = Object.fromEntries(Object.keys(paths).map((name) => [name, 'http://nowhere.invalid/{}']));
		const asked: string[] = [];
		await ask(doi, {}, { addresses: nowhere, onRequest: (host) => asked.push(host) });
		expect(asked).toEqual(['nowhere.invalid']);
	});
});
