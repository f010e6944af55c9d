import { describe, expect, it } from 'vitest';
import { typeRows } from '../../../src/editing/drafts/csl-type-table.ts';
import { halSubtypes, halTypes } from '../../../src/sources/profiles/hal-types.ts';
import { halWorks } from '../../../src/sources/profiles/hal-works.ts';
import type { Route } from '../server.ts';
import { answer, draftsIn, json, readFrom, worksIn } from './reading.ts';

function search(docs: readonly object[], nextCursorMark?: string) {
	return { response: { numFound: docs.length, start: 0, docs }, nextCursorMark };
}

/** The draft of one document with a title. */
function draftOf(item: object) {
	const doc = { halId_s: 'hal-01234567', docType_s: 'ART', title_s: ['A title'], ...item };
	return draftsIn(halWorks, JSON.stringify(search([doc]))).get('hal-01234567');
}

describe('A HAL id', () => {
	it.each([
		['ada-lovelace', 'ada-lovelace'],
		[' lovelace ', 'lovelace'],
		['1063453', '1063453'],
		['0000-0002-1825-0097', '0000-0002-1825-0097'],
		['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
		['https://cv.hal.science/ada-lovelace', 'ada-lovelace'],
		['https://cv.archives-ouvertes.fr/ada-lovelace/', 'ada-lovelace'],
		['https://cv.hal.science/ada-lovelace?langChosen=fr', 'ada-lovelace'],
		['https://hal.science/search/index?q=%2A&authIdHal_s=ada-lovelace', 'ada-lovelace'],
		['https://api.archives-ouvertes.fr/search/?q=authIdHal_s:%22ada-lovelace%22', 'ada-lovelace'],
		// Ids of documents.
		['hal-02489392', null],
		['https://hal.science/hal-02489392v1', null],
		['Ada Lovelace', null],
		['x" OR docid:*', null],
		['', null],
	])('in "%s" is %s', (text, id) => {
		expect(halWorks.idIn(text)).toBe(id);
	});

	it.each([
		['ada-lovelace', 'authIdHal_s:"ada-lovelace"'],
		['1063453', 'authIdPerson_i:1063453'],
		['0000-0002-1825-0097', 'authORCIDIdExt_s:"0000-0002-1825-0097"'],
	])('%s is searched for as %s', (id, query) => {
		const address = halWorks.firstPage?.(
			id,
			(text) => `https://api.archives-ouvertes.fr/search/?q=${encodeURIComponent(text)}`,
		);
		expect(new URL(address ?? '').searchParams.get('q')).toBe(query);
	});
});

describe('The documents of HAL', () => {
	it('are articles with parallel lists of names', () => {
		expect(draftsIn(halWorks, answer('recorded/hal/search-article.json')).get('hal-02489392')).toEqual({
			entrytype: 'article',
			author: 'Maisonneuve, Stéphane and Métivier, Rémi and Yu, Pei and Nakatani, Keitaro and Xie, Juan',
			title: 'Multichromophoric sugar for fluorescence photoswitching',
			journaltitle: 'Beilstein Journal of Organic Chemistry',
			date: '2014',
			volume: '10',
			pages: '1471--1481',
			doi: '10.3762/bjoc.10.151',
			url: 'https://hal.science/hal-02489392',
		});
	});

	it('are talks, if there are no proceedings', () => {
		expect(draftsIn(halWorks, answer('recorded/hal/search-talk.json')).get('hal-02498602')).toMatchObject({
			entrytype: 'unpublished',
			eventtitle: 'SUNBELT 2020, Session Recent advances in Social Network Analysis',
			date: '2020-06-02',
		});
		const [talk] = worksIn(halWorks, answer('recorded/hal/search-talk.json'));
		expect([...(talk?.draft.optional ?? [])]).not.toContain('eventtitle');
		const published = { docType_s: 'COMM', conferenceTitle_s: 'SUNBELT', page_s: '1-2', proceedings_s: '0' };
		expect(draftOf(published)).toMatchObject({ entrytype: 'inproceedings', booktitle: 'SUNBELT', pages: '1--2' });
	});

	it('may lack any field', () => {
		const drafts = draftsIn(halWorks, answer('recorded/hal/search-few-fields.json'));
		expect(drafts.get('hal-04178712')).toMatchObject({
			author: 'Zhang, Meng and Chang, Liang and Liu, Tieyuan and Wei, Chen',
			doi: '10.1007/978-3-031-03948-5_7',
			url: 'https://inria.hal.science/hal-04178712',
		});
		const bare = worksIn(halWorks, JSON.stringify(search([{ halId_s: 'hal-01234567' }])));
		expect(bare).toMatchObject([{ id: 'hal-01234567', url: 'https://hal.science/hal-01234567', orcids: [] }]);
	});

	it('have ids, addresses and iDs', () => {
		const iDs = ['0000-0002-1825-0097', 'x', null];
		const doc = { halId_s: 'tel-01234567', uri_s: 'https://theses.hal.science/tel-01234567v3', authORCIDIdExt_s: iDs };
		expect(worksIn(halWorks, JSON.stringify(search([doc])))).toMatchObject([
			{
				source: 'hal',
				id: 'tel-01234567',
				url: 'https://theses.hal.science/tel-01234567',
				orcids: ['0000-0002-1825-0097'],
			},
		]);
	});

	it.each([
		['ART', 'article'],
		['COMM', 'inproceedings'],
		['POSTER', 'talk'],
		['PROCEEDINGS', 'proceedings'],
		['OUV', 'book'],
		['DOUV', 'collection'],
		['COUV', 'incollection'],
		['UNDEFINED', 'online'],
		['THESE', 'thesis'],
		['HDR', 'thesis'],
		['REPORT', 'report'],
		['PATENT', 'patent'],
		['SOFTWARE', 'software'],
		['IMG', 'image'],
		['NOTICE', 'inreference'],
		['NEW', 'misc'],
		[null, 'misc'],
		['constructor', 'misc'],
	])('of the type %s are @%s', (type, entrytype) => {
		expect(draftOf({ docType_s: type, authFullName_s: ['A B'] })?.['entrytype']).toBe(entrytype);
	});

	it('have types of CSL', () => {
		for (const { csl } of [...Object.values(halTypes), ...Object.values(halSubtypes)])
			expect(typeRows).toHaveProperty(csl);
	});

	it.each([
		[{ docType_s: 'ART', docSubType_s: 'BOOKREVIEW' }, { entrytype: 'review' }],
		[
			{ docType_s: 'REPORT', docSubType_s: 'TECHREPORT', number_s: ['RR-1'] },
			{ type: 'techreport', number: 'RR-1' },
		],
		[
			{ docType_s: 'THESE', authorityInstitution_s: ['Sorbonne'] },
			{ type: 'phdthesis', institution: 'Sorbonne' },
		],
		[{ docType_s: 'HDR' }, { type: 'Habilitation à diriger des recherches' }],
		[{ docType_s: 'MEM' }, { type: 'mathesis' }],
		[
			{ docType_s: 'COUV', bookTitle_s: 'A book', scientificEditor_s: ['Valérie Carayol; Gino Gramaccia'] },
			{ booktitle: 'A book', editor: 'Carayol, Valérie and Gramaccia, Gino' },
		],
		[
			{ docType_s: 'COMM', source_s: 'Proc. X', conferenceTitle_s: 'X 2020', journalTitle_s: 'LNCS' },
			{ booktitle: 'Proc. X', eventtitle: 'X 2020', series: 'LNCS' },
		],
		[
			{ docType_s: 'ART', issue_s: ['3', '4'], volume_s: 12 },
			{ number: '3', volume: '12' },
		],
		[{ docType_s: 'ART', inPress_bool: true }, { pubstate: 'inpress' }],
		[{ docType_s: 'UNDEFINED' }, { eprint: 'hal-01234567', eprinttype: 'hal' }],
		[
			{ docType_s: 'UNDEFINED', arxivId_s: '1706.03762' },
			{ eprint: '1706.03762', eprinttype: 'arxiv' },
		],
		[
			{ docType_s: 'OUV', isbn_s: '978-3-16-148410-0', publisher_s: ['CNRS'] },
			{ isbn: '978-3-16-148410-0', publisher: 'CNRS' },
		],
	])('with %j have %j', (item, fields) => {
		expect(draftOf(item)).toMatchObject(fields);
	});

	it.each([
		[{ title_s: ['Le titre', 'The title'], en_title_s: ['The title'], language_s: ['en'] }, 'The title'],
		[{ title_s: ['Le titre', 'The title'], en_title_s: ['The title'], language_s: ['fr'] }, 'Le titre'],
		[{ title_s: ['Un', 'One'], subTitle_s: ['Deux', 'Two'], en_title_s: ['One'], language_s: ['en'] }, 'One: Two'],
		[{ title_s: ['Un', 'One'], subTitle_s: ['Two'] }, 'Un'],
		[{ title_s: 'A &#x27E8;b&#xE9;&#x27E9; &amp; c' }, 'A \\ensuremath{\\langle}bé\\ensuremath{\\rangle} \\& c'],
		[{ title_s: null }, undefined],
	])('with the titles %j are called %s', (item, title) => {
		expect(draftOf(item)?.['title']).toBe(title);
	});

	it.each([
		[{ authFullName_s: ['Ada van Lovelace'], authLastName_s: ['van Lovelace'] }, 'van Lovelace, Ada'],
		[
			{ authFullName_s: ['Jean Martin Dupont', 'A Martin Dupont'], authLastName_s: ['Dupont', 'Martin Dupont'] },
			'Dupont, Jean Martin and Martin Dupont, A',
		],
		// A list without a value for one of the people.
		[
			{ authFullName_s: ['Ada Lovelace', 'Luis Garcia Lopez'], authLastName_s: ['Garcia Lopez'] },
			'Lovelace, Ada and Garcia Lopez, Luis',
		],
		[{ authFirstName_s: ['Ada', 'Luis'], authLastName_s: ['Garcia Lopez'] }, undefined],
		[{ authFullName_s: ['Collaboration ATLAS'], authLastName_s: ['Collaboration ATLAS'] }, '{Collaboration ATLAS}'],
		[{ authFullName_s: null }, undefined],
	])('with the names %j are by %s', (item, author) => {
		expect(draftOf(item)?.['author']).toBe(author);
	});

	it.each([
		['OUV', ['aut', 'edt', 'trl'], { entrytype: 'book', author: 'A, A', editor: 'B, B', translator: 'C, C' }],
		['OUV', ['edt', 'edt', 'edt'], { entrytype: 'collection', editor: 'A, A and B, B and C, C' }],
		['DOUV', ['aut', 'crp', 'aut'], { entrytype: 'collection', editor: 'A, A and B, B and C, C' }],
		['ART', ['aut', 'crp', 'co_last_author'], { author: 'A, A and B, B and C, C' }],
		['ART', ['edt'], { author: 'A, A and B, B and C, C' }],
	])('of the type %s with the roles %j have %j', (docType_s, authQuality_s, fields) => {
		expect(draftOf({ docType_s, authQuality_s, authFullName_s: ['A A', 'B B', 'C C'] })).toMatchObject(fields);
	});
});

describe('The pages of HAL', () => {
	it('are read until the mark repeats', async () => {
		const route: Route = (request, response) => {
			const mark = new URL(request.url ?? '', 'http://x.org').searchParams.get('cursorMark') ?? '';
			const docs = { '*': [{ halId_s: 'hal-1' }, { halId_s: 'hal-2' }], 'A+/=': [{ halId_s: 'hal-3' }] }[mark] ?? [];
			response.end(JSON.stringify(search(docs, 'A+/=')));
		};
		const { works, messages, asked, server } = await readFrom(halWorks, 'ada-lovelace', '/?q={}', { '/*': route });
		expect(messages).toEqual([]);
		expect(works?.map(({ id }) => id)).toEqual(['hal-1', 'hal-2', 'hal-3']);
		const parameters = asked.map((address) => Object.fromEntries(new URL(address, server.url).searchParams));
		const query = { q: 'authIdHal_s:"ada-lovelace"', sort: 'docid asc', wt: 'json' };
		expect(parameters).toMatchObject([
			{ ...query, cursorMark: '*' },
			{ ...query, cursorMark: 'A+/=' },
		]);
		const fields = ['halId_s', 'docType_s', 'authFullName_s', 'authLastName_s', 'doiId_s', 'en_title_s'];
		expect(parameters[0]?.['fl']?.split(',')).toEqual(expect.arrayContaining(fields));
	});
});

describe('A hostile answer of HAL', () => {
	it.each([
		['a list', [], 'sent an unexpected answer: a list'],
		['no response', {}, 'in which "response" is missing'],
		['an error of Solr', { error: { msg: 'undefined field', code: 400 } }, 'in which "response" is missing'],
		['a text as documents', { response: { docs: 'x' } }, 'in which "response.docs" is a text of 1 character'],
		['an object as title', search([{ title_s: { a: 1 } }]), 'in which "response.docs.0.title_s" is an object'],
		['a text as names', search([{ authFullName_s: 'A' }]), 'authFullName_s" is a text of 1 character'],
		['an object as a date', search([{ producedDate_s: {} }]), 'producedDate_s" is an object'],
	])('with %s is reported', async (_, value, problem) => {
		const { works, messages } = await readFrom(halWorks, 'ada', '/{}', { '/*': json(value) });
		expect(works).toBeNull();
		expect(messages).toEqual([expect.stringContaining(problem)]);
	});
});
