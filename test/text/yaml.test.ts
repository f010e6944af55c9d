import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { position, source } from '../../src/diagnostics/source.ts';
import { parseYaml } from '../../src/text/yaml.ts';

function read(text: string) {
	const found: Diagnostic[] = [];
	const yaml = parseYaml(source('bibfolio.yaml', text), (d) => found.push(d), 'config/syntax');
	return { yaml, found };
}

const good = 'title: Publications\npeople:\n  - name: Curie, Marie # twice\n    role: owner\n  - name: Joliot, Irène\n';

test('gives plain values and the place of each', () => {
	const { yaml, found } = read(good);
	expect(found).toEqual([]);
	expect(yaml?.value).toMatchObject({ title: 'Publications', people: [{ role: 'owner' }, {}] });
	const text = (path: (string | number)[], part?: 'key' | 'value') => {
		const span = yaml?.spanOf(path, part);
		return span && good.slice(span.start, span.end);
	};
	expect(text(['people', 0, 'name'])).toBe('Curie, Marie');
	expect(text(['people', 0, 'role'], 'key')).toBe('role');
	expect(text(['title'])).toBe('Publications');
});

test('gives the nearest place for a path that is not there', () => {
	const { yaml } = read(good);
	const span = yaml?.spanOf(['people', 1, 'orcid', 'x']);
	expect(span && position(span.source, span.start)).toEqual({ line: 5, column: 5 });
});

test('gives the key where the value is empty', () => {
	const { yaml } = read('lists:\n  main:\n');
	const span = yaml?.spanOf(['lists', 'main']);
	expect(span && position(span.source, span.start)).toEqual({ line: 2, column: 3 });
});

test('an empty file is null', () => {
	expect(read('').yaml?.value).toBeNull();
	expect(read('# nothing\n').yaml?.value).toBeNull();
});

test.each([
	['a key given twice', 'a: 1\nb: 2\na: 3\n', 3],
	['a bracket never closed', 'a: 1\nb: [1, 2\nc: 3\n', 3],
	['a tag nobody knows', 'a: !!js/function "x"\n', 1],
	['two documents', 'a: 1\n---\nb: 2\n', 2],
	['a tab for indentation', 'a:\n\t- b\n', 2],
])('reports %s with its place', (_, text, line) => {
	const { yaml, found } = read(text);
	expect(yaml).toBeNull();
	const span = found[0]?.span;
	expect(found[0]?.code).toBe('config/syntax');
	expect(span && position(span.source, span.start).line).toBe(line);
});

test('refuses aliases that multiply', () => {
	let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
	for (let i = 1; i < 9; i++)
		text += `a${i}: &a${i} [${Array(10)
			.fill(`*a${i - 1}`)
			.join(', ')}]\n`;
	expect(read(text)).toMatchObject({ yaml: null, found: [{ code: 'config/syntax' }] });
});

test('follows aliases to their anchor', () => {
	expect(read('a: &x {b: 1}\nc: *x\n').yaml?.value).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test.each([
	['a tab', 'people:\n\t- name: A\n', 'Unexpected tab', 'Use spaces'],
	['a colon in a value', 'title: Works: all\n', 'second colon', 'in quotation marks'],
	['a line indented too far', 'title: X\n library: y\n', 'key inside a value', 'the next line'],
	['a line indented too little', 'people:\n  - name: A\n   role: x\n', '"role:"', 'same indentation'],
	['keys in two columns', 'a:\n    title: X\n   note: y\n', 'indentation', 'same indentation'],
	['a pattern with a star', 'title: *ICML*\n', '"*"', 'in quotation marks'],
	['a pattern with a star in a mapping', 'where: {venue: *ICML*}\n', '"*"', 'in quotation marks'],
	['an ampersand', 'and: & more\n', '"&"', 'in quotation marks'],
	['an at sign', 'title: @home\n', '"@"', 'in quotation marks'],
	['a per cent sign', 'title: %x\n', '"%"', 'in quotation marks'],
	['an exclamation mark', 'title: !x y\n', '"!"', 'in quotation marks'],
	['a bar', 'title: |x\n', '"|"', 'in quotation marks'],
	['an apostrophe in single quotes', "title: 'It's'\n", 'after a value', 'apostrophe'],
	['a quote never closed', 'title: "X\nlibrary: y\n', 'closing quotation mark', 'Add it'],
	['a brace never closed', 'outputs:\n  - {path: a.html\nlists: {}\n', 'closing "}"', 'Add the closing bracket'],
	['a bracket too many', 'outputs:\n  - {path: a.html}}\n', '"}"', 'Remove the extra bracket'],
	['no space after a colon', 'title:x\nlibrary: y\n', '"title:x"', 'a space after the colon'],
	['no space after a dash', 'people:\n  -name: A\n  -name: B\n', '"-name"', 'a space after the dash'],
	['a word without a colon', 'library: a.bib\ntitle\n', '"title"', 'key: value'],
	['a duplicate key', 'title: a\ntitle: b\n', 'Duplicate key "title"', 'Remove one'],
])('says what to do about %s', (_, text, message, hint) => {
	const { found } = read(text);
	expect(found[0]?.message).toContain(message);
	expect(found[0]?.hint).toContain(hint);
	expect(new Set(found.map(({ span }) => span?.start)).size).toBe(found.length);
});
