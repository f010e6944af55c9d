import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { makeLibrary } from './library.ts';

const text = makeLibrary(1000);

test('is byte-identical on every machine', () => {
	expect(makeLibrary(1000)).toBe(text);
	expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(`"0c18fad156ed022d"`);
});

test('has the requested number of entries, without problems', () => {
	const found: string[] = [];
	const { entries } = readLibrary([source('made.bib', text)], ({ code, message }) => found.push(`${code} ${message}`));
	expect(entries).toHaveLength(1000);
	expect(found).toEqual([]);
});

test('has about 1.1 kB per entry, 80 % abstracts, crossrefs, macros, math and accents', () => {
	expect(Buffer.byteLength(text) / 1000).toBeGreaterThan(950);
	expect(Buffer.byteLength(text) / 1000).toBeLessThan(1250);
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	expect(count(/^ {2}abstract =/gm) / 1000).toBeCloseTo(0.8, 1);
	expect(count(/^ {2}crossref =/gm)).toBeGreaterThan(50);
	expect(count(/^ {2}journal = \w+,/gm)).toBeGreaterThan(100);
	expect(count(/^ {2}title = .*\$/gm)).toBeGreaterThan(30);
	expect(count(/^ {2}author = .*\{\\/gm)).toBeGreaterThan(100);
});
