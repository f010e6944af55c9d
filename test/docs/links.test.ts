import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes, pages, prose, readPage, root } from './pages.ts';

const links = pages.flatMap(({ path, text }) =>
	[
		...prose(text)
			.replace(/`[^`\n]*`/g, '')
			.matchAll(/\]\((?!\w+:)([^)\s]*)\)/g),
	].map(([, target = '']) => {
		const [file = '', anchor = ''] = target.split('#');
		return { page: path, target, file: file === '' ? path : posix.join(posix.dirname(path), file), anchor };
	}),
);

describe('links of the documentation', () => {
	it('point to existing files', () => {
		const broken = links.filter(({ file }) => !existsSync(posix.join(root, file)));
		expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
		expect(links.length).toBeGreaterThan(100);
	});

	it('point to existing headings', () => {
		const broken = links.filter(
			({ file, anchor }) =>
				anchor !== '' && existsSync(posix.join(root, file)) && !anchorsOf(posix.join(root, file)).has(anchor),
		);
		expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
	});

	it('reach every page from the index of docs/ or of the decisions', () => {
		const reached = new Set(
			links.filter(({ page }) => /^docs\/(?:decisions\/)?README\.md$/.test(page)).map(({ file }) => file),
		);
		const lost = pages.filter(({ path }) => path.startsWith('docs/') && !reached.has(path));
		expect(lost.map(({ path }) => path)).toEqual(['docs/README.md']);
	});
});

describe('CONTRIBUTING.md', () => {
	it('names files that exist', () => {
		const { text } = readPage('CONTRIBUTING.md');
		const paths = codes(prose(text)).filter((code) => /^(?:src|test|templates|docs)\//.test(code));
		expect(paths.filter((path) => !existsSync(posix.join(root, path)))).toEqual([]);
		expect(paths.length).toBeGreaterThan(20);
	});
});

describe('the README', () => {
	it('is at most about one and a half screens long', () => {
		expect(readPage('README.md').text.split(/\s+/).length).toBeLessThan(650);
	});

	it('shows an image of a list', () => {
		const [, image = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readPage('README.md').text) ?? [];
		expect(statSync(posix.join(root, image)).size).toBeGreaterThan(10_000);
	});
});

/** The anchors that GitHub generates for the headings of a page. */
function anchorsOf(file: string): Set<string> {
	const seen = new Map<string, number>();
	const anchors = new Set<string>();
	for (const [, heading = ''] of prose(readFileSync(file, 'utf8')).matchAll(/^#+ (.+)$/gm)) {
		const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		anchors.add(count === 0 ? slug : `${slug}-${count}`);
	}
	return anchors;
}
