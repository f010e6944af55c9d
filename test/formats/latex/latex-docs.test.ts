import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listOf, rendered } from '../../render/library.ts';

const docs = readFileSync(new URL('../../../docs/latex.md', import.meta.url), 'utf8');

/** One word of each script that has a command, and whatever else brings a definition with it. */
const everything = [
	'Жуков Πλάτων שלום سلام 中文 한국 हिन्दी ไทย ქართული Հայերեն 🚀 ⅏',
	'12" Hưởng ħ ḩ ə q̃ \\sout{a}',
	'$\\text{a}\\mathbb{R}\\mathfrak{g}\\boldsymbol{x}\\operatorname{f}\\tfrac12\\dfrac12\\binom12\\lvert\\rvert\\lVert\\rVert$',
].join(' ');
const list = rendered(
	listOf(`@article{a, title = {${everything}}, url = {https://example.org}, year = {2020}}`),
	'latex',
	{},
	{},
	() => {},
);

/** The commands that a list gives a meaning to, with the number of their arguments; of scripts one stands for all. */
function provided(): string[] {
	const scripts = [...(list ?? '').matchAll(/\\bibfoliofonts(\w+)/g)].map(([, script = '']) => script);
	expect(scripts.length).toBeGreaterThan(10);
	const ofScript = new RegExp(`^(bibfolio(?:fonts|set|features|encoding))(?:${scripts.join('|')})$`);
	return [...(list ?? '').matchAll(/\\providecommand\{\\(\w+)\}(?:\[(\d)\])?/g)].map(
		([, name = '', count = '0']) => `${name.replace(ofScript, '$1SCRIPT')} ${count}`,
	);
}

/** The commands in the tables of the documentation, with the number of their arguments. */
function documented(): string[] {
	const cells = [...docs.matchAll(/^\| (`\\.*?) \|/gm)].map(([, cell = '']) => cell);
	return cells.flatMap((cell) =>
		[...cell.matchAll(/`\\(\w+)((?:\{[^{}]*\})*)`/g)].map(
			([, name, places = '']) => `${name} ${places.match(/\{/g)?.length ?? 0}`,
		),
	);
}

describe('docs/latex.md', () => {
	it('has a table of exactly the commands that a list defines', () => {
		expect([...new Set(documented())].sort()).toEqual([...new Set(provided())].sort());
	});
});
