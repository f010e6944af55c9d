import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import { publishedSource } from '../../src/library/published-bibtex.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { normalize } from '../../src/publications/normalize.ts';
import { fieldText } from '../../src/publications/publication-fields.ts';

const works = `
@article{e24, author = {Einstein, Albert}, title = {Quanten}, year = 1924}
@article{e25, author = {Einstein, Albert and Bose, S. N.}, title = {Quanten 2}, year = 1925}
@book{three, author = {One, A. and Two, B. and Three, C.}, title = {Three}, year = {in press}}
@book{edited, editor = {van der Berg, Jan}, title = {E}, date = {2000-05}}
@misc{who, author = {{R&D Group}}, title = {W}, year = 2001}
@misc{untitled, title = {On {$n$} Sums}}`;

const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };

function read(fields: string) {
	const diagnostics: Diagnostic[] = [];
	const library = readLibrary([source('a.bib', `@misc{citing, ${fields}}\n${works}`)], () => {});
	const [work] = normalize(library, reading, (one) => diagnostics.push(one));
	if (!work) throw new Error('no work');
	return { work, again: normalize(library, reading, () => {})[0], diagnostics };
}

describe('a citation in a note', () => {
	test.each([
		['See part 1 \\cite{e24}.', 'See part 1 Einstein 1924.'],
		['\\cite{e25}', 'Einstein and Bose 1925'],
		['\\cite{three}', 'One et al. in press'],
		['\\cite{edited}', 'van der Berg 2000'],
		['\\cite{who}', 'R&D Group 2001'],
		['\\cite{untitled}', 'On n Sums'],
		['\\cite{e24, e25}', 'Einstein 1924; Einstein and Bose 1925'],
		['\\cite[p.~3]{e24}', 'Einstein 1924, p.\u00a03'],
		['\\citep[see][p.~3]{e24}', '(see Einstein 1924, p.\u00a03)'],
		['\\parencite{e24}', '(Einstein 1924)'],
		['\\citet{e24} and \\Textcite{e25}', 'Einstein (1924) and Einstein and Bose (1925)'],
		['\\autocite{e24}, \\fullcite{e24}, \\footcite{e24}', 'Einstein 1924, Einstein 1924, Einstein 1924'],
		['\\citeauthor{e24} in \\citeyear{e24}: \\citetitle{e24}', 'Einstein in 1924: Quanten'],
		['\\citet*{e24}', 'Einstein (1924)'],
		['Listed under Einstein~\\cite{e24}', 'Listed under Einstein\u00a0(1924)'],
		['Listed under Bose \\cite{e24}', 'Listed under Bose Einstein 1924'],
		['\\cite{missing_x} and \\cite{e24}', '[missing_x] and Einstein 1924'],
		['\\nocite{e24}Plain', 'Plain'],
		['\\emph{cited} by many', 'cited by many'],
	])('%s is a short reference', (note, shown) => {
		const { note: text } = read(`note = {${note}}`).work;
		expect(text && plainText(text)).toBe(shown);
	});

	test('is one in other fields too', () => {
		const { work } = read('title = {On \\cite{e24}}, abstract = {We extend~\\cite{e24}.}, addendum = {\\cite{e25}}');
		expect(plainText(work.title)).toBe('On Einstein 1924');
		expect(fieldText(work, 'abstract')).toBe('We extend\u00a0Einstein 1924.');
		expect(work.addendum && plainText(work.addendum)).toBe('Einstein and Bose 1925');
	});

	test('with an unknown key is reported', () => {
		const { diagnostics } = read('note = {\\citep{nobody} and \\cite{e24}}');
		expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
			['bib/unknown-citation', 'Unknown key "nobody" in \\citep'],
		]);
	});

	test.each(['', 'title = {C}, broken = '])('is a command in published BibTeX: %s', (fields) => {
		const { work } = read(`${fields || 'title = {C}'}, note = {See \\cite{e25}}`);
		expect(work.note && plainText(work.note)).toBe('See Einstein and Bose 1925');
		expect(publishedSource(work.entry, [])).toContain('{See \\cite{e25}}');
	});

	test.each([
		['note = {\\cite{e24}; \\cite{e25,e24}}', ['e24', 'e25']],
		['title = {\\cite{e24}}', []],
		['note = {\\cite{missing}}', []],
		['note = {Plain}', []],
	])('names the works that remarks refer to: %s', (fields, keys) => {
		expect(read(fields).work.cites).toEqual(keys);
	});

	test('keeps the publication the same in each build', () => {
		const { work, again } = read('note = {\\cite{e24}}');
		expect(again).toBe(work);
		expect(work.entry.source.text).toContain('\\cite{e24}');
	});
});
