import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { position, source } from '../../src/diagnostics/source.ts';
import { parseYaml } from '../../src/text/yaml.ts';

function read(text: string) {
	const diagnostics: Diagnostic[] = [];
	const yaml = parseYaml(source('bibfolio.yaml', text), (diagnostic) => diagnostics.push(diagnostic), 'config/syntax');
	return { yaml, diagnostics };
}

const good = 'title: Publications\npeople:\n  - name: Curie, Marie # twice\n    role: owner\n  - name: Joliot, Irène\n';

test('parses plain values with their spans', () => {
	const { yaml, diagnostics } = read(good);
	expect(diagnostics).toEqual([]);
	expect(yaml?.value).toMatchObject({ title: 'Publications', people: [{ role: 'owner' }, {}] });
	const text = (path: (string | number)[], part?: 'key' | 'value') => {
		const span = yaml?.spanOf(path, part);
		return span && good.slice(span.start, span.end);
	};
	expect(text(['people', 0, 'name'])).toBe('Curie, Marie');
	expect(text(['people', 0, 'role'], 'key')).toBe('role');
	expect(text(['title'])).toBe('Publications');
});

test('uses the span of the nearest ancestor for a missing path', () => {
	const { yaml } = read(good);
	const span = yaml?.spanOf(['people', 1, 'orcid', 'x']);
	expect(span && position(span.source, span.start)).toEqual({ line: 5, column: 5 });
});

test('uses the span of the key for an empty value', () => {
	const { yaml } = read('lists:\n  main:\n');
	const span = yaml?.spanOf(['lists', 'main']);
	expect(span && position(span.source, span.start)).toEqual({ line: 2, column: 3 });
});

test('parses an empty file as null', () => {
	expect(read('').yaml?.value).toBeNull();
	expect(read('# nothing\n').yaml?.value).toBeNull();
});

test.each([
	['a duplicate key', 'a: 1\nb: 2\na: 3\n', 3],
	['an unclosed bracket', 'a: 1\nb: [1, 2\nc: 3\n', 3],
	['an unknown tag', 'a: !!js/function "x"\n', 1],
	['two documents', 'a: 1\n---\nb: 2\n', 2],
	['a tab for indentation', 'a:\n\t- b\n', 2],
])('reports %s with its position', (_, text, line) => {
	const { yaml, diagnostics } = read(text);
	expect(yaml).toBeNull();
	const span = diagnostics[0]?.span;
	expect(diagnostics[0]?.code).toBe('config/syntax');
	expect(span && position(span.source, span.start).line).toBe(line);
});

test('rejects aliases that multiply', () => {
	let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
	for (let i = 1; i < 9; i++)
		text += `a${i}: &a${i} [${Array(10)
			.fill(`*a${i - 1}`)
			.join(', ')}]\n`;
	expect(read(text)).toMatchObject({ yaml: null, diagnostics: [{ code: 'config/syntax' }] });
});

test('resolves aliases', () => {
	expect(read('a: &x {b: 1}\nc: *x\n').yaml?.value).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test.each([
	['a tab', 'people:\n\t- name: A\n', 'Unexpected tab', 'two spaces per level'],
	['a colon in a value', 'title: Works: all\n', 'second colon', 'in quotation marks'],
	['a line indented too far', 'title: X\n library: y\n', 'key inside a value', 'Indent the next line'],
	['a line indented too little', 'people:\n  - name: A\n   role: x\n', '"role:"', 'all keys of an item'],
	['keys in two columns', 'a:\n    title: X\n   note: y\n', 'indentation', 'in the same column'],
	['a pattern with a star', 'title: *ICML*\n', '"*"', 'in quotation marks'],
	['a pattern with a star in a mapping', 'where: {venue: *ICML*}\n', '"*"', 'in quotation marks'],
	['an ampersand', 'and: & more\n', '"&"', 'in quotation marks'],
	['an at sign', 'title: @home\n', '"@"', 'in quotation marks'],
	['a per cent sign', 'title: %x\n', '"%"', 'in quotation marks'],
	['an exclamation mark', 'title: !x y\n', '"!"', 'in quotation marks'],
	['a bar', 'title: |x\n', '"|"', 'in quotation marks'],
	['an apostrophe in single quotes', "title: 'It's'\n", 'after a value', 'apostrophe'],
	['an unclosed quotation mark', 'title: "X\nlibrary: y\n', 'closing quotation mark', 'end of the value'],
	['an unclosed brace', 'outputs:\n  - {path: a.html\nlists: {}\n', 'Expected "}"', 'Close the bracket'],
	['an extra bracket', 'outputs:\n  - {path: a.html}}\n', '"}"', 'Remove'],
	['no space after a colon', 'title:x\nlibrary: y\n', '"title:x"', 'a space after the colon'],
	['no space after a dash', 'people:\n  -name: A\n  -name: B\n', '"-name"', 'a space after the dash'],
	['a word without a colon', 'library: a.bib\ntitle\n', '"title"', 'key: value'],
	['a duplicate key', 'title: a\ntitle: b\n', 'Duplicate key "title"', 'Remove one'],
])('explains %s and how to fix it', (_, text, message, hint) => {
	const { diagnostics } = read(text);
	expect(diagnostics[0]?.message).toContain(message);
	expect(diagnostics[0]?.hint).toContain(hint);
	expect(new Set(diagnostics.map(({ span }) => span?.start)).size).toBe(diagnostics.length);
});
