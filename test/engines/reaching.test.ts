import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { reachesBeyond } from '../../src/formats/math/unsafe-tex.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-reaching-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What only sets a formula: fractions, classes, boxes, spaces, signs. */
const harmless =
	/^(?:U[a-z]+|math[a-z]*|above|abovewithdelims|accent|atop|atopwithdelims|char|cr|crcr|delimiter|discretionary|displaylimits|(?:cramped)?(?:display|text|script|scriptscript)style|hbox|hfil|hfill|hskip|hss|ignorespaces|indent|kern|left|limits|lower|middle|mkern|mskip|noindent|nolimits|nonscript|over|overline|overwithdelims|penalty|radical|raise|relax|right|text(?:dir|direction|font)|underline|vcenter|vrule)$/;

describeWith('luatex')('every primitive of LuaTeX', () => {
	it('is for mathematics only, or is refused in formulas', () => {
		const list = '\\directlua{for _, name in ipairs(tex.primitives()) do texio.write_nl("log", "@" .. name) end}\\end';
		writeFileSync(join(folder, 'primitives.tex'), list);
		run('luatex', ['primitives.tex'], folder);
		const log = readFileSync(join(folder, 'primitives.log'), 'utf8');
		const names = [...log.matchAll(/^@([A-Za-z]+)$/gm)].map(([, name = '']) => name);
		expect(names.length).toBeGreaterThan(600);
		expect(names.filter((name) => !harmless.test(name) && !reachesBeyond(`x\\${name} y`))).toEqual([]);
	}, 30_000);
});
