import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLatex } from '../../src/latex/parse-latex.ts';
import { plainText } from '../../src/latex/plain-text.ts';
import { isAllPlain } from '../../src/latex/unicode-latex.ts';
import { toLatex } from '../../src/latex/write-latex.ts';

const printable = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', ...'–—‘’“”„«»…©™°½'),
		fc.constantFrom(...'aZ5éÅßøŁœğșżñ'),
		fc.constantFrom(
			'\u00a0',
			'\u202f',
			'α',
			'≤',
			'→',
			'ả',
			'ư',
			'中',
			'Ж',
			'😀',
			'http://',
			'&amp;',
			'<i>',
			'</i>',
			'$x$',
		),
	),
});

describe('toLatex', () => {
	it('writes any text so that the parser restores it', () => {
		fc.assert(
			fc.property(printable, (value) => {
				const text = value.normalize('NFC').replace(/ +/g, ' ').trim();
				expect(plainText(parseLatex(toLatex([{ type: 'text', value: text }])))).toBe(text);
			}),
			{ numRuns: 3000 },
		);
	});

	it('needs no escaping for a text whose characters need none', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'aZ5 .éßœğṛ–\\&~αЖ') }), (text) => {
				expect(isAllPlain(text)).toBe([...text].every(isAllPlain));
			}),
		);
	});

	it.each([
		['{DNA} and $x^2$ and \\(a\\)', '{DNA} and $x^2$ and $a$'],
		["\\enquote{a} ``b''", "\\enquote{a} ``b''"],
		['{{\\emph{a}}}', '{{\\emph{a}}}'],
		['\\"{u} {\\ss} {\\textendash}', 'ü ß --'],
		['50% & R&D a_b', '50\\% \\& R\\&D a\\_b'],
		['\\url{http://a/b_c}', '\\href{http://a/b\\_c}{http://a/b\\_c}'],
		['\\href{https://a/#b#c}{d}', '\\href{https://a/\\#b\\%23c}{d}'],
		['$$x$$ \\[y\\]', '\\[x\\] \\[y\\]'],
		['\\(5 and $10\\)', '\\(5 and $10\\)'],
	])('%s', (value, written) => {
		expect(toLatex(parseLatex(value))).toBe(written);
	});
});
