import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../../src/diagnostics/print.ts';
import type { Format } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { loadHelpers } from '../../../src/project/load-helpers.ts';
import { builtInTemplates } from '../../../src/render/engine/built-in-templates.ts';
import type { Environment } from '../../../src/render/engine/environment.ts';
import type { Helpers } from '../../../src/render/engine/helper.ts';
import { makeHelpers } from '../../../src/render/engine/helpers.ts';
import { View } from '../../../src/render/engine/look-up.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import { makeEntries } from '../../../src/render/views/entries.ts';
import { listView } from '../../../src/render/views/list-view.ts';
import { personView } from '../../../src/render/views/person-view.ts';
import { folderWith } from '../../folder.ts';
import { listOf, locale, person, rendered } from '../library.ts';
import { entriesContext, listContext } from '../view-contexts.ts';

const docs = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8');

/** What is in code in the first column of the table under a heading. */
function documented(heading: string): string[] {
	const [, section = ''] = docs.split(new RegExp(`^#+ ${heading}$`, 'm'));
	const rows = (section.split(/^#/m)[0] ?? '').match(/^\|[^|]*\|/gm) ?? [];
	return rows.slice(2).flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** Everything a template may ask a value for. */
function namesOf(value: object): string[] {
	const names = Object.keys(value);
	for (let view = Object.getPrototypeOf(value); view instanceof View; view = Object.getPrototypeOf(view))
		for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(view))) if (get) names.push(name);
	return names;
}

const list = listOf(`@article{bell, title = {Pulsars}, journal = {Nature}, volume = {217}, pages = {709--713},
	author = {Bell Burnell, Jocelyn}, year = {1968}, shortjournal = {Nat}}`);

/** The code block after the first paragraph that names a file. */
function example(name: string, after = ''): string {
	const [, rest = ''] = docs.slice(docs.indexOf(after)).split(`\`${name}\``);
	const [, code] = rest.split(/^```\w*\n/m);
	if (!code) throw new Error(`no example of ${name}`);
	return code;
}

function written(format: string, name: string, helpers: Helpers = {}, after = ''): string {
	const folder = folderWith({ [name]: example(`templates/${name}`, after) });
	return rendered(list, format, {}, { templates: loadTemplates(folder, () => {}), helpers }) ?? '';
}

describe('docs/templates.md', () => {
	const nothing: Environment = { format: formats['html'] as Format, render: () => '' };
	const view = listView(list, { ...listContext, entries: makeEntries(nothing, entriesContext) });
	const [section] = view.sections;
	const [item] = section?.items ?? [];
	it.each([
		['A list', view],
		['A person', personView(person('Noether, Emmy'), null, locale())],
		['A section', section],
		['An item', item],
		['A work', item?.work],
		['Names', item?.work.authors],
	])('tells every name that %s has, and no other', (heading, value) => {
		expect(documented(heading).sort()).toEqual(namesOf(value ?? {}).sort());
	});

	it('describes every template', () => {
		const files = Object.keys(builtInTemplates.files).filter((name) => name.endsWith('.hbs'));
		const names = [...new Set(files.map((name) => name.split('.')[0] ?? ''))].sort();
		expect(documented('The templates').sort()).toEqual(names);
	});

	it('describes every helper', () => {
		const { html } = formats;
		const helpers = html ? Object.keys(makeHelpers(html, () => locale())) : [];
		const told = documented('Helpers').join(' ');
		expect(helpers.filter((name) => !new RegExp(`[({#]${name}\\b`).test(told))).toEqual([]);
	});

	it('describes every option of the built-in templates and formats', () => {
		const own = Object.values(formats).flatMap(({ options = {}, numbers = {} }) =>
			Object.keys({ ...options, ...numbers }),
		);
		const used = Object.values(builtInTemplates.files).flatMap((text) =>
			[...text.matchAll(/option "([\w-]+)"/g)].map(([, option = '']) => option),
		);
		expect(documented('Options').sort()).toEqual([...new Set([...used, ...own])].sort());
	});

	it('shows a title before the names', () => {
		expect(written('markdown', 'entry.md.hbs')).toContain(
			'1. “Pulsars”.  \n    Bell Burnell J (1968).  \n    In: *Nature* 217:709–713',
		);
	});

	it('shows a badge before the title', () => {
		expect(written('html', 'headline.html.hbs')).toContain(
			'<div class="bibfolio-work"><span class="bibfolio-venue">Nat</span> <span class="bibfolio-title p-name">“Pulsars”</span>.</div>',
		);
	});

	it("shows a project's own helpers", async () => {
		const section = '## Your own helpers';
		const root = folderWith({ 'helpers.mjs': example('helpers.mjs', section) });
		const helpers = await loadHelpers({ root, helpers: 'helpers.mjs' }, ({ message }) => expect.fail(message));
		expect(written('html', 'headline.html.hbs', helpers ?? {}, section)).toContain(
			'<div class="bibfolio-work"><b style="color: #246">Nat</b> New of the 1960s: <span class="bibfolio-title p-name">“Pulsars”</span></div>',
		);
	});

	it('shows an error as it is printed', () => {
		const folder = folderWith({ 'entry.html.hbs': '<i>{{titel}}</i>\n' });
		const found: Diagnostic[] = [];
		const templates = loadTemplates(folder, () => {});
		rendered(list, 'html', {}, { templates }, (one) => found.push(one));
		const printed = printDiagnostics(found, { format: 'text', colour: false, toolVersion: '', summary: false });
		expect(docs).toContain(printed.replaceAll('entry.html.hbs', 'templates/entry.html.hbs'));
	});
});
