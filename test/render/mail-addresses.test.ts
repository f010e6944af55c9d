import { describe, expect, it } from 'vitest';
import { listOf, rendered } from './library.ts';

describe('a mail address in names', () => {
	it.each(['html', 'html-page', 'markdown', 'latex', 'text', 'typst', 'json', 'atom'])('is not in %s', (format) => {
		const list = listOf(
			'@article{a, author = {Jane Doe <jane@x.org> and {The Lab (lab@x.org)}}, editor = {roe@x.org and Roe, R.}, title = {T}, journal = {J}, year = 2001}',
		);
		const written = rendered(list, format) ?? '';
		expect(written).toContain('Doe');
		expect(written).toContain('The Lab');
		expect(written).not.toMatch(/@x|x\.org/);
	});
});
