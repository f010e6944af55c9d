import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/lists/parse-where.ts';
import { matches, type Selector } from '../../src/lists/selector.ts';
import { highlight } from '../../src/people/highlight.ts';
import { person } from '../people/sample-person.ts';
import { anyConditions, anySelector, anyWorks } from './arbitrary.ts';
import { writeWhere } from './write-where.ts';

describe('reads', () => {
	it.each<[string, Selector]>([
		['', {}],
		['venue=journal,conference', { venue: ['journal', 'conference'] }],
		['venue=journal, conference', { venue: ['journal', 'conference'] }],
		['year>=2019', { year: [{ from: 2019, to: null }] }],
		['year>2019', { year: [{ from: 2020, to: null }] }],
		['year < 2019', { year: [{ from: null, to: 2018 }] }],
		['year<=2019', { year: [{ from: null, to: 2019 }] }],
		['year=2019', { year: [{ from: 2019, to: 2019 }] }],
		['year==2019', { year: [{ from: 2019, to: 2019 }] }],
		['type==talk', { type: ['talk'] }],
		[
			'year=2019..2022,2024..',
			{
				year: [
					{ from: 2019, to: 2022 },
					{ from: 2024, to: null },
				],
			},
		],
		['year=..2022', { year: [{ from: null, to: 2022 }] }],
		['year=2019-2022', { year: [{ from: 2019, to: 2022 }] }],
		['year=-44', { year: [{ from: -44, to: -44 }] }],
		['person="Lapuschkin, S"', { person: ['Lapuschkin, S'] }],
		["person='Lapuschkin, S',Samek", { person: ['Lapuschkin, S', 'Samek'] }],
		['author=Samek', { person: ['Samek'] }],
		['keywords=xai', { keyword: ['xai'] }],
		['not type=talk', { not: { type: ['talk'] } }],
		['type!=talk', { not: { type: ['talk'] } }],
		['selected', { selected: true }],
		['selected=no', { selected: false }],
		['mine first', { mine: true, position: ['first'] }],
		['position=first,last', { position: ['first', 'last'] }],
		['award', { field: { award: ['*'] } }],
		['field.venue=Vienna', { field: { venue: ['Vienna'] } }],
		['project=xai*', { field: { project: ['xai*'] } }],
		['key=DBLP:conf/icml/Bach', { key: ['DBLP:conf/icml/Bach'] }],
		['venue=journal year>=2019', { venue: ['journal'], year: [{ from: 2019, to: null }] }],
		['venue=journal and year=2019', { venue: ['journal'], year: [{ from: 2019, to: 2019 }] }],
		['keyword=xai keyword=eeg', { and: [{ keyword: ['xai'] }, { keyword: ['eeg'] }] }],
		['keyword=xai or selected', { or: [{ keyword: ['xai'] }, { selected: true }] }],
		['mine keyword=xai or selected', { or: [{ mine: true, keyword: ['xai'] }, { selected: true }] }],
		['mine (keyword=xai or selected)', { mine: true, or: [{ keyword: ['xai'] }, { selected: true }] }],
		['text=gait', { text: ['gait'] }],
		['"gait analysis" year=2019', { text: ['gait analysis'], year: [{ from: 2019, to: 2019 }] }],
		['"gait" not "eeg"', { text: ['gait'], not: { text: ['eeg'] } }],
		["person=O'Brien", { person: ["O'Brien"] }],
		['not (mine or selected)', { not: { or: [{ mine: true }, { selected: true }] } }],
		['NOT type=talk OR Mine', { or: [{ not: { type: ['talk'] } }, { mine: true }] }],
		['not not mine', { not: { not: { mine: true } } }],
		['keyword="with \\"quotes\\""', { keyword: ['with "quotes"'] }],
	])('%s', (text, selector) => expect(parseWhere(text)).toEqual(selector));
});

describe('says where it stopped', () => {
	it.each<[string, number, string, string | null]>([
		['venue=', 6, 'Unexpected end of the text, expected a value', null],
		['venue=journal,', 14, 'Unexpected end of the text, expected a value', null],
		['(mine', 5, 'Unexpected end of the text, expected “)”', null],
		['mine)', 4, 'Unexpected “)”, expected the end or a condition', null],
		['mine or', 7, 'Unexpected end of the text, expected a condition', null],
		['mine and or', 9, 'Unexpected “or”, expected a condition', null],
		['not', 3, 'Unexpected end of the text, expected a condition', null],
		['=journal', 0, 'Unexpected “=”, expected a condition', null],
		['person="Lapuschkin', 7, 'Unexpected end of the text, expected a closing "', null],
		[
			'mine venu=journal',
			5,
			'Unexpected condition “venu”, expected a condition or a field',
			'Did you mean “venue”? A field of this name is written “field.venu”',
		],
		[
			'keywrd=xai',
			0,
			'Unexpected condition “keywrd”, expected a condition or a field',
			'Did you mean “keyword”? A field of this name is written “field.keywrd”',
		],
		[
			'selectd',
			0,
			'Unexpected condition “selectd”, expected a condition or a field',
			'Did you mean “selected”? A field of this name is written “field.selectd”',
		],
		['year=soon', 5, 'Unexpected “soon”, expected a year or “2019..2022”', null],
		['year>=2019..2020', 6, 'Unexpected “2019..2020”, expected one year', null],
		['venue>=journal', 5, 'Unexpected “>=” after “venue”, expected “=”', 'Only years can be compared'],
		['yaer>=2019', 4, 'Unexpected “>=” after “yaer”, expected “=”', 'Did you mean “year”?'],
		['position=middle', 9, 'Unexpected “middle”, expected “first” or “last”', null],
		['title~=Tides', 5, 'Unexpected “~=”, expected “=”', '“*” stands for any text: title=*Tides*'],
		[
			' @book[year <= 2010]',
			1,
			'Unexpected “@”, expected a condition',
			'Write “type=book year>=2010” for a query such as “@book[year >= 2010]”',
		],
		['mine=perhaps', 5, 'Unexpected “perhaps”, expected “yes” or “no”', null],
	])('%s', (text, offset, error, hint) => expect(parseWhere(text)).toEqual({ error, offset, hint }));

	it('and gives up on parentheses no person writes', () => {
		expect(parseWhere('('.repeat(5000))).toHaveProperty('error');
		expect(parseWhere('not '.repeat(5000))).toHaveProperty('error');
	});
});

describe('what is written', () => {
	const anyText = fc.string({ minLength: 1, maxLength: 8 });
	const highlights = highlight(
		[],
		{ people: [person('Lapuschkin, Sebastian', { id: 'sebastian' })], peopleSelectors: new Map() },
		() => {},
	);

	it('is read as it was, where each condition stands once', () => {
		fc.assert(
			fc.property(anyConditions, anyText, (conditions, text) => {
				const all = { ...conditions, keyword: [text], field: { award: [text] } };
				expect(parseWhere(writeWhere(all))).toEqual(all);
			}),
		);
	});

	it('takes the same works when it is read again', () => {
		fc.assert(
			fc.property(anySelector, anyWorks, (selector, works) => {
				const read = parseWhere(writeWhere(selector));
				if ('error' in read) throw new Error(`${read.error} at ${read.offset}`);
				expect(works.filter((each) => matches(read, each, highlights))).toEqual(
					works.filter((each) => matches(selector, each, highlights)),
				);
			}),
		);
	});

	it('never throws, whatever a person types', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (text) => {
				expect(parseWhere(text)).toBeTypeOf('object');
			}),
		);
	});
});
