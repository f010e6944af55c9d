import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { inTerminal, skipsTerminal } from './in-terminal.ts';
import { run } from './run.ts';

const fixtures = fileURLToPath(new URL('survey/moving/fixtures', import.meta.url));
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

/** A copy of a fixture. */
function copyOf(name: string): string {
	const folder = folderWith({});
	cpSync(join(fixtures, name), folder, { recursive: true });
	return folder;
}

/** The files that differ from the fixture, apart from new ones. */
function changedFiles(folder: string, name: string): string[] {
	const paths = readdirSync(join(fixtures, name), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(fixtures, name).length + 1));
	return paths.filter((path) => read(folder, path) !== read(join(fixtures, name), path)).sort();
}

describe('bibfolio init in an al-folio site', () => {
	it('with --yes replaces the tags of jekyll-scholar and keeps every other byte', async () => {
		const folder = copyOf('al-folio');
		const { code, out, err } = await run(folder, ['init', '--yes']);
		expect(code).toBe(0);
		expect(err).toContain('Missing file assets/pdf/missing paper.pdf [link/missing-file]');
		expect(err.match(/warning: /g)).toHaveLength(1);
		expect(changedFiles(folder, 'al-folio')).toEqual([
			'_includes/selected_papers.liquid',
			'_pages/old.md',
			'_pages/publications.md',
		]);
		const before = read(join(fixtures, 'al-folio'), '_includes/selected_papers.liquid');
		const tag = '{% bibliography --group_by none --query @*[selected=true]* %}';
		const lines = [
			`<link rel="stylesheet" href="{{ '/assets/bibfolio.css' | relative_url }}">`,
			'{% include publications-selected.html %}',
			`<script defer src="{{ '/assets/bibfolio.js' | relative_url }}"></script>`,
		];
		expect(read(folder, '_includes/selected_papers.liquid')).toBe(before.replace(tag, lines.join('\r\n')));
		expect(read(folder, 'assets/bibfolio.css')).toContain('.bibfolio');
		expect(out).toContain(`  _includes/selected_papers.liquid:2\n    - ${tag}\n    + ${lines[0]}\n    + ${lines[1]}\n`);
		expect(out).not.toContain('Add these lines');
		expect(out).toContain('{% cite %} has no counterpart (_pages/about.md:6)');
		expect((await run(folder, ['build', '--check'])).code).toBe(0);
	});

	it('writes lists with local files, links of co-authors and colours of venues', async () => {
		const folder = copyOf('al-folio');
		await run(folder, ['init', '--yes', '--quiet']);
		const html = read(folder, '_includes/publications.html');
		expect(html).toContain('href="/emmy/assets/pdf/noether1918.pdf"');
		expect(html).toContain('href="/emmy/assets/pdf/missing%20paper.pdf"');
		expect(html).toContain('src="/emmy/assets/img/publication_preview/noether.svg"');
		expect(html).toContain('<a href="https://example.org/hilbert">David Hilbert</a>');
		expect(html).toContain('#00369f');
		expect(html).not.toContain('bibfolio-mark-none');
		expect(read(folder, '_includes/publications-selected.html')).not.toContain('Idealtheorie');
		expect(read(folder, '_includes/publications-talks.html')).toContain('On Rings');
	});

	it('without --yes only shows the replacements', async () => {
		const folder = copyOf('al-folio');
		const { out } = await run(folder, ['init']);
		expect(out).toContain('To change in your files:\n  _includes/selected_papers.liquid:2\n');
		expect(changedFiles(folder, 'al-folio')).toEqual([]);
	});

	it('with --dry-run shows them as comments', async () => {
		const folder = copyOf('al-folio');
		const { out } = await run(folder, ['init', '--yes', '--dry-run']);
		expect(out).toContain('#     + {% include publications.html %}\n');
		expect(readdirSync(folder)).not.toContain('bibfolio.yaml');
		expect(changedFiles(folder, 'al-folio')).toEqual([]);
	});

	it.skipIf(skipsTerminal)('asks before it replaces a tag', async () => {
		const folder = copyOf('al-folio');
		const { code, screen } = await inTerminal(
			folder,
			['init'],
			[
				['Which files', '\r'],
				['Whose publications', '\r'],
				['Other names', '\r'],
				['Which lists', '\r'],
				['Make these 5 changes', 'n'],
			],
		);
		expect(code, screen).toBe(0);
		expect(changedFiles(folder, 'al-folio')).toEqual([]);
		expect(screen).toContain('To change in your files');
	});
});

describe('bibfolio init --yes', () => {
	it.each([
		['hugo-blox', ['content/publication/noether1918/cite.bib', 'content/publication/noether1921/cite.bib']],
		['bibbase', ['index.html', 'lab/rings.html']],
		['bibtex2html', ['Makefile']],
		['academicpages', []],
	])('moves the site %s, whose lists then build', async (name, files) => {
		const folder = copyOf(name);
		expect((await run(folder, ['init', '--yes'])).code).toBe(0);
		expect(changedFiles(folder, name)).toEqual(files);
		if (name !== 'academicpages') expect((await run(folder, ['build', '--check'])).code).toBe(0);
	});

	it('shows the links that Hugo Blox keeps in pages', async () => {
		const folder = copyOf('hugo-blox');
		await run(folder, ['init', '--yes']);
		const html = read(folder, 'layouts/partials/publications.html');
		for (const address of ['/publication/noether1918/slides.txt', 'https://github.com/noether/rings'])
			expect(html).toContain(`href="${address}"`);
		expect(html).toContain('src="/publication/noether1918/featured.svg"');
	});

	it('leaves a configuration that its user can correct if the settings of a tool are invalid', async () => {
		const folder = folderWith({
			'_config.yml': 'scholar: { bibliography: papers.bib, group_by: yeer }\n',
			'_bibliography/papers.bib': '@book{a, title = {A}}',
			'_data/venues.yml': '/(/:\n  color: red\n',
		});
		const { code, err } = await run(folder, ['init', '--yes']);
		expect([code, readdirSync(folder)]).toEqual([2, expect.arrayContaining(['bibfolio.yaml'])]);
		expect(err).toContain('Invalid regular expression /(/');
	});
});
