import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/lists/parse-where.ts';
import { matches, type Selector } from '../../src/lists/selector.ts';
import { highlight } from '../../src/people/highlight.ts';
import { person } from '../people/sample-person.ts';
import { anyConditions, anySelector, anyWorks } from './arbitrary.ts';
import { writeWhere } from './write-where.ts';

describe('where expressions', () => {
	it.each<[string, Selector]>([
		['', {}],
		['venue=journal,conference', { venue: ['journal', 'conference'] }],
		['rank=A*,A quartile!=Q4', { rank: ['A*', 'A'], not: { quartile: ['Q4'] } }],
		['rank', { rank: ['*'] }],
		['field.rank=5', { field: { rank: ['5'] } }],
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
		['year≥2019', { year: [{ from: 2019, to: null }] }],
		['year ≤ 2019', { year: [{ from: null, to: 2019 }] }],
		['type≠talk', { not: { type: ['talk'] } }],
		['not (mine or selected)', { not: { or: [{ mine: true }, { selected: true }] } }],
		['NOT type=talk OR Mine', { or: [{ not: { type: ['talk'] } }, { mine: true }] }],
		['not not mine', { not: { not: { mine: true } } }],
		['keyword="with \\"quotes\\""', { keyword: ['with "quotes"'] }],
		['current', { current: true }],
		['current=no', { current: false }],
		['current=2024-06', { current: '2024-06' }],
		['members', { members: [{ from: 1, to: null }] }],
		['members>=2', { members: [{ from: 2, to: null }] }],
		['members<3', { members: [{ from: null, to: 2 }] }],
		[
			'members=0,2..3',
			{
				members: [
					{ from: 0, to: 0 },
					{ from: 2, to: 3 },
				],
			},
		],
		[
			'members!=2',
			{
				members: [
					{ from: null, to: 1 },
					{ from: 3, to: null },
				],
			},
		],
		['members>=2 members<5', { members: [{ from: 2, to: 4 }] }],
		['joint=vision,language', { joint: ['vision', 'language'] }],
		['groups=vision', { group: ['vision'] }],
		['group!=vision', { not: { group: ['vision'] } }],
		['group=a role=student group=b', { and: [{ group: ['a'], role: ['student'] }, { group: ['b'] }] }],
		[
			'keyword=x group=a keyword=y role=student',
			{ and: [{ keyword: ['x'], group: ['a'], role: ['student'] }, { keyword: ['y'] }] },
		],
		['group=a (role=student)', { and: [{ group: ['a'] }, { role: ['student'] }] }],
		['group=a not role=student', { group: ['a'], not: { role: ['student'] } }],
	])('read %s', (text, selector) => expect(parseWhere(text)).toEqual(selector));
});

