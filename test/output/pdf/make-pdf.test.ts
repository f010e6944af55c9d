import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { makePdfs, pdfPath } from '../../../src/output/pdf/make-pdf.ts';
import { folderWith } from '../../folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** A folder with a document, and fake TeX programs on the path that record their arguments. */
function workplace(engines: readonly string[], contents = 'A document'): string {
	const folder = folderWith({ 'cv.tex': contents });
	mkdirSync(join(folder, 'bin'));
	for (const name of engines) {
		const file = join(folder, 'bin', name);
		writeFileSync(
			file,
			`#!/bin/sh\necho ${name} "$@" $SOURCE_DATE_EPOCH $openin_any > document.pdf\necho 'Label(s) may have changed. Rerun to get' > document.log\nread -r line < document.tex; echo "$line" >> document.pdf\necho . >> ${folder}/runs\n`,
		);
		chmodSync(file, 0o755);
	}
	vi.stubEnv('PATH', join(folder, 'bin'));
	return folder;
}

function make(folder: string, contents = 'A document') {
	const diagnostics: Diagnostic[] = [];
	const written = makePdfs([{ path: 'cv.tex', contents }], folder, (one) => diagnostics.push(one));
	return { written, codes: diagnostics.map(({ code }) => code) };
}

describe('a PDF', () => {
	it('is written next to its document, without a shell, with the time of SOURCE_DATE_EPOCH', () => {
		const folder = workplace(['pdflatex']);
		vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
		expect(make(folder)).toEqual({ written: [{ path: 'cv.pdf', written: true }], codes: [] });
		const pdf = readFileSync(join(folder, 'cv.pdf'), 'utf8');
		expect(pdf).toContain('-no-shell-escape');
		expect(pdf).toContain('1700000000 p\nA document');
	});

	it('is not rewritten if it is the same', () => {
		const folder = workplace(['pdflatex']);
		make(folder);
		expect(make(folder).written).toEqual([{ path: 'cv.pdf', written: false }]);
	});

	it('is compiled until the references settle, at most four times', () => {
		const folder = workplace(['pdflatex']);
		make(folder);
		expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('.\n'.repeat(4));
	});

	it.each([
		['A document', 'pdflatex'],
		['Документ', 'xelatex'],
		['\\IfFileExists{lgrenc.def}{}{}', 'xelatex'],
		['\\usepackage[bidi=basic]{babel}', 'lualatex'],
	])('of "%s" is compiled by %s', (contents, engine) => {
		const folder = workplace(['pdflatex', 'lualatex', 'xelatex'], contents);
		make(folder, contents);
		expect(readFileSync(join(folder, 'cv.pdf'), 'utf8')).toMatch(new RegExp(`^${engine} `));
	});

	it('stays if a new one cannot be created', () => {
		const folder = workplace([]);
		writeFileSync(join(folder, 'cv.pdf'), 'old');
		expect(make(folder)).toEqual({ written: [], codes: ['pdf/no-engine'] });
		expect(readFileSync(join(folder, 'cv.pdf'), 'utf8')).toBe('old');
	});

	it('does not replace a folder', () => {
		const folder = workplace(['pdflatex']);
		mkdirSync(join(folder, 'cv.pdf'));
		expect(make(folder)).toEqual({ written: [], codes: ['output/foreign'] });
		expect(existsSync(join(folder, 'cv.pdf'))).toBe(true);
	});

	it('is named after its document without the format', () => {
		expect(pdfPath('out/cv.tex')).toBe('out/cv.pdf');
		expect(pdfPath('out/publications.latex-document.tex')).toBe('out/publications.pdf');
	});
});
