import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { looks } from '../../src/render/looks.ts';
import { folderWith } from '../folder.ts';
import { listOf, rendered } from '../render/library.ts';

const docs = readFileSync(new URL('../../docs/looks.md', import.meta.url), 'utf8');

/** What is in code in the first column of the table under a heading. */
function documented(heading: string): string[] {
	const [, section = ''] = docs.split(new RegExp(`^#+ ${heading}$`, 'm'));
	const rows = (section.split(/^#/m)[0] ?? '').match(/^\|[^|]*\|/gm) ?? [];
	return rows.slice(2).flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** The code block after the first paragraph that names a file. */
function example(name: string): string {
	const [, rest = ''] = docs.split(`\`${name}\``);
	return rest.split(/^```\w*\n/m)[1] ?? '';
}

describe('docs/looks.md', () => {
	it('describes every look, with a picture', () => {
		expect(documented('Choose a look')).toEqual(Object.keys(looks));
		for (const look of Object.keys(looks)) expect(docs).toContain(`](images/look-${look}.png)`);
	});

	it('describes every custom property of the looks', () => {
		const files = Object.entries(builtInTemplates.files).filter(([name]) => /^(?:bibfolio|look-\w+)\.css$/.test(name));
		const used = files.flatMap(([, css]) => css.match(/--bibfolio-[\w-]+/g) ?? []);
		expect(documented('Change colors and sizes').sort()).toEqual([...new Set(used)].sort());
	});

	it('makes a look that has all that it shows', () => {
		const files = ['look-framed.css', 'entry-framed.html.hbs'].map((name) => [name, example(`templates/${name}`)]);
		const templates = loadTemplates(folderWith(Object.fromEntries(files)), () => {});
		const list = listOf('@article{a, author={Noether, Emmy}, title={Sums}, year=1918, doi={10.1/x}, pdf={x.pdf}}');
		const page = rendered(list, 'html-page', { look: 'framed' }, { templates }) ?? '';
		expect(page).toContain('border-inline-start: 4px solid');
		expect(page).toMatch(
			/<div class="bibfolio-work">1918 · <span [^>]*><a [^>]*href="https:\/\/doi\.org\/10\.1\/x">Sums</,
		);
		expect(page).toMatch(/bibfolio-main[^>]* href="x\.pdf">PDF<.*>DOI</);
	});
});
