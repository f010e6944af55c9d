import { describe, expect, it } from 'vitest';
import { initials, writtenInitials } from '../../../src/render/views/initials.ts';

describe('initials', () => {
	// given names, with ' ', with '. ', with '.', with '. ' and no hyphens
	it.each([
		['Klaus-Robert', 'K-R', 'K.-R.', 'K.-R.', 'K. R.'],
		['Wojciech I.', 'W I', 'W. I.', 'W.I.', 'W. I.'],
		['Marina M.-C.', 'M M-C', 'M. M.-C.', 'M.M.-C.', 'M. M. C.'],
		['J.-P.', 'J-P', 'J.-P.', 'J.-P.', 'J. P.'],
		['Jean\u2010Luc', 'J-L', 'J.-L.', 'J.-L.', 'J. L.'],
		['Yu-chen', 'Y-C', 'Y.-C.', 'Y.-C.', 'Y. C.'],
		['CJ', 'C J', 'C. J.', 'C.J.', 'C. J.'],
		['J.R.R.', 'J R R', 'J. R. R.', 'J.R.R.', 'J. R. R.'],
		['Gary S. W.', 'G S W', 'G. S. W.', 'G.S.W.', 'G. S. W.'],
		['Li', 'L', 'L.', 'L.', 'L.'],
		['ERWIN', 'E', 'E.', 'E.', 'E.'],
		['Æsa', 'Æ', 'Æ.', 'Æ.', 'Æ.'],
		['Éric', 'É', 'É.', 'É.', 'É.'],
		['Ch.', 'Ch', 'Ch.', 'Ch.', 'Ch.'],
		['ʿAlī', 'A', 'A.', 'A.', 'A.'],
		['Abd al-Rahman', 'A R', 'A. R.', 'A.R.', 'A. R.'],
		['María de los Ángeles', 'M de los Á', 'M. de los Á.', 'M. de los Á.', 'M. de los Á.'],
		['bell', 'b', 'b.', 'b.', 'b.'],
		['Prof. Dr. Alban', 'A', 'A.', 'A.', 'A.'],
		['Robert (Bob)', 'R', 'R.', 'R.', 'R.'],
		['D[onald] E.', 'D E', 'D. E.', 'D.E.', 'D. E.'],
		['泽东', '泽东', '泽东', '泽东', '泽东'],
		['משה', 'משה', 'משה', 'משה', 'משה'],
		['', '', '', '', ''],
		['-', '', '', '', ''],
	])('%s', (given, bare, spaced, tight, unhyphenated) => {
		expect([initials(given, ' ', true), initials(given, '. ', true), initials(given, '.', true)]).toEqual([
			bare,
			spaced,
			tight,
		]);
		expect(initials(given, '. ', false)).toBe(unhyphenated);
	});

	it('can have no separator', () => {
		expect(initials('Gary S. W.', '', true)).toBe('GSW');
	});

	it('are kept as written in the entry', () => {
		expect(writtenInitials('Yu', '.', true)).toBe('Yu.');
		expect(writtenInitials('J-P', '. ', true)).toBe('J.-P.');
		expect(writtenInitials('J. R.', ' ', true)).toBe('J R');
	});
});
