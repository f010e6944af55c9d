import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';

describe('fold', () => {
	it.each([
		['Müller', 'muller'],
		['Mu\u0308ller', 'muller'],
		['ÅNGSTRÖM', 'angstrom'],
		['Łódź', 'lodz'],
		['Straße', 'strasse'],
		['STRAẞE', 'strasse'],
		['Øystein Ægir Œuvre', 'oystein aegir oeuvre'],
		['Đorđe, Þór, Ðið', 'dorde, thor, did'],
		['İstanbul ıssız', 'istanbul issiz'],
		['Nguyễn Thị Hải', 'nguyen thi hai'],
		['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
		['Пушкин', 'пушкин'],
		['إِبراهيم عليّ', 'ابراهيم علي'],
		['یکی کتاب‌خانهٔ', 'يكي كتابخانه'],
		['צה״ל בן־גוריון', 'צה"ל בן-גוריון'],
	])('folds %s to %s', (value, folded) => {
		expect(fold(value)).toBe(folded);
	});

	it('unifies quotes, dashes, whitespace and compatibility forms', () => {
		expect(fold('O’Neil')).toBe(fold("O'Neil"));
		expect(fold('“a” «b» „c“')).toBe('"a" "b" "c"');
		expect(fold('1–2 1—2 1−2 1‑2')).toBe('1-2 1-2 1-2 1-2');
		expect(fold('  a\u00a0\t b\u202fc\n')).toBe('a b c');
		expect(fold('ﬁnd x² Ａ ™')).toBe('find x2 a tm');
		expect(fold('soft\u00adhyphen zero\u200bwidth')).toBe('softhyphen zerowidth');
	});

	it('is idempotent', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (value) => {
				expect(fold(fold(value))).toBe(fold(value));
			}),
			{ numRuns: 2000 },
		);
	});
});