describe('errors in where expressions', () => {
	it.each<[string, number, string, string | null]>([
		['venue=', 6, 'Expected a value, found the end', null],
		['venue=journal,', 14, 'Expected a value, found the end', null],
		['(mine', 5, 'Expected ")", found the end', null],
		['mine)', 4, 'Expected a condition or the end, found ")"', null],
		['mine or', 7, 'Expected a condition, found the end', null],
		['mine and or', 9, 'Expected a condition, found "or"', null],
		['not', 3, 'Expected a condition, found the end', null],
		['=journal', 0, 'Expected a condition, found "="', null],
		['person="Lapuschkin', 7, 'Missing closing "', null],
		[
			'mine venu=journal',
			5,
			'Unknown condition "venu"',
			'Did you mean "venue"? For a field of this name, use "field.venu"',
		],
		[
			'keywrd=xai',
			0,
			'Unknown condition "keywrd"',
			'Did you mean "keyword"? For a field of this name, use "field.keywrd"',
		],
		[
			'selectd',
			0,
			'Unknown condition "selectd"',
			'Did you mean "selected"? For a field of this name, use "field.selectd"',
		],
		['year=soon', 5, 'Expected a year or "2019..2022", found "soon"', null],
		[
			'year=2019, mine',
			11,
			'Expected a year or "2019..2022", found "mine"',
			'Commas separate values; separate conditions by spaces',
		],
		['year>=2019..2020', 6, 'Expected one year, found "2019..2020"', null],
		[
			'venue>=journal',
			5,
			'Expected "=" after "venue", found ">="',
			'Use "<" and ">" only with "year", "members" and "citations"',
		],
		['yaer>=2019', 4, 'Expected "=" after "yaer", found ">="', 'Did you mean "year"?'],
		['position=middle', 9, 'Expected "first" or "last", found "middle"', null],
		['title~=Tides', 5, 'Expected "=", found "~="', 'Use "*" for any text: title=*Tides*'],
		[
			' @book[year <= 2010]',
			1,
			'Expected a condition, found "@"',
			'Use "type=book year>=2010" instead of a query such as "@book[year >= 2010]"',
		],
		['mine && selected', 5, 'Expected a condition, found "&&"', 'Separate conditions by spaces or by "and"'],
		['mine || selected', 5, 'Expected a condition, found "||"', 'Use "or" between conditions'],
		['year=>2019', 4, 'Unknown operator "=>"', 'Did you mean ">="?'],
		['mine year = < 2019', 10, 'Unknown operator "=<"', 'Did you mean "<="?'],
		['type!==talk', 4, 'Unknown operator "!=="', 'Did you mean "!="?'],
		['type<>talk', 4, 'Unknown operator "<>"', 'Did you mean "!="?'],
		['year=!2019', 4, 'Unknown operator "=!"', 'Did you mean "!="?'],
		['year===2019', 4, 'Unknown operator "==="', 'Did you mean "="?'],
		['year>>2019', 4, 'Unknown operator ">>"', 'Did you mean ">"?'],
		['year><2019', 4, 'Unknown operator "><"', 'Use one of: = != < <= > >='],
		['mine !selected', 5, 'Expected a condition, found "!"', 'Use "!=" before a value, or "not" before a condition'],
		['!selected', 0, 'Expected a condition, found "!"', 'Use "!=" before a value, or "not" before a condition'],
		[
			'current=2024-13',
			8,
			'Expected a date such as 2024, 2024-06 or 2024-06-30, or "yes" or "no", found "2024-13"',
			null,
		],
		['current=2024,2025', 13, 'Expected one date, found "2025" too', null],
		[
			'current>=2024',
			7,
			'Expected "=" after "current", found ">="',
			'Use "<" and ">" only with "year", "members" and "citations"',
		],
		['members=many', 8, 'Expected a number or "2..4", found "many"', null],
		['membres>=2', 7, 'Expected "=" after "membres", found ">="', 'Did you mean "members"?'],
		[
			'joint=vision',
			6,
			'Expected at least two groups, found "vision"',
			'Use "group=vision", or name the other groups: joint=vision,…',
		],
		['mine=perhaps', 5, 'Expected "yes" or "no", found "perhaps"', null],
	])('include the offset in %s', (text, offset, error, hint) =>
		expect(parseWhere(text)).toEqual({ error, offset, hint }),
	);

	it('include too many nested parentheses', () => {
		expect(parseWhere('('.repeat(5000))).toHaveProperty('error');
		expect(parseWhere('not '.repeat(5000))).toHaveProperty('error');
	});
});

describe('written selectors', () => {
	const anyText = fc.string({ minLength: 1, maxLength: 8 });
	const highlights = highlight(
		[],
		{ people: [person('Lapuschkin, Sebastian', { id: 'sebastian' })], peopleSelectors: new Map() },
		() => {},
	);

	it('are read back unchanged if each condition occurs once', () => {
		fc.assert(
			fc.property(anyConditions, anyText, (conditions, text) => {
				const all = { ...conditions, keyword: [text], field: { award: [text] } };
				expect(parseWhere(writeWhere(all))).toEqual(all);
			}),
		);
	});

	it('match the same publications after reading', () => {
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

	it('never make parseWhere throw', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (text) => {
				expect(parseWhere(text)).toBeTypeOf('object');
			}),
		);
	});
});
