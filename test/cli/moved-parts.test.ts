import { describe, expect, it } from 'vitest';
import { pageEdits } from '../../src/cli/moved-parts.ts';
import { type MovedPart, noSettings } from '../../src/cli/survey/moving/moved-settings.ts';
import type { Proposal } from '../../src/cli/survey/sites.ts';

const part = (file: string, start: number, list: string | null): MovedPart => ({
	...{ file, line: 1, start, end: start + 1, written: 'x', list },
	write: (lines) => lines.join('|'),
});
const editsOf = (outputs: readonly Proposal[], ...replacements: readonly MovedPart[]) => {
	const lists = ['all', 'talks'].map((id) => ({ id, comment: '', value: {} }));
	return pageEdits({ ...noSettings, tool: 'a tool', lists, replacements }, outputs).map(({ file, text }) => [
		file,
		text,
	]);
};
const assets = { stylesheet: { path: 'a.css', line: '<link>' }, script: { path: 'a.js', line: '<script>' } };
const site = (path: string, include: string): Proposal => ({
	...{ site: 'a site', path, format: 'html', use: null, assets },
	page: { path: 'page.md', text: '', lines: ['<link>', '', include, '', '<script>'] },
});
const all = site('all.html', 'ALL');
const talks = { ...site('talks.html', 'TALKS'), list: 'talks' };

describe('the edits of pages', () => {
	it('load the stylesheet and the script once in a page', () => {
		expect(editsOf([all, talks], part('b.md', 9, 'all'), part('b.md', 2, 'talks'), part('a.md', 1, 'all'))).toEqual([
			['a.md', '<link>||ALL||<script>'],
			['b.md', '<link>||TALKS||<script>'],
			['b.md', 'ALL'],
		]);
	});

	it('need an output that was chosen', () => {
		expect(editsOf([all], part('a.md', 1, 'talks'), part('a.md', 3, null))).toEqual([['a.md', '']]);
	});

	it('of a script of all lists name the list', () => {
		const embed: Proposal = { site: 'a site', path: 'www/bibfolio', format: 'embed', use: null };
		expect(editsOf([embed], part('www/a.html', 1, 'all'), part('www/lab/b.html', 1, 'talks'))).toEqual([
			['www/a.html', '<script src="bibfolio/bibfolio.js"></script>'],
			['www/lab/b.html', '<script src="../bibfolio/bibfolio.js" data-list="talks"></script>'],
		]);
	});
});
