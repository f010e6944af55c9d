import { describe, expect, it } from 'vitest';
import { richText } from '../../../src/latex/rich-text.ts';
import { badgeOf } from '../../../src/render/views/badge.ts';

const badge = (short: string, ...names: string[]) => badgeOf(short, names.map(richText));

describe('the badge of a venue', () => {
	it.each([
		['NeurIPS', 'Advances in Neural Information Processing Systems'],
		['TPAMI', 'IEEE Transactions on Pattern Analysis and Machine Intelligence'],
		['PR', 'Pattern Recognition'],
		['PR', 'Proceedings of Sums'],
		['NeurIPS Workshop', 'Workshop on Sums'],
		['ICLP’24', 'Logic Days'],
		['3DV', '3D Vision'],
		['1984', 'Novels'],
	])('%s is shown with %s', (short, name) => {
		expect(badge(short, name)).toBe(short);
	});

	it.each([
		['Astronomische Nachrichten', 'Astronomische Nachrichten', 'too long, and the same'],
		['CVPR', 'CVPR', 'the same'],
		['cvpr', 'CVPR 2020', 'a part'],
		['CVPR’20', 'CVPR', 'the same with a year'],
		['CVPR 2020', 'Conference on Computer Vision (CVPR)', 'a part with a year'],
		['SUMS’24', 'SUMS', 'the same, with a year'],
		['Sums 2024', 'International Conference on Sums', 'a part, with a year'],
		['ICML', 'International Conference on Machine Learning (ICML)', 'a part'],
		['Am. Math. Mon.', 'The American Mathematical Monthly', 'an abbreviation'],
		['Phys. Rev. Lett.', 'Physical Review Letters', 'an abbreviation'],
		['Natl. Sci. Rev.', 'National Science Review', 'an abbreviation with omitted letters'],
		['Z. für Summen', 'Zeitschrift für Summen', 'an abbreviation'],
		['Nature', 'Nature', 'the same'],
		['Sitzungsberichte Kl.', 'Acta', 'too long'],
		['', 'Acta', 'empty'],
	])('%s is not shown with %s: %s', (short, name) => {
		expect(badge(short, name)).toBeNull();
	});

	it('is compared with each name that the entry shows', () => {
		expect(badge('ICML', 'Proceedings of Sums', 'ICML 2020')).toBeNull();
		expect(badgeOf(null, [])).toBeNull();
		expect(badgeOf('ICML', [null])).toBe('ICML');
	});
});
