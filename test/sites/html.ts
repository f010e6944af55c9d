import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bibfolio } from '../cli/run.ts';
import { hostileEntries, hostileTitles } from '../engines/hostile.ts';
import { root } from '../engines/record.ts';
import { folderWith } from '../folder.ts';
import { fixture } from '../render/library.ts';

const configuration = `library: "*.bib"
site: https://lab.example/
people:
  - name: Lapuschkin, Sebastian
    aliases: ["Bach, Sebastian"]
    role: owner
    from: 2012
    orcid: 0000-0002-0762-7258
    url: https://example.org/lapuschkin
    image: lapuschkin.jpg
  - { name: "Weber, Marie", url: "https://example.org/" }
outputs:
  - { path: index.html, format: html-page }
  - { path: german.html, format: html-page, locale: de }
  - { path: record.html, format: html-page, look: record }
  - { path: compact.html, format: html-page, look: compact }
  - { path: cards.html, format: html-page, look: cards }
  - { path: "people/{id}.html", for-each: person, locale: de }
  - { path: "years/{year}.html", for-each: year }
  - { path: fragment.html, format: html }
  - { path: tools.html, format: html, options: { script: true } }
  - { path: bibfolio.css, format: stylesheet }
  - { path: bibfolio.js, format: script }
  - { path: embed, format: embed }
  - { path: works, format: works }
  - { path: feed.xml }
`;

const libraries = {
	record: () => ['awards', 'patents', 'publications', 'talks'].map((name) => readBib(name)).join('\n'),
	hostile: () => `${hostileTitles()}\n${hostileEntries()}`,
	types: () => fixture('every-type.bib'),
};

const readBib = (name: string) => readFileSync(join(root, 'bib', `${name}.bib`), 'utf8');

/** A folder with every kind of page: of the record, of a hostile library, and of every entry type. */
export function everyPage(): string {
	const folder = folderWith({});
	for (const [name, library] of Object.entries(libraries)) {
		const own = join(folder, name);
		mkdirSync(own);
		writeFileSync(join(own, 'papers.bib'), library());
		writeFileSync(join(own, 'bibfolio.yaml'), configuration);
		expect(bibfolio(own, ['build', '--quiet']).code).toBe(0);
		const read = (path: string) => readFileSync(join(own, path), 'utf8');
		writeFileSync(join(own, 'fragment.html'), wrapped(read('fragment.html')));
		const loaded = `<style>${read('bibfolio.css')}</style>\n<script>${read('bibfolio.js')}</script>\n`;
		writeFileSync(join(own, 'tools.html'), wrapped(read('tools.html'), loaded));
	}
	return folder;
}

/** The pages of a folder, by their paths in it. */
export function pagesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}

const wrapped = (fragment: string, head = '') => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<title>Somebody's own page</title>
${head}</head>
<body>
<main>
<h1>Publications</h1>
${fragment}</main>
</body>
</html>
`;
