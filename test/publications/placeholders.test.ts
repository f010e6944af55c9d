import { expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { work } from '../lists/sample-publication.ts';

/** Volume, number and pages as lists show them. */
function shown(value: string): (string | null)[] {
	const { volume, issue, pages } = work('article', { title: 'T', volume: value, number: value, pages: value });
	return [volume && plainText(volume), issue && plainText(issue), pages];
}

it.each([
	...['??', '?', 'n/a', 'N/A', 'n.a.', 'N.A.', 'na', '--', '---', '-', '–', '...', '*', '#', '//', '-1', '00'],
	...['xx', 'xxx', 'XXXX', 'xx--xx', '??--??', 'n/a--n/a', 'none', 'Null', 'nil', 'NaN', 'undefined', 'unknown'],
	...['not available', 'Vol.', 'no.', 'pp.', 'no pages', '{??}', 'TBD', 'tba', 'to be determined'],
])('shows no placeholder as volume, number or pages: %s', (value) => {
	expect(shown(value)).toEqual([null, null, null]);
});

it.each([
	['X', ['X', 'X', 'X']],
	['xv', ['xv', 'xv', 'xv']],
	['XX', ['XX', 'XX', null]],
	['A1', ['A1', 'A1', 'A1']],
	['S.1', ['S.1', 'S.1', 'S.1']],
	['10', ['10', '10', '10']],
	['P', ['P', 'P', 'P']],
])('shows a number that resembles one: %s', (value, expected) => {
	expect(shown(value)).toEqual(expected);
});

it('shows no zero for the pages and for a volume without issue', () => {
	expect(shown('0')).toEqual([null, null, null]);
	expect(work('article', { title: 'T', volume: '0', number: '3' }).volume).not.toBe(null);
});

it('keeps such words in other fields', () => {
	const { title, publisher, note } = work('book', { title: 'Unknown', publisher: 'NA', note: 'x' });
	expect([plainText(title), publisher && plainText(publisher), note && plainText(note)]).toEqual([
		'Unknown',
		'NA',
		'x',
	]);
});
