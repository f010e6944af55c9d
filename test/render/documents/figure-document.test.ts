import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { build } from '../../../src/build.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { formats } from '../../../src/formats/index.ts';
import { loadProject } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';

const library = `
@article{a, author = {Noether, Emmy and Klein, Felix}, title = {A}, journal = {Annalen}, year = 1915, keywords = {algebra}}
@book{b, author = {Noether, Emmy}, title = {B}, publisher = {P}, year = 1918, keywords = {algebra}}
@article{c, author = {Klein, Felix and Lie, Sophus}, title = {C}, journal = {Annalen}, year = 1918}`;
const people = [
	{ name: 'Noether, Emmy', role: 'member' },
	{ name: 'Klein, Felix', role: 'member', to: '1916' },
];

function projectOf(outputs: readonly (string | object)[], report: (diagnostic: Diagnostic) => void) {
	const configuration = { library: 'papers.bib', title: 'Our works', people, outputs };
	const root = folderWith({ 'papers.bib': library, 'bibfolio.yaml': JSON.stringify(configuration) });
	return loadProject(null, root, {}, report);
}

/** The files that a project writes, by path. */
function built(...outputs: (string | object)[]): Map<string, string> {
	const project = projectOf(outputs, ({ message }) => expect.fail(message));
	const result = build(project ?? expect.fail('no project'));
	expect(result.diagnostics).toEqual([]);
	return new Map(result.outputs.map(({ path, contents }) => [path, contents]));
}

function problemsOf(output: object): string[] {
	const found: Diagnostic[] = [];
	projectOf([output], (diagnostic) => found.push(diagnostic));
	return found.map(({ message, hint }) => `${message}; ${hint}`);
}

const descriptionOf = (svg = '') => /<desc [^>]*>([^<]*)</.exec(svg)?.[1];

describe('the format figure', () => {
	it('is inferred from .svg, and shows works per year by default', () => {
		const svg = built('years.svg').get('years.svg');
		expect(descriptionOf(svg)).toBe(
			'3 publications. Journal Articles: 2; Books: 1. 1915: 1 (Journal Articles: 1); 1918: 2 (Journal Articles: 1; Books: 1)',
		);
	});

	it.each(formats['figure']?.shows ?? [])('shows %s in words, too', (show) => {
		const svg = built({ path: 'a.svg', show }).get('a.svg') ?? '';
		expect(parseXml(svg).root?.name).toBe('svg');
		expect(descriptionOf(svg)).toMatch(/^3 publications\. .*\d/);
		expect(svg).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
	});

	it('draws one file for each person, with that person as the owner', () => {
		const files = built({ path: '{id}.svg', 'for-each': 'person', show: 'co-authors' });
		expect([...files.keys()].sort()).toEqual(['klein-felix.svg', 'noether-emmy.svg']);
		expect(descriptionOf(files.get('klein-felix.svg'))).toMatch(
			/^Felix Klein · 2 publications\. .*Emmy Noether – Felix Klein: 1/,
		);
		expect(files.get('klein-felix.svg')).toMatch(/bibfolio-figure-strong[^>]*>Felix Klein</);
	});

	it('has the title of its output, which names the part below the title in outputs for each part', () => {
		expect(built({ path: 'a.svg', title: 'Our years' }).get('a.svg')).toMatch(/figure-title"[^>]*>Our years</);
		const files = built({ path: '{id}.svg', 'for-each': 'person', title: 'Works of {name}' });
		expect(descriptionOf(files.get('klein-felix.svg'))).toMatch(/^Works of Felix Klein · 2 publications/);
	});

	it('has the words of its language', () => {
		const svg = built({ path: 'a.svg', locale: 'de' }).get('a.svg');
		expect(svg).toContain('>Veröffentlichungen pro Jahr</text>');
		expect(descriptionOf(svg)).toMatch(/^3 Arbeiten\. Zeitschriftenartikel: 2; Bücher: 1\. 1915: 1/);
	});

	it('gives the same bytes in every build', () => {
		const output = { path: 'a.svg', show: 'co-authors' };
		expect(built(output)).toEqual(built(output));
	});

	it('refuses what it cannot show, and sizes that are no numbers', () => {
		expect(problemsOf({ path: 'a.svg', show: 'list' })).toEqual([
			`Format figure cannot show "list"; Use one of: ${formats['figure']?.shows?.join(', ')}`,
		]);
		expect(problemsOf({ path: 'a.svg', options: { width: 'wide', top: 0 } })).toEqual([
			'Invalid option "width": wide; Use a whole number from 240 to 2000',
			'Invalid option "top": 0; Use a whole number from 1 to 100',
		]);
		expect(problemsOf({ path: 'a.svg', options: { width: 240, top: 100, mine: 'x' } })).toEqual([]);
	});
});
