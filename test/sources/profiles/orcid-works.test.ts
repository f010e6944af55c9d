import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeRows } from '../../../src/editing/drafts/csl-type-table.ts';
import { orcidWorkTypes } from '../../../src/sources/profiles/orcid-work-types.ts';
import { orcidWorks } from '../../../src/sources/profiles/orcid-works.ts';
import { withDetails } from '../../../src/sources/profiles/read-profile.ts';
import type { Route } from '../server.ts';
import { json, readFrom, recordedError, worksIn, written } from './reading.ts';

const iD = '0000-0003-1444-9135';
const works = `/v3.0/${iD}/works`;

async function read(route: Route) {
	return readFrom(orcidWorks, iD, '/v3.0/{}/works', { [works]: route });
}

/** The draft of one group with some records. */
function draftOf(...records: readonly object[]) {
	const [work] = worksIn(orcidWorks, JSON.stringify({ path: `/${iD}/works`, group: [{ 'work-summary': records }] }));
	if (!work) throw new Error('no work');
	return written(work);
}

function text(value: string | null) {
	return value === null ? null : { value };
}

/** A record as the API has it. */
function record({
	title = 'On rings' as string | null,
	journal = null as string | null,
	...rest
}: Record<string, unknown> & {
	title?: string | null;
	journal?: string | null;
} = {}) {
	return {
		'put-code': 1,
		type: 'journal-article',
		title: { title: text(title), subtitle: null, 'translated-title': null },
		'journal-title': text(journal),
		'publication-date': null,
		'external-ids': null,
		url: null,
		'display-index': '0',
		...rest,
	};
}

function ids(...rows: readonly (readonly [type: string, value: string, relationship?: string])[]) {
	return {
		'external-id': rows.map(([type, value, relationship = 'self']) => ({
			'external-id-type': type,
			'external-id-value': value,
			'external-id-normalized': null,
			'external-id-url': null,
			'external-id-relationship': relationship,
		})),
	};
}

