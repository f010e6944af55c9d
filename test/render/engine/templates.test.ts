import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { formats } from '../../../src/formats/index.ts';
import { builtInTemplates } from '../../../src/render/engine/built-in-templates.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { fixture, listOf, rendered } from '../library.ts';

const list = listOf(fixture('kinds.bib'));

function project(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'bibfolio-templates-'));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return folder;
}

function withOwn(files: Record<string, string>, format = 'markdown') {
	const found: Diagnostic[] = [];
	const templates = loadTemplates(project(files), (d) => found.push(d));
	const text = rendered(list, format, {}, { templates }, (d) => found.push(d));
	return { text, found, templates };
}

test('no built-in template writes a value raw', () => {
	const raw = Object.entries(builtInTemplates.files).filter(([, text]) => /\{\{\{|\{\{~?&/.test(text));
	expect(raw.map(([name]) => name)).toEqual([]);
});

test('every format of lists has the templates it needs, and every template parses', () => {
	const templates = loadTemplates(null, () => {});
	for (const format of Object.values(formats).filter(({ withoutList }) => !withoutList)) {
		for (const name of [format.main, ...(format.show ? [] : ['list', 'entry'])])
			expect(templates.get(name, format.templates)).not.toBeNull();
		expect(rendered(list, format.name)).not.toBeNull();
	}
	expect(templates.files).toEqual([]);
});

test("a project's template replaces only the built-in one of the same name", () => {
	const { text, templates } = withOwn({ 'title.md.hbs': '{{strong title}}' });
	expect(text).toContain('**Invariante Variationsprobleme**.');
	expect(text).toContain('In: *Nature* 143(3615)');
	expect(templates.files.map((file) => basename(file))).toEqual(['title.md.hbs']);
});

test('a template without a format is for all formats, and one with a format takes precedence', () => {
	const templates = loadTemplates(project({ 'a.hbs': 'all', 'a.html.hbs': 'html' }), () => {});
	expect(templates.get('a', 'md')?.source.text).toBe('all');
	expect(templates.get('a', 'html')?.source.text).toBe('html');
	expect(templates.names('md')).toContain('a');
	expect(templates.get('b', 'md')).toBeNull();
});

test('reports a folder of templates that cannot be read', () => {
	const found: Diagnostic[] = [];
	loadTemplates(join(project({ templates: '' }), 'templates'), (one) => found.push(one));
	expect(found.map(({ code }) => code)).toEqual(['file/unreadable']);
});

test('a project can add partials', () => {
	const { text } = withOwn({ 'entry.md.hbs': '{{> mine}}', 'mine.md.hbs': '{{key}}: {{title}}' });
	expect(text).toContain('noether1918: Invariante Variationsprobleme');
});

test.each([
	['does not parse', { 'entry.md.hbs': 'a\n{{#if title}}' }, 'template/syntax', 'entry.md.hbs'],
	['asks for a name there is not', { 'entry.md.hbs': '{{titel}}' }, 'template/unknown-name', 'entry.md.hbs'],
	['calls a partial there is not', { 'list.md.hbs': '{{> sektion}}' }, 'template/missing', 'list.md.hbs'],
	['is broken in a partial', { 'locator.hbs': '{{voulme}}' }, 'template/unknown-name', 'locator.hbs'],
])('nothing is given when a template %s', (_, files, code, file) => {
	const { text, found } = withOwn(files);
	expect(text).toBeNull();
	expect(found).toHaveLength(1);
	expect(found[0]?.code).toBe(code);
	expect(basename(found[0]?.span?.source.path ?? '')).toBe(file);
});

test('the same contents give the same set', () => {
	const folder = project({ 'title.md.hbs': 'a' });
	const first = loadTemplates(folder, () => {});
	expect(loadTemplates(folder, () => {})).toBe(first);
	writeFileSync(join(folder, 'title.md.hbs'), 'b');
	expect(loadTemplates(folder, () => {})).not.toBe(first);
	expect(loadTemplates(null, () => {})).toBe(loadTemplates(null, () => {}));
});

test('ignores Windows line ends and a byte order mark', () => {
	const { text } = withOwn({ 'title.md.hbs': '\ufeff{{#if title}}\r\n{{title}}\r\n{{/if}}\r\n' });
	expect(text).toContain('Invariante Variationsprobleme.');
});
