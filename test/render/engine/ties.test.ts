import { describe, expect, it } from 'vitest';
import { tied } from '../../../src/render/engine/ties.ts';

describe('no-break spaces beside initials', () => {
	it.each([
		['Samek W, Rod N H and Ekstrøm C T', 'Samek~W, Rod~N~H and Ekstrøm~C~T'],
		['Müller K-R and Schöllhorn W I', 'Müller~K-R and Schöllhorn~W~I'],
		['van der Berg J, O’Neil P et al.', 'van der Berg~J, O’Neil~P et~al.'],
		['Kuhn T Th, Orlova A Yu and Ruiz R M Jr', 'Kuhn~T~Th, Orlova~A~Yu and Ruiz~R~M~Jr'],
		['Baker W B III, Ruiz R M Jr. et al.', 'Baker~W~B~III, Ruiz~R~M~Jr. et~al.'],
		['S. Lapuschkin, K.-R. Müller and C. T. Ekstrøm', 'S.~Lapuschkin, K.-R.~Müller and C.~T.~Ekstrøm'],
		['J.R.R. Tolkien, J. van der Berg and M. de la Cruz', 'J.R.R.~Tolkien, J.~van der Berg and M.~de la Cruz'],
		['John F. Kennedy and Marie Curie', 'John~F.~Kennedy and Marie Curie'],
		['Łącka Ś and Żółć Ź', 'Łącka~Ś and Żółć~Ź'],
		['Чебышёв П and Ляпунов А', 'Чебышёв~П and Ляпунов~А'],
	])('%s', (names, written) => {
		expect(tied(names).replaceAll('\u00a0', '~')).toBe(written);
	});

	it.each([
		['B Smith and A Weber', 'nothing before an initial is a name here'],
		['Smith, B., Weber, A.', 'or every blank of a long list would be tied'],
		['Weber, A. and Noether, E. und Li, D.', 'nor in a sorted list'],
		['World Health Organization', 'no initials'],
		['Ballet al. Fresco', 'no "et"'],
		['王小明, 湯川秀樹', 'no capitals'],
	])('%s stays: %s', (names) => {
		expect(tied(names)).toBe(names);
	});
});
