import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { splitBlocks } from '../../../src/library/syntax/blocks.ts';
import { fixture } from '../reading.ts';

const split = (text: string) => splitBlocks(source('a.bib', text));
const texts = (text: string, kind: string) =>
	split(text)
		.filter((block) => block.kind === kind)
		.map(({ start, end }) => text.slice(start, end));

describe('a block', () => {
	it.each([
		['braces', '@article{a, title = {A}}'],
		['parentheses', '@article(a, title = {A) B}, note = "C) D")'],
		['whitespace around everything', '@ article\n {\n a , title = {A} }'],
		['any case', '@ARTICLE{a, TITLE = {A}}'],
		['parentheses in the key too', '@article(a(2), title = {A)})'],
		['a key alone', '@article{a}'],
		['quotes with braces in them', '@article{a, title = "A {"}B{"} C"}'],
		['BibTeX in a value', '@article{a, note = {Cite as\n@article{b, title = {B}}\nplease}, year = 2000}'],
		['an address in a value', '@article{a, note = {ada@example.org {x}}}'],
		['a line that begins like an entry, in quotes', '@misc{a, note = "see\n@article{b, c} and {d}"}'],
		['a brace in a comment between fields', '@misc{a,\n title = {A}, % not the last {\n % } either\n year = 2000\n}'],
	])('is an entry with %s', (_, text) => {
		expect(texts(text, 'entry')).toEqual([text]);
	});

	it.each([
		['string', '@string{a = "b"}'],
		['string', '@STRING(a = {b})'],
		['preamble', '@preamble{"\\def\\x{y}" # z}'],
		['comment', '@comment{@article{hidden, title = {H}}}'],
		['comment', '@Comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n}'],
		['comment', '@comment to the end of the line, @article{hidden,'],
		['comment', '@comment(in parentheses)'],
	])('is a %s: %s', (kind, text) => {
		expect(texts(text, kind)).toEqual([text]);
		expect(split(text)).toHaveLength(1);
	});

	it.each([
		['text', 'Nothing but words.'],
		['an address', 'Ask ada@example.org {or} me.'],
		['an address and words in parentheses', 'mail noether@uni.example.edu (office), thanks'],
		['a handle', '@ada_lovelace (she/her)'],
		['an @ alone', 'lunch @ 12'],
		['an entry after a %', '% @article{hidden, title = {H}}\n'],
		['an entry without its @', 'article{a, title = {A}}'],
		['an entry without its brace', '@article a, title = {A}'],
	])('is not an entry: %s', (_, text) => {
		expect(split(text).map(({ kind }) => kind)).toEqual(['junk']);
	});

	it('directly follows another', () => {
		expect(texts('@a{b,}@c{d,}%@e{f,}\n@g{h,}', 'entry')).toEqual(['@a{b,}', '@c{d,}', '@g{h,}']);
	});

	it('is an entry after an e-mail address', () => {
		expect(texts('curie@example.org wrote\n@misc{a, title = {A}}', 'entry')).toEqual(['@misc{a, title = {A}}']);
	});
});

describe('a block that is never closed', () => {
	const next = '@misc{next, title = {N}}';

	it.each([
		['its last brace is missing', '@misc{a, title = {A}\n'],
		['the brace of a value is missing', '@misc{a,\n  title = {A,\n  year = {2000}\n}\n'],
		['two braces are missing', '@misc{a,\n  title = {{A,\n  year = {2000}\n}\n'],
		['the closing quote is missing', '@misc{a,\n  title = "A,\n  year = 2000,\n'],
		['its parenthesis is missing', '@misc(a,\n  title = {A}\n'],
		['it is on one line', '@misc{a, title = {A, year = {2000}} '],
		['it is a macro', '@string{a = "b"\n'],
		['it is a preamble', '@preamble{"a"\n'],
	])('ends where the next one begins if %s', (_, broken) => {
		expect(texts(broken + next, 'entry').at(-1)).toBe(next);
	});

	it('ends there even if a later extra brace would close it', () => {
		const text = '@misc{a,\n title = {{A,\n year = {2000}\n}\n@misc{b, title = {B}}\n}\n}\n@misc{c, title = {C}}';
		expect(texts(text, 'entry').slice(1)).toEqual(['@misc{b, title = {B}}', '@misc{c, title = {C}}']);
	});

	it('hides only its line if it is a comment', () => {
		expect(texts(`@comment{ not closed\n${next}`, 'entry')).toEqual([next]);
	});

	it.each([
		['a brace of a value', '@misc{a, title = On Numbers}, year = {2000}}'],
		['a brace of a value with a comma', '@misc{a,\n author = Noether, Emmy},\n year = {2000}\n}'],
		['a brace of an address', '@misc{a, url = https://example.org/?a=b}, year = {2000}}'],
		['a brace in an unclosed quoted value', '@misc{a, title = "A}, year = {2000}}'],
	])('continues after %s', (_, text) => {
		expect(texts(text, 'entry')).toEqual([text]);
	});
});

describe('the first unmatched brace ends an entry, as in BibTeX and biber,', () => {
	it.each([
		['on one line', '@misc{a, title = {A}}', ', year = {2000}}'],
		['at the end of a line', '@misc{a,\n  title = {A}}', ',\n  year = {2000}\n}'],
		['on its own line', '@misc{a,\n  title = {A}\n}', '\n  year = {2000}\n}'],
		['after a number', '@misc{a, year = 2000}', ', title = {A}}'],
		['after a macro', '@misc{a, month = jan}', ', title = {A}}'],
		['after macros and a comma', '@misc{a, month = jan # feb,\n}', '\n title = {A}}'],
		['after a quoted value', '@misc{a, title = "A"}', ', year = "2000"}'],
		['after a comment', '@misc{a, year = 2000 % a few words\n}', '\n title = {A}}'],
		['after the value of several pieces', '@misc{a, title = "A" # x # {B}}', ', year = "2000"}'],
	])('%s', (_, entry, rest) => {
		const next = '\n@misc{next, title = {N}}';
		expect(texts(entry + rest + next, 'entry')).toEqual([entry, next.trim()]);
	});
});

describe('blocks', () => {
	const pieces = fc.constantFrom(
		...[
			'@',
			'{',
			'}',
			'"',
			'(',
			')',
			',',
			'=',
			'#',
			'%',
			'\\',
			'\n',
			'\r\n',
			' ',
			'a',
			'title',
			'@a{k,\n',
			'@comment{',
			'@string{s=',
		],
		...['x={y},', '\0', '😀', 'é'],
	);

	it('concatenate to the file, for any text', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				const blocks = split(text);
				expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
				for (const { start, end, body, close } of blocks)
					expect(start <= body && body <= close && close <= end).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it('are the same if one is read alone', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				for (const { kind, start, end, body, close, closed } of split(text)) {
					if (kind !== 'entry') continue;
					const alone = { start: 0, end: end - start, body: body - start, close: close - start, closed };
					expect(split(text.slice(start, end))[0]).toMatchObject(alone);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('are those of a valid file', () => {
		const kinds = split(fixture('good.bib')).map(({ kind, type, closed }) => `${kind} ${type} ${closed}`);
		expect(kinds.filter((kind) => !kind.startsWith('junk'))).toEqual([
			'string string true',
			'string string true',
			'preamble preamble true',
			'entry article true',
			'entry inproceedings true',
			'entry book true',
			'comment comment true',
			'entry incollection true',
			'entry misc true',
		]);
	});
});
