import { describe, expect, it, test } from 'vitest';
import { article, checked, crossrefAnswer, entry } from './checking.ts';

async function found(fields: Readonly<Record<string, string>>, more: object = {}, type?: string) {
	const { messages, fixed } = await checked(entry(fields, type), {
		'/crossref/10.1000/x': crossrefAnswer(article(more)),
	});
	return { messages: messages.map((message) => message.replace(/^online\//, '')), fixed };
}

function dates(dates: Readonly<Record<string, number>>) {
	const none = { issued: undefined, 'published-print': undefined, 'published-online': undefined };
	return {
		...none,
		...Object.fromEntries(Object.entries(dates).map(([name, year]) => [name, { 'date-parts': [[year]] }])),
	};
}

describe('a year', () => {
	it('that the record does not have is reported with both, and can be fixed', async () => {
		const { messages, fixed } = await found({ year: '1912' });
		expect(messages).toEqual(['year: Year of noether is 1912, but 1921 at Crossref']);
		expect(fixed('online/year')).toBe(entry());
	});

	test.each([
		['the year online', '2020', { issued: 2020, 'published-online': 2020, 'published-print': 2021 }],
		['the year in print', '2021', { issued: 2020, 'published-online': 2020, 'published-print': 2021 }],
		['a year between both', '2020', { issued: 2019, 'published-online': 2019, 'published-print': 2021 }],
		['the year in print that the record lacks', '2021', { issued: 2020, 'published-online': 2020 }],
		['the year online that the record lacks', '2019', { issued: 2020, 'published-print': 2020 }],
		['one of only one date', '2019', { issued: 2020 }],
	])('may be %s', async (_, year, all) => {
		expect((await found({ year }, dates(all))).messages).toEqual([]);
	});

	test.each([
		['before both', '2018', { issued: 2019, 'published-online': 2019, 'published-print': 2020 }],
		['after both', '2021', { issued: 2019, 'published-online': 2019, 'published-print': 2020 }],
		['two years after the one online', '2022', { issued: 2020, 'published-online': 2020 }],
	])('is reported if it is %s', async (_, year, all) => {
		expect((await found({ year }, dates(all))).messages).toHaveLength(1);
	});

	test.each<[string, Record<string, string>, object, string?]>([
		['of a range', { year: '', date: '1920/1922' }, {}],
		['of an article in press', { year: 'in press' }, {}],
		['of a submitted article', { year: '1919', pubstate: 'submitted' }, {}],
		['of a preprint', { year: '1918' }, { type: 'posted-content', subtype: 'preprint' }],
		[
			'of a book whose reprint is registered',
			{ year: '1902', journal: '', publisher: 'Springer' },
			{ type: 'book' },
			'book',
		],
		[
			'of a conference before its proceedings',
			{ year: '1919', journal: '', booktitle: 'Proceedings of a Conference' },
			{ type: 'proceedings-article', 'container-title': ['Proceedings of a Conference'] },
			'inproceedings',
		],
		['of a book, dated ahead', { year: '1922', journal: '', publisher: 'Springer' }, { type: 'book' }, 'book'],
		['without a year in the record', { year: '1950' }, dates({})],
		['of a record without a date', { year: '1950' }, { ...dates({}), issued: { 'date-parts': [[null]] } }],
		['of a record with a bad date', { year: '1950' }, { ...dates({}), 'published-online': 3, 'journal-issue': 3 }],
	])('is not compared or loosely: %s', async (_, fields, more, type) => {
		const quiet = { volume: '', number: '', pages: '' };
		expect((await found({ ...quiet, ...fields }, more, type)).messages).toEqual([]);
	});

	it('with a month and a day is not fixed', async () => {
		const { messages, fixed } = await found({ year: '', date: '1912-03-01' });
		expect(messages).toHaveLength(1);
		expect(fixed('online/year')).toContain('date = {1912-03-01}');
	});
});

describe('numbers', () => {
	test.each<[Record<string, string>, string, string]>([
		[{ volume: '38' }, 'Volume of noether is 38, but 83 at Crossref', 'volume'],
		[{ number: '3' }, 'Issue of noether is 3, but 1-2 at Crossref', 'number'],
		[{ pages: '42--66' }, 'Pages of noether are 42–66, but 24–66 at Crossref', 'pages'],
		[{ pages: '24--60' }, 'Pages of noether are 24–60, but 24–66 at Crossref', 'pages'],
		[{ pages: '1--43' }, 'Pages of noether are 1–43, but 24–66 at Crossref', 'pages'],
	])('that differ are reported with both, and can be fixed: %j', async (fields, message) => {
		const { messages, fixed } = await found(fields);
		expect(messages).toEqual([`numbers: ${message}`]);
		expect(fixed('online/numbers')).toBe(entry());
	});

	test.each<[Record<string, string>, object]>([
		[{ volume: 'Vol. 83', number: 'No. 1/2', pages: '24-66' }, {}],
		[{ volume: '083', number: '1', pages: '24--66' }, { volume: '83' }],
		[{ number: '2' }, {}],
		[{ number: '1 (Suppl.)' }, {}],
		[{ pages: '24--6' }, { page: '24-26' }],
		[{ pages: '637--41' }, { page: '637-641' }],
		[{ pages: '24' }, {}],
		[{ pages: '43' }, {}],
		[{ pages: '24--66' }, { page: '1-43' }],
		[{ pages: '1--15' }, { page: 'e0253360' }],
		[{ pages: '1--15' }, { page: undefined, 'article-number': '104436' }],
		[{ pages: '1--15' }, { page: '100-110', 'article-number': '104436' }],
		[{ pages: '104436' }, { page: undefined, 'article-number': '104436' }],
		[{ pages: 'e0253360' }, { page: 'e0253360' }],
		[{ pages: '', eid: '0253360' }, { page: 'e0253360' }],
		[
			{ pages: '', eid: 'Article 12' },
			{ page: undefined, 'article-number': '12' },
		],
		[
			{ pages: '', eid: '045301(R)' },
			{ page: undefined, 'article-number': '045301' },
		],
		[{ volume: 'XII' }, { volume: '12' }],
		[
			{ volume: '05', number: '' },
			{ volume: '2005', issue: '05' },
		],
		[{ number: '10443' }, {}],
		[{ pages: 'S24--S66' }, { page: 'S24-S66' }],
		[{ volume: '', number: '', pages: '' }, {}],
		[{}, { volume: undefined, issue: undefined, page: undefined }],
	])('that are written in another way, or are of another kind, are not reported: %j', async (fields, more) => {
		expect((await found(fields, more)).messages).toEqual([]);
	});

	it('include article numbers', async () => {
		const { messages } = await found({ pages: '', eid: '104463' }, { page: undefined, 'article-number': '104436' });
		expect(messages).toEqual(['numbers: Article number of noether is 104463, but 104436 at Crossref']);
	});

	it('of a volume of proceedings are not compared, because they may be those of the series', async () => {
		const fields = { journal: '', booktitle: 'Proceedings of a Conference on Rings', volume: '9000', number: '' };
		const more = {
			type: 'proceedings-article',
			'container-title': ['Proceedings of a Conference on Rings'],
			volume: '12',
		};
		expect((await found(fields, more, 'inproceedings')).messages).toEqual([]);
	});

	it('from macros are reported without a fix', async () => {
		const library = entry().replace('{83}', '"3" # "8"');
		const { messages, fixed } = await checked(library, { '/crossref/10.1000/x': crossrefAnswer(article()) });
		expect(messages).toHaveLength(1);
		expect(fixed('online/numbers')).toBe(library);
	});
});
