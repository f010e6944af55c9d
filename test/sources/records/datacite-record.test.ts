import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupSources, readAnswer } from '../../../src/sources/records/lookup-sources.ts';

const datacite = lookupSources.find(({ name }) => name === 'datacite');

function read(attributes: unknown) {
	if (!datacite) throw new Error('no source');
	return readAnswer(datacite, JSON.stringify({ data: { attributes } }));
}

/** The draft of a record as its fields and its entry type. */
function draftOf(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
	const found = read({ doi: '10.5072/X', titles: [{ title: 'On Rings' }], creators: [], ...attributes });
	if (!found || 'problem' in found) throw new Error('no draft');
	return { entrytype: found.draft.type, ...Object.fromEntries(found.draft.fields) };
}

describe('a record of DataCite', () => {
	it.each([
		[{ resourceTypeGeneral: 'Dataset' }, 'dataset'],
		[{ resourceTypeGeneral: 'Software', citeproc: 'article' }, 'software'],
		[{ resourceTypeGeneral: 'Dissertation' }, 'thesis'],
		[{ resourceTypeGeneral: 'ConferencePaper', citeproc: '' }, 'inproceedings'],
		[{ resourceTypeGeneral: 'ConferenceProceeding' }, 'collection'],
		[{ resourceTypeGeneral: 'BookChapter' }, 'incollection'],
		[{ resourceTypeGeneral: 'Preprint', resourceType: 'Article' }, 'online'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Preprint', citeproc: 'article-journal' }, 'online'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Doctoral Thesis' }, 'thesis'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Working paper' }, 'report'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Conference paper' }, 'inproceedings'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Book section' }, 'incollection'],
		[{ resourceTypeGeneral: 'Text', resourceType: 'Poster' }, 'talk'],
		[{ resourceTypeGeneral: 'Text', citeproc: 'book' }, 'book'],
		[{ resourceTypeGeneral: 'Other', citeproc: 'article' }, 'misc'],
		[{}, 'misc'],
	])('with the types %j becomes @%s', (types, entrytype) => {
		expect(draftOf({ types, publisher: 'Zenodo' })['entrytype']).toBe(entrytype);
	});

	it('has its own publisher, also as an object, and the institution of a thesis', () => {
		const types = { resourceTypeGeneral: 'Text', resourceType: 'Master Thesis' };
		expect(draftOf({ types, publisher: { name: 'TU Wien' } })).toMatchObject({
			institution: 'TU Wien',
			type: 'mathesis',
		});
	});

	it.each([
		[[{ name: 'Lovelace, Ada', familyName: 'Lovelace', givenName: 'Ada' }], 'Lovelace, Ada'],
		[[{ name: 'Lovelace, Ada' }], 'Lovelace, Ada'],
		[[{ name: 'CERN', nameType: 'Organizational' }], '{CERN}'],
		[[{ name: 'The Cat Project Team' }], '{The Cat Project Team}'],
		[[{ name: 'NOGBOU, Noel-David', familyName: 'NOGBOU', givenName: 'Noel-David' }], 'Nogbou, Noel-David'],
	])('has the people %j', (creators, author) => {
		expect(draftOf({ creators })['author']).toBe(author);
	});

	it('has the title in its own language, with its subtitle', () => {
		const titles = [
			{ title: 'On Rings', lang: 'en' },
			{ title: 'Über Ringe', lang: 'de' },
			{ title: 'Ein Überblick', titleType: 'Subtitle' },
			{ title: 'Rings', titleType: 'AlternativeTitle' },
		];
		expect(draftOf({ titles, language: 'de' })['title']).toBe('Über Ringe: Ein Überblick');
		expect(draftOf({ titles: titles.slice(0, 2) })['title']).toBe('On Rings');
	});

	it.each([
		[
			[
				{ date: '2013', dateType: 'Issued' },
				{ date: '2013-11-13', dateType: 'Available' },
			],
			'2013-11-13',
		],
		[
			[
				{ date: '2020', dateType: 'Issued' },
				{ date: '2015-06-14', dateType: 'Created' },
			],
			'2020',
		],
		[
			[
				{ date: '2019-02', dateType: 'Available' },
				{ date: '2019-02-07T09:22:51Z', dateType: 'Submitted' },
			],
			'2019-02-07',
		],
		[
			[
				{ date: '2019-05-06', dateType: 'Issued' },
				{ date: '2019-07-08', dateType: 'Available' },
			],
			'2019-05-06',
		],
	])('with the dates %j is of %s', (dates, date) => {
		expect(draftOf({ dates, publicationYear: Number(date.slice(0, 4)) })['date']).toBe(date);
	});

	it('has the journal, the book and the series that it is in', () => {
		expect(
			draftOf({
				types: { resourceTypeGeneral: 'JournalArticle' },
				container: {
					type: 'Journal',
					title: 'Acta Arithmetica',
					volume: '7',
					issue: '2',
					firstPage: '3',
					lastPage: '9',
				},
				relatedIdentifiers: [
					{ relatedIdentifier: '1234-5679', relatedIdentifierType: 'ISSN', relationType: 'IsPartOf' },
				],
			}),
		).toMatchObject({
			entrytype: 'article',
			journaltitle: 'Acta Arithmetica',
			volume: '7',
			number: '2',
			pages: '3--9',
			issn: '1234-5679',
		});
		expect(
			draftOf({
				types: { resourceTypeGeneral: 'BookChapter' },
				relatedItems: [
					{ relationType: 'Cites', titles: [{ title: 'Another' }] },
					{ relationType: 'IsPublishedIn', relatedItemType: 'Collection', titles: [{ title: 'Studies' }], volume: '4' },
					{ relationType: 'IsPublishedIn', relatedItemType: 'Book', titles: [{ title: 'The Book' }], firstPage: 5 },
				],
			}),
		).toMatchObject({ booktitle: 'The Book', series: 'Studies', pages: '5' });
	});

	it('is read in the format of content negotiation, without the wrapper of the API', () => {
		if (!datacite) throw new Error('no source');
		const record = { id: 'https://doi.org/10.5072/x', doi: '10.5072/X', titles: [{ title: 'On Rings' }], creators: [] };
		const found = readAnswer(datacite, JSON.stringify(record));
		expect(found && !('problem' in found) && found.draft.fields.get('doi')).toBe('10.5072/X');
	});

	it('with values of any type is read or reported', () => {
		const keys = ['titles', 'creators', 'types', 'dates', 'container', 'relatedItems', 'publisher', 'descriptions'];
		const record = fc.record(Object.fromEntries(keys.map((key) => [key, fc.jsonValue({ maxDepth: 3 })])));
		fc.assert(
			fc.property(record, (values) => {
				const found = read({ titles: [{ title: 'On Rings' }], creators: [], ...values });
				const fields = found && !('problem' in found) ? [...found.draft.fields.values()] : [];
				expect(fields.join()).not.toContain('[object Object]');
			}),
			{ numRuns: 100 },
		);
	});
});