describe('works of ORCID', () => {
	it('are read with one request', async () => {
		const { works: found, asked, server, messages } = await read('recorded/orcid/works-2020.json');
		expect(messages).toEqual([]);
		expect(asked).toEqual([works]);
		expect(server.asked[0]?.headers.accept).toBe('application/json');
		const rest = { source: 'orcid', url: `https://orcid.org/${iD}`, orcids: [iD], publishedAs: [] };
		expect(found?.map(({ draft: _, ...work }) => work)).toEqual([
			{ id: '44924450', ...rest },
			{ id: '47331250', ...rest },
			{ id: '13215475', ...rest },
			{ id: '13215478', ...rest },
		]);
		expect(found?.map(written)).toEqual([
			{
				entrytype: 'article',
				title: 'Phylogeny Based Biodiversity Data Queries',
				journaltitle: 'Biodiversity Information Science and Standards',
				date: '2018-05-21',
				doi: '10.3897/biss.2.25589',
			},
			{
				entrytype: 'misc',
				title: 'Ropensci/Suppdata: Submission To Joss',
				date: '2018-05-01',
				publisher: 'Zenodo',
				doi: '10.5281/ZENODO.1238947',
			},
			{
				entrytype: 'article',
				title: 'How context dependent are species interactions?',
				journaltitle: 'Ecol Lett',
				date: '2014-07',
				doi: '10.1111/ele.12279',
			},
			{
				entrytype: 'article',
				title: 'Phylogenetic tree shape and the structure of mutualistic networks',
				journaltitle: 'J Ecol',
				date: '2014-07',
				doi: '10.1111/1365-2745.12293',
			},
		]);
	});

	it('have journals in normal case if a service wrote them in capitals', async () => {
		const { works: found } = await read('recorded/orcid/works-sandbox-2021.json');
		expect(found?.map(written).map(({ journaltitle }) => journaltitle)).toEqual([
			'Journal of Optimization Theory and Applications',
			'Statistics and Computing',
			'Optics Express',
		]);
		expect(found?.map(({ orcids }) => orcids)).toEqual([1, 2, 3].map(() => ['0000-0002-7262-6251']));
	});

	it('can be none', async () => {
		const { works: found, messages } = await read('recorded/orcid/works-empty.json');
		expect({ found, messages }).toEqual({ found: [], messages: [] });
	});

	it('come from the record with the highest display index, then from the one of a service', () => {
		const typed = record({ title: 'on RINGS', 'display-index': '0' });
		const service = record({ title: 'On rings', 'display-index': '0', source: { 'source-client-id': { path: 'x' } } });
		expect(draftOf(typed, service)['title']).toBe('On rings');
		expect(draftOf({ ...typed, 'display-index': '1' }, service)['title']).toBe('on {RINGS}');
		expect(draftOf({ ...typed, 'display-index': 'x' }, service)['title']).toBe('On rings');
	});

	it('are completed by the other records of their group', () => {
		const best = record({ type: 'other', 'display-index': '1', 'external-ids': ids(['eid', '2-s2.0-1']) });
		const other = record({
			journal: 'Annals of Rings',
			'publication-date': { year: { value: '1921' }, month: null, day: null },
			'external-ids': ids(
				['doi', '10.1000/rings'],
				['pmid', '123'],
				['pmc', 'PMC456'],
				['arxiv', 'arXiv:2101.00001v2'],
			),
		});
		expect(draftOf(best, other)).toEqual({
			entrytype: 'article',
			title: 'On rings',
			journaltitle: 'Annals of Rings',
			date: '1921',
			eprint: '2101.00001',
			eprinttype: 'arxiv',
			doi: '10.1000/rings',
			pmid: '123',
			pmcid: 'PMC456',
		});
	});

	it('are articles with the arXiv id if the group has the preprint, too', () => {
		const preprint = record({
			type: 'preprint',
			title: 'On rings, version 2',
			'display-index': '1',
			'external-ids': ids(['doi', '10.48550/arXiv.2101.00001']),
		});
		const article = record({
			journal: 'Rings',
			'external-ids': ids(['doi', '10.1101/2020.12.01.1'], ['doi', '10.1000/rings']),
		});
		expect(draftOf(preprint, article)).toEqual({
			entrytype: 'article',
			title: 'On rings',
			journaltitle: 'Rings',
			eprint: '2101.00001',
			eprinttype: 'arxiv',
			doi: '10.1000/rings',
		});
		expect(draftOf(preprint)).toMatchObject({ entrytype: 'online', eprint: '2101.00001' });
	});

	it('have no identifiers of their journal, their book, another version or a grant', () => {
		const others = ['part-of', 'version-of', 'funded-by', 'PART_OF'].map(
			(relationship) => ['doi', '10.1000/other', relationship] as const,
		);
		expect(draftOf(record({ 'external-ids': ids(...others, ['issn', '1461-023X', 'part-of']) }))).toEqual({
			entrytype: 'article',
			title: 'On rings',
		});
	});

	it.each<[string, string, Readonly<Record<string, string>>]>([
		['doi', 'https://doi.org/10.1000/Rings', { doi: '10.1000/Rings' }],
		['doi', '10.48550/arXiv.2101.00001', { eprint: '2101.00001', eprinttype: 'arxiv' }],
		['doi', 'rings', {}],
		['arxiv', 'hep-th/9711200', { eprint: 'hep-th/9711200', eprinttype: 'arxiv' }],
		['pmid', 'https://pubmed.ncbi.nlm.nih.gov/24520159', { pmid: '24520159' }],
		['pmid', 'none', {}],
		['pmc', '3917233', { pmcid: 'PMC3917233' }],
		['isbn', '978-3-16-148410-0', { isbn: '978-3-16-148410-0' }],
		['isbn', '978-3-16-148410-1', {}],
		['bibcode', '2018MNRAS.475..624N', {}],
		['DOI', '10.1000/rings', { doi: '10.1000/rings' }],
	])('with the %s "%s"', (type, value, fields) => {
		const { entrytype: _, title: __, ...rest } = draftOf(record({ 'external-ids': ids([type, value]) }));
		expect(rest).toEqual(fields);
	});

	it('use the normalized identifier if the value is not valid', () => {
		const [id] = ids(['doi', 'see the article'])['external-id'];
		const normalized = { ...id, 'external-id-normalized': { value: '10.1000/rings' } };
		expect(draftOf(record({ 'external-ids': { 'external-id': [normalized] } }))['doi']).toBe('10.1000/rings');
	});

	it.each([
		['https://www.example.org/rings', 'https://www.example.org/rings'],
		['http://www.scopus.com/inward/record.url?eid=2-s2.0-1', undefined],
		['javascript:alert(1)', undefined],
	])('with the address %s', (url, expected) => {
		expect(draftOf(record({ url: { value: url } }))['url']).toBe(expected);
	});

	it.each([
		[['2018', '05', '21'], '2018-05-21'],
		[['2018', '05', null], '2018-05'],
		[['2018', null, '21'], '2018'],
		[['2018', null, null], '2018'],
		[['0000', '01', '01'], undefined],
		[['soon', null, null], undefined],
	])('with the date %j', (parts, expected) => {
		const [year, month, day] = parts.map((part) => part && { value: part });
		expect(draftOf(record({ 'publication-date': { year, month, day } }))['date']).toBe(expected);
	});

	it.each([
		['journal-article', 'article', { journaltitle: 'Rings' }],
		['JOURNAL_ARTICLE', 'article', { journaltitle: 'Rings' }],
		['conference-paper', 'inproceedings', { booktitle: 'Rings' }],
		['conference-abstract', 'inproceedings', { booktitle: 'Rings', type: 'Abstract' }],
		['conference-poster', 'unpublished', { eventtitle: 'Rings', type: 'Poster' }],
		['lecture-speech', 'unpublished', { eventtitle: 'Rings' }],
		['book', 'book', { publisher: 'Rings' }],
		['book-chapter', 'incollection', { booktitle: 'Rings' }],
		['edited-book', 'collection', { publisher: 'Rings' }],
		['dissertation-thesis', 'thesis', { institution: 'Rings', type: 'phdthesis' }],
		['report', 'report', { institution: 'Rings' }],
		['working-paper', 'report', { institution: 'Rings', type: 'Working paper' }],
		['preprint', 'online', { publisher: 'Rings' }],
		['data-set', 'dataset', { publisher: 'Rings' }],
		['software', 'software', { publisher: 'Rings' }],
		['patent', 'patent', { publisher: 'Rings' }],
		['other', 'misc', { publisher: 'Rings' }],
		['an-unknown-type', 'misc', { publisher: 'Rings' }],
		['constructor', 'misc', { publisher: 'Rings' }],
		[null, 'misc', { publisher: 'Rings' }],
	])('of the type %s', (type, entryType, fields) => {
		expect(draftOf(record({ type, journal: 'Rings' }))).toEqual({ entrytype: entryType, title: 'On rings', ...fields });
	});

	it('of all types have a type of CSL that drafts know', () => {
		expect(Object.values(orcidWorkTypes).filter(({ csl }) => !Object.hasOwn(typeRows, csl))).toEqual([]);
	});

	it('are omitted if they are no publications, or have no title', () => {
		const page = (...records: readonly object[]) => ({ group: records.map((one) => ({ 'work-summary': [one] })) });
		const answer = page(record({ type: 'trademark' }), record({ title: null }), record({ title: '' }), record());
		const found = worksIn(orcidWorks, JSON.stringify({ group: [{ 'work-summary': [] }, {}, ...answer.group] }));
		expect(found).toHaveLength(1);
	});

	it('have titles with HTML, entities and subtitles as LaTeX', () => {
		const title = { title: text('Rings of <i>H</i><sub>2</sub>O &amp; ice'), subtitle: text('a review') };
		expect(draftOf({ ...record(), title })['title']).toBe(
			'Rings of \\emph{{H}}\\textsubscript{2}{O} \\& ice: a review',
		);
	});

	it('belong to the record that replaces a deprecated one', () => {
		const answer = { path: '/0000-0002-1825-0097/works', group: [{ 'work-summary': [record()] }] };
		expect(worksIn(orcidWorks, JSON.stringify(answer), `https://pub.orcid.org/v3.0/${iD}/works`)[0]?.orcids).toEqual([
			'0000-0002-1825-0097',
		]);
	});
});

