import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BuiltInCode } from '../../../src/render/engine/built-in-code.ts';
import { builtInTemplates } from '../../../src/render/engine/template-folders.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { writeBuiltInCode } from '../../../src/render/engine/write-built-in-code.ts';
import { loadLocale } from '../../../src/render/locale.ts';
import { folderWith } from '../../folder.ts';
import { fixture, listOf, rendered } from '../library.ts';

type Code = { -readonly [Part in keyof BuiltInCode]: BuiltInCode[Part] };

/** Stands for the module that the compiled command has in its place; Bibfolio has no code there when run from its sources. */
const { code } = vi.hoisted(() => ({ code: { texts: {}, languages: {}, locales: {}, hashes: {} } as Code }));
vi.mock('../../../src/render/engine/built-in-code.ts', () => ({ builtInCode: code }));

const none: BuiltInCode = { texts: {}, languages: {}, locales: {}, hashes: {} };
const text = writeBuiltInCode();
const file = join(folderWith({ 'code.mjs': text }), 'code.mjs');
const written: BuiltInCode = (await import(/* @vite-ignore */ pathToFileURL(file).href)).builtInCode;
const list = listOf(fixture('kinds.bib'));

beforeEach(() => void Object.assign(code, none));

/** A list with templates of a folder of their own, since those compiled before are kept with their set. */
function write(format: string, own: Record<string, string> = {}): string | null {
	const folder = folderWith({ 'README.txt': '', ...own });
	return rendered(list, format, {}, { templates: loadTemplates(folder, () => {}) });
}

test('holds what entries, lists and pages are made of', () => {
	const names = Object.entries(written.languages).map(([language, row]) => [language, Object.keys(row)]);
	expect(Object.fromEntries(names)).toMatchObject({
		html: expect.arrayContaining(['entry', 'list', 'page']),
		md: expect.arrayContaining(['entry', 'list']),
		tex: expect.arrayContaining(['entry', 'list']),
	});
});

test.each(['html-page', 'html', 'markdown', 'latex'])('gives the same %s as templates compiled when used', (format) => {
	const expected = write(format);
	Object.assign(code, written);
	expect(write(format)).toBe(expected);
});

test("is left aside where a project's own template is in it, however deep", () => {
	Object.assign(code, written);
	const own = { 'volume.hbs': '', 'locator.hbs': 'my locator' };
	const text = write('markdown', own);
	expect(text).toContain('my locator');
	expect(text).not.toContain('143(3615)');
});

test('holds the words of every locale', () => {
	const files = readdirSync(join(builtInTemplates, 'locales'));
	expect(Object.keys(written.locales)).toEqual(files);
	for (const name of files) {
		const tag = name.slice(0, -'.yaml'.length);
		Object.assign(code, none);
		const expected = loadLocale(tag, { and: 'x' }, null, () => {});
		Object.assign(code, written);
		const locale = loadLocale(tag, { and: 'x' }, null, () => {});
		expect(locale?.terms).toEqual(expected?.terms);
		expect(locale?.files).toEqual(expected?.files);
	}
});

test('holds the hashes of what a page has in it, each good for its own text', () => {
	const texts = Object.entries(written.hashes);
	for (const [text, hash] of texts) expect(hash).toBe(createHash('sha256').update(text).digest('base64'));
	Object.assign(code, written);
	const page = write('html-page') ?? '';
	for (const [text, hash] of texts)
		expect([page.includes(text), page.includes(`sha256-${hash}`)]).toEqual([true, true]);
	const own = write('html-page', { 'page.css': 'p { color: red }' }) ?? '';
	expect(texts.filter(([, hash]) => own.includes(`sha256-${hash}`))).toHaveLength(1);
});
