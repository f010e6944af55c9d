import { describe, expect, it } from 'vitest';
import { inFile } from '../../src/diagnostics/source.ts';
import { fieldsOf, fixture, only, read } from './reading.ts';

describe('readLibrary', () => {
	it('returns the entries in the order of the files and of the text', () => {
		expect(read('@misc{b,} @misc{a,}', '@misc{c,}').keys).toEqual(['b', 'a', 'c']);
	});

	it('returns key, type and text as written', () => {
		const entry = only(read('junk\n@InProceedings{ Key:1 ,\n  title = {T}\n}\njunk').library.entries);
		expect([entry.key, entry.type]).toEqual(['Key:1', 'inproceedings']);
		expect(entry.source.text.slice(entry.span.start, entry.span.end)).toBe('@InProceedings{ Key:1 ,\n  title = {T}\n}');
		expect(entry.source.text.slice(entry.keySpan.start, entry.keySpan.end)).toBe('Key:1');
		expect(inFile(entry.span).start).toBe(5);
	});

	it('reads a valid file without diagnostics', () => {
		const { codes, library } = read(fixture('good.bib'));
		expect(codes).toEqual([]);
		expect(library.entries.map((entry) => fieldsOf(entry)['title'])).toEqual([
			'On Pixel-wise Explanations for {Non-Linear} Classifier Decisions',
			'Towards Best Practice',
			'Explainable {AI} (an introduction)',
			'Layer-Wise Relevance Propagation: An Overview',
			'The Last One',
		]);
	});

	it('reads an empty library from no files', () => {
		expect(read('', '% nothing\n').keys).toEqual([]);
	});
});

describe('two entries with one key', () => {
	it('are both kept if they differ, and the key refers to the first', () => {
		const { library, codes, diagnostics } = read('@misc{a, title = {First}}', '@misc{a, title = {Second}}');
		expect(library.entries.map((entry) => fieldsOf(entry)['title'])).toEqual(['First', 'Second']);
		expect(fieldsOf(library.byKey.get('a'))['title']).toBe('First');
		expect(codes).toEqual(['bib/duplicate-key']);
		expect(diagnostics[0]?.span?.source.path).toBe('b.bib');
		expect(diagnostics[0]?.related?.[0]?.span.source.path).toBe('a.bib');
	});

	it('become one if the second is a copy', () => {
		const { keys, codes } = read('@misc{a, title = {A}, year = 2000}', '@MISC{a,\n  year = 2000,\n  title = {A},\n}');
		expect([keys, codes]).toEqual([['a'], ['bib/duplicate-key']]);
	});

	it('stay separate if the keys differ in case', () => {
		expect(read('@misc{a,} @misc{A,}').keys).toEqual(['a', 'A']);
	});
});

describe('reading again', () => {
	const text = fixture('good.bib');

	it('returns the same entries if nothing changed', () => {
		const first = read(text);
		const second = first.again(text);
		expect(second.library.entries.every((entry, i) => entry === first.library.entries[i])).toBe(true);
	});

	it('returns the same entries at new positions if the text above changed', () => {
		const first = read(text);
		const second = first.again(`A new line.\n@misc{new,}\n${text}`);
		expect(second.library.entries.slice(1).every((entry, i) => entry === first.library.entries[i])).toBe(true);
		const { start, source } = inFile(only(second.library.entries.filter(({ key }) => key === 'last2021entry')).span);
		expect(source.text.slice(start)).toMatch(/^@misc\{last2021entry/);
	});

	it('returns new entries for a changed one and its children', () => {
		const first = read(text);
		const second = first.again(text.replace('{Springer}', '{Elsewhere}'));
		const changed = second.library.entries.filter((entry, i) => entry !== first.library.entries[i]);
		expect(changed.map(({ key }) => key)).toEqual(['samek2019explainable', 'montavon2019layer']);
		expect(fieldsOf(changed[1])['publisher']).toBe('Elsewhere');
	});

	it('returns a new entry if the value of a macro changed', () => {
		const first = read(text);
		const second = first.again(text.replace('{PLoS ONE}', '{Nature}'));
		const changed = second.library.entries.filter((entry, i) => entry !== first.library.entries[i]);
		expect(changed.map(({ key }) => key)).toEqual(['bach2015pixel']);
	});

	it('returns the same entries if only the position of macros changed', () => {
		const [macros, entry] = ['@string{m = "M"}', '@misc{a, title = m}'];
		const first = read(`${macros}\n${entry}`);
		const second = first.again(`${entry}\n${macros}`);
		expect(second.library.entries).toEqual(first.library.entries);
		expect(second.library.entries[0]).toBe(first.library.entries[0]);
	});

	it('distinguishes copies in two files', () => {
		const first = read('@misc{a, title = {A}}', '@misc{a, title = {A}} @misc{b,}');
		const second = first.again('@misc{a, title = {A}}', '@misc{b,}');
		expect(second.library.entries.map((entry) => entry.source.path)).toEqual(['a.bib', 'b.bib']);
	});

	it('reports again, at the new positions', () => {
		const broken = '@misc{a,\n  title = {A}\n  year = 2000,\n  journal = unknown,\n  crossref = {none}\n}';
		const first = read(broken);
		const second = first.again(`\n\n${broken}`);
		expect([...first.places].sort()).toEqual(['2:13', '4:13', '5:14']);
		expect(second.codes).toEqual(first.codes);
		expect([...second.places].sort()).toEqual(['4:13', '6:13', '7:14']);
		expect(second.library.entries[0]).toBe(first.library.entries[0]);
	});

	it('continues after several readings', () => {
		let last = read(text);
		const entry = last.library.byKey.get('last2021entry');
		for (let i = 0; i < 5; i++) last = last.again(`@misc{n${i},}\n${text}`);
		expect(last.library.byKey.get('last2021entry')).toBe(entry);
	});
});