describe('details of ORCID', () => {
	const bulkPath = `${works}/27359862,27359865`;

	it('complete works by names and by what their citation contains', async () => {
		const summaries = [27359862, 27359865, 7].map((code) => ({
			'work-summary': [
				record({ 'put-code': code, title: `Work ${code}`, 'external-ids': ids(['doi', `10.1000/${code}`]) }),
			],
		}));
		const {
			works: found,
			client,
			diagnostics,
			server,
		} = await readFrom(orcidWorks, iD, '/v3.0/{}/works', {
			[works]: json({ path: works, group: summaries }),
			[`${bulkPath},7`]: 'recorded/orcid/works-bulk-2019.json',
		});
		const complete = await withDetails(orcidWorks, iD, found ?? [], client, (one) => diagnostics.push(one));
		expect(diagnostics).toEqual([]);
		expect(server.asked.map(({ path }) => path)).toEqual([works, `${bulkPath},7`]);
		expect(complete.map(written)).toEqual([
			{
				entrytype: 'article',
				author: 'Ngo, Trung Thanh and Mitchell, Philip and Martin, Nicholas and Miller, Steven',
				title: 'Work 27359862',
				journaltitle: 'Acta Neuropsychiatrica',
				date: '2011',
				volume: '23',
				pages: '37--42',
				publisher: 'Cambridge University Press',
				url: expect.stringMatching(/^http:\/\/monash\.edu\//),
				doi: '10.1000/27359862',
			},
			expect.objectContaining({
				author: 'Gregory Been and Ngo, {Trung Thanh} and Steven Miller and Fitzgerald, {Paul Bernard}',
				journaltitle: 'Brain Research Reviews',
				volume: '56',
				number: '2',
				pages: '346--361',
			}),
			// The answer has nothing about this one.
			{ entrytype: 'article', title: 'Work 7', doi: '10.1000/7' },
		]);
		expect(complete.map(({ orcids }) => orcids)).toEqual([
			[iD, '0000-0002-1909-134X'],
			[iD, '0000-0002-1909-134X', '0000-0003-4217-8096'],
			[iD],
		]);
	});

	it.each([
		[
			'recorded/orcid/work-crossref-source.json',
			'Kreutzer, Sebastian and Tribolo, Chantal and Martin, Loïc and Mercier, Norbert',
		],
		[
			'recorded/orcid/work-public-pretty.json',
			'Kreutzer, Sebastian and Schmidt, Christoph and Fuchs, Margret C and Dietze, Michael and Fischer, Manfred and Fuchs, Markus',
		],
		['recorded/orcid/work-with-bibtex-citation.json', 'Littman, J.'],
	])('have the names of %s', (file, author) => {
		const work = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
		expect(details({ work })[0]?.['author']).toBe(author);
	});

	it('have a note if only the person of the profile is an author, whom ORCID adds', () => {
		const contributor = { 'contributor-orcid': { path: iD }, 'credit-name': text('Emmy Noether') };
		const other = { 'contributor-orcid': null, 'credit-name': text('Emil Artin') };
		const notesOf = (more: object) =>
			orcidWorks.details?.read({ bulk: [{ work: { ...record(), path: `/${iD}/work/1`, ...more } }] } as never)[0]?.draft
				.notes;
		expect(notesOf({ contributors: { contributor: [contributor] } })).toEqual([
			'Only one author according to ORCID: check whether there are more',
		]);
		expect(notesOf({ contributors: { contributor: [contributor, other] } })).toEqual([]);
		expect(notesOf({ contributors: { contributor: [other] } })).toEqual([]);
		const citation = { 'citation-value': '@article{k, author = {Noether, Emmy}}' };
		expect(notesOf({ contributors: { contributor: [contributor] }, citation })).toEqual([]);
	});

	it('have each contributor once, by role', () => {
		const contributor = (name: string, role: string | null) => ({
			'contributor-orcid': null,
			'credit-name': text(name),
			'contributor-attributes': role === null ? null : { 'contributor-sequence': null, 'contributor-role': role },
		});
		const contributors = {
			contributor: [
				contributor('Emmy Noether', 'conceptualization'),
				contributor('Emmy Noether', 'writing-original-draft'),
				contributor('van der Waerden, Bartel', null),
				contributor('Olga Taussky', 'EDITOR'),
				contributor('A Sponsor', 'assignee'),
				{ 'credit-name': null },
			],
		};
		expect(details({ work: record({ contributors }) })).toEqual([
			{
				entrytype: 'article',
				author: 'Noether, Emmy and van der Waerden, Bartel',
				editor: 'Taussky, Olga',
				title: 'On rings',
			},
		]);
	});

	it.each<[string, Readonly<Record<string, string>>]>([
		[
			'@inproceedings{k, title={Other}, booktitle={Proc. Rings}, pages={1-9}, year=1921}',
			{ journaltitle: 'Proc. Rings', pages: '1--9', date: '1921' },
		],
		['TY  - JOUR\nTI  - Other\nJO  - Annals\nVL  - 7\nER  - ', { journaltitle: 'Annals', volume: '7' }],
		['@article{k, journal = JRINGS, volume = 7}', { volume: '7' }],
		['Noether, E. (1921). On Rings. Annals.', {}],
		['@article{k, title = {', {}],
		['@article{k, volume = {7}, url = {https://example.org}, abstract = {x}, keywords = {y}}', { volume: '7' }],
	])('take from the citation %j what the record lacks', (citation, fields) => {
		const work = record({ citation: { 'citation-type': 'bibtex', 'citation-value': citation } });
		expect(details({ work })).toEqual([{ entrytype: 'article', title: 'On rings', ...fields }]);
	});

	it('have the type of the citation if the record has none', () => {
		const citation = { 'citation-value': '@inproceedings{k, title={Other}, booktitle={Proc. Rings}}' };
		expect(details({ work: record({ type: 'other', citation }) })).toEqual([
			{ entrytype: 'inproceedings', title: 'On rings', booktitle: 'Proc. Rings' },
		]);
	});

	it('are asked for 100 works at a time', async () => {
		const summaries = Array.from({ length: 101 }, (_, at) => ({ 'work-summary': [record({ 'put-code': at + 1 })] }));
		const { works: found, client, server } = await read(json({ path: works, group: summaries }));
		const messages: string[] = [];
		const complete = await withDetails(orcidWorks, iD, found ?? [], client, ({ code }) => messages.push(code));
		// The server has no details, so the works stay as they are.
		expect(complete).toEqual(found);
		expect(messages).toEqual(['lookup/unavailable']);
		expect(server.asked).toHaveLength(2);
		expect(server.asked[1]?.path.split(',')).toHaveLength(100);
	});
});

function details(...bulk: readonly object[]) {
	return (orcidWorks.details?.read({ bulk } as never) ?? []).map(written);
}

describe('problems of ORCID', () => {
	it.each([
		['errors/orcid-404-public.json', 'lookup/unknown: Unknown ORCID id 0000-0003-1444-9135: not found at HOST'],
		[
			'errors/orcid-409-locked.json',
			'lookup/unavailable: Cannot read ORCID profile 0000-0003-1444-9135: HOST has locked the record',
		],
		[
			'errors/orcid-500-html.json',
			'lookup/unavailable: Cannot read ORCID profile 0000-0003-1444-9135: HOST responded with status 500',
		],
	])('with the answer %s', async (file, message) => {
		const { works: found, messages } = await read(recordedError(file));
		expect({ found, messages }).toEqual({ found: null, messages: [message] });
	});

	it('with a deprecated record whose new one is not named', async () => {
		const { messages, diagnostics } = await read((_, response) => response.writeHead(301).end('{}'));
		expect(messages).toEqual([
			'lookup/unavailable: Cannot read ORCID profile 0000-0003-1444-9135: HOST has another iD for this person',
		]);
		expect(diagnostics[0]?.hint).toBe('Use the new iD, which the page of the old one at orcid.org shows');
	});

	it.each<[unknown, string]>([
		[null, 'sent an empty answer'],
		[[], 'sent an unexpected answer: a list'],
		['works', 'sent an unexpected answer: a text of 5 characters'],
		[{ 'response-code': 301 }, 'sent an unexpected answer, in which "group" is missing'],
		[{ group: {} }, 'sent an unexpected answer, in which "group" is an object'],
		[
			{ group: [{ 'work-summary': [record({ title: 5 as never })] }] },
			'sent an unexpected answer, in which "group.0.work-summary.0.title.title.value" is a number',
		],
		[{ group: [null] }, 'sent an unexpected answer, in which "group.0" is missing'],
	])('with the answer %j', async (answer, problem) => {
		const { works: found, messages } = await read(json(answer));
		expect({ found, messages }).toEqual({
			found: null,
			messages: [`lookup/unavailable: Cannot read ORCID profile ${iD}: HOST ${problem}`],
		});
	});

	it('never stop the program', () => {
		const leaf = fc.oneof(fc.string(), fc.constant(null), fc.constant(undefined));
		const value = fc.option(fc.record({ value: leaf }), { nil: null });
		const group = fc.record({
			'work-summary': fc.array(
				fc.record(
					{
						'put-code': fc.oneof(fc.nat(), leaf),
						'display-index': leaf,
						type: fc.oneof(fc.constantFrom(...Object.keys(orcidWorkTypes)), leaf),
						title: fc.record({ title: value, subtitle: value }),
						'journal-title': value,
						'publication-date': fc.record({ year: value, month: value, day: value }),
						citation: fc.record({ 'citation-value': leaf }),
						url: value,
					},
					{ requiredKeys: [] },
				),
				{ maxLength: 3 },
			),
		});
		fc.assert(
			fc.property(fc.array(group, { maxLength: 3 }), (groups) => {
				const found = worksIn(orcidWorks, JSON.stringify({ group: groups }));
				expect(found.length).toBeLessThanOrEqual(groups.length);
				for (const { draft } of found) expect(draft.fields.get('title')).not.toBe('');
			}),
			{ numRuns: 50 },
		);
	});
});

describe('ORCID iDs', () => {
	it.each([
		'0000-0002-1825-0097',
		' 0000-0002-1825-0097 ',
		'0000000218250097',
		'0000‐0002‐1825‐0097',
		'https://orcid.org/0000-0002-1825-0097',
		'http://www.orcid.org/0000-0002-1825-0097/',
		'orcid.org/0000-0002-1825-0097?lang=en',
		'https://orcid.org/0000-0002-1825-0097/print#works',
		'ORCID: 0000-0002-1825-0097',
		'ORCID iD 0000-0002-1825-0097',
	])('in "%s"', (value) => {
		expect(orcidWorks.idIn(value)).toBe('0000-0002-1825-0097');
	});

	it('can end in a lower-case x', () => {
		expect(orcidWorks.idIn('https://orcid.org/0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
	});

	it.each([
		'',
		'0000-0002-1825-0098',
		'0000-0002-1825-00977',
		'0000-0002-1825-009',
		'https://example.org/0000-0002-1825-0097',
		'https://orcid.org/',
		'A5023888391',
		'0000-0002-1825-0097 0000-0002-1694-233X',
	])('not in "%s"', (value) => {
		expect(orcidWorks.idIn(value)).toBeNull();
	});
});
