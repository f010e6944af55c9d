import { expect, test } from 'vitest';
import { position, source } from '../../../src/diagnostics/source.ts';
import { Markup } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { makeEnvironment } from '../../../src/render/engine/environment.ts';
import { precompile, SafeString } from '../../../src/render/engine/handlebars.ts';
import type { Helpers } from '../../../src/render/engine/helper.ts';
import { View } from '../../../src/render/engine/look-up.ts';
import { TemplateError } from '../../../src/render/engine/template-errors.ts';
import type { TemplateSet } from '../../../src/render/engine/templates.ts';
import { locale } from '../library.ts';

const english = locale();

/** Templates by name, as if each were a file. */
function set(texts: Record<string, string>): TemplateSet {
	return {
		get: (name) => {
			const file = `${name}.html.hbs`;
			const text = texts[name];
			return text === undefined ? null : { file, source: source(`templates/${file}`, text), precompiled: null };
		},
		names: () => Object.keys(texts),
		asset: () => null,
		files: [],
	};
}

function render(texts: Record<string, string> | string, view: object, format = 'html', helpers: Helpers = {}): string {
	const templates = set(typeof texts === 'string' ? { main: texts } : texts);
	const environment = makeEnvironment(templates, formats[format] as (typeof formats)[string], english, helpers);
	return environment.render('main', { options: {}, ...view });
}

/** Code, message, hint and location (file:line:column) of the error that a template causes. */
function errorOf(texts: Record<string, string> | string, view: object, helpers: Helpers = {}): string[] {
	try {
		render(texts, view, 'html', helpers);
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		const { code, message, hint = '', span } = error.diagnostic;
		const at = span && position(span.source, span.start);
		return [code, message, hint, span ? `${span.source.path}:${at?.line}:${at?.column}` : ''];
	}
	return [];
}

test('escapes every value for the format', () => {
	const view = { a: '<b> & {x}', rich: [{ type: 'emphasis', children: [{ type: 'text', value: '<i>' }] }] };
	expect(render('{{a}}|{{rich}}', view)).toBe('&lt;b&gt; &amp; &#123;x&#125;|<em>&lt;i&gt;</em>');
	expect(render('{{a}}', view, 'markdown')).toBe('&#60;b&#62; & \\{x\\}');
	expect(render('{{a}}', view, 'latex')).toContain('\\&');
});

test('does not escape raw values, and converts rich text in them to the format', () => {
	const view = { a: '<b>', rich: [{ type: 'emphasis', children: [{ type: 'text', value: 'i' }] }] };
	expect(render('{{{a}}}{{&a}} {{{rich}}}', view)).toBe('<b><b> <em>i</em>');
});

test('environments of different formats are independent', () => {
	const [html, markdown] = ['html', 'markdown'].map((format) =>
		makeEnvironment(set({ main: '{{a}}' }), formats[format] as (typeof formats)[string], english),
	);
	const view = { options: {}, a: '<_>' };
	for (let i = 0; i < 2; i++) {
		expect(html?.render('main', view)).toBe('&lt;_&gt;');
		expect(markdown?.render('main', view)).toBe('&#60;\\_&#62;');
	}
});

test('null writes nothing, markup is not escaped, numbers are written', () => {
	expect(render('[{{a}}{{b}}{{c}}]', { a: null, b: new Markup('<b>'), c: 0 })).toBe('[<b>0]');
});

test('properties of null are null', () => {
	expect(render('[{{a.b}}{{#if a.b.c}}x{{/if}}]', { a: null })).toBe('[]');
});

test.each([
	['a name', 'one\n  {{titel}}', 'titel', '2:5'],
	['a name given to a helper', '{{#if titel}}x{{/if}}', 'titel', '1:7'],
	['a name given to unless', '{{#unless titel}}x{{/unless}}', 'titel', '1:11'],
	['a name given to each', 'x {{#each titel}}x{{/each}}', 'titel', '1:11'],
	['a name given to with', '{{#with titel}}x{{/with}}', 'titel', '1:9'],
	['a name inside a name', '{{venue.titel}}', 'titel', '1:3'],
	['a name in a subexpression', '{{#if (or titel title)}}x{{/if}}', 'titel', '1:11'],
	['a name given by name', '{{term "edition" ordinal=titel}}', 'titel', '1:26'],
	['a name given to a partial', '{{> part titel}}', 'titel', '1:10'],
])('reports %s that the view does not have, with its location', (_, main, name, place) => {
	const view = { title: 'T', venue: { title: 'V' } };
	expect(errorOf({ main, part: '{{title}}' }, view)).toEqual([
		'template/unknown-name',
		`Unknown name "${name}"`,
		'Did you mean "title"?',
		`templates/main.html.hbs:${place}`,
	]);
});

test('reports an unknown name in a partial in the file of the partial', () => {
	expect(errorOf({ main: 'a\n{{> part}}', part: '\n\n  {{titel}}' }, { title: '' })[3]).toBe(
		'templates/part.html.hbs:3:5',
	);
	expect(errorOf({ main: 'a\n{{> part this}}', part: '\n{{titel}}' }, { title: '' })[3]).toBe(
		'templates/part.html.hbs:2:3',
	);
});

test.each([
	['an unknown helper', '{{foo title}}', 'template/unknown-name', 'Unknown helper "foo"', '1:1'],
	['a misspelt helper', 'a\n{{emphasys title}}', 'template/unknown-name', 'Unknown helper "emphasys"', '2:1'],
	['a misspelt block', '{{#iff title}}{{/iff}}', 'template/unknown-name', 'Unknown helper "iff"', '1:1'],
	['a missing partial', 'a\nb {{> pert}}', 'template/missing', 'Unknown partial "pert"', '2:3'],
	['a word the locale lacks', '\n {{term "adn"}}', 'template/unknown-name', 'Unknown name "adn"', '2:10'],
	[
		'a block never closed',
		'a\n{{#if title}}\nb',
		'template/syntax',
		expect.stringContaining('found the end of the file'),
		'3:2',
	],
	['a block closed as another', '{{#if title}}\n{{/each}}', 'template/syntax', "if doesn't match each", '1:4'],
	[
		'a mustache never closed',
		'a {{title',
		'template/syntax',
		expect.stringContaining('found an invalid character'),
		'1:5',
	],
])('reports %s with its location', (_, main, code, message, place) => {
	const found = errorOf({ main, part: '' }, { title: 'T' });
	expect([found[0], found[1], found[3]]).toEqual([code, message, `templates/main.html.hbs:${place}`]);
});

test('suggests the closest partial and the closest term', () => {
	expect(errorOf({ main: '{{> pert}}', part: '' }, {})[2]).toBe('Did you mean "part"?');
	expect(errorOf('{{term "abstrakt"}}', {})[2]).toBe('Did you mean "abstract"?');
});

test('reports templates that call each other in an endless loop', () => {
	expect(errorOf({ main: '{{> main this}}' }, {})[0]).toBe('template/syntax');
	expect(errorOf({ main: '{{> part}}', part: '{{> main}}' }, {})[0]).toBe('template/syntax');
});

test('reports a missing template', () => {
	expect(errorOf({}, {})[0]).toBe('template/missing');
});

class Work extends View {
	readonly #secret = 'secret';
	get title(): string {
		return `the ${this.#secret} title`;
	}
	method(): string {
		return 'called';
	}
}

test('templates see the getters of a view, but not its methods or the properties of Object.prototype', () => {
	const view = { work: new Work(), list: [1, 2] };
	expect(render('{{work.title}} {{list.length}} {{list.[1]}}', view)).toBe('the secret title 2 2');
	for (const path of ['work.method', 'work.constructor', 'work.__proto__', 'work.toString', 'constructor', '__proto__'])
		expect(errorOf(`{{${path}}}`, view)[0]).toBe('template/unknown-name');
	for (const path of ['work.constructor', 'work.__proto__.constructor', 'list.map'])
		expect(errorOf(`{{#if ${path}}}x{{/if}}`, view)[0]).toBe('template/unknown-name');
	expect(render('[{{lookup work "constructor"}}{{#if (lookup work "titel")}}x{{/if}}]', view)).toBe('[]');
	expect(errorOf('{{#each work.constructor}}x{{/each}}', view)[0]).toBe('template/unknown-name');
});

test('blocks have data variables, parent contexts and block parameters', () => {
	const view = { items: [{ a: 1 }, { a: 2 }], name: 'n' };
	const main = '{{#each items as |item|}}{{@index}}{{@first}}{{@last}}{{item.a}}{{../name}}{{@root.name}} {{/each}}';
	expect(render(main, view)).toBe('0truefalse1nn 1falsetrue2nn ');
	expect(render({ main: '{{#each items}}{{> part}}{{/each}}', part: '{{@index}}{{a}};' }, view)).toBe('01;12;');
	expect(render('{{#each empty}}x{{else}}none{{/each}}', { empty: [] })).toBe('none');
	expect(render('{{#each map}}{{@key}}={{this}} {{/each}}', { map: { a: 1, b: 2 } })).toBe('a=1 b=2 ');
});

test('null, false, zero, an empty list and an empty text are false', () => {
	const view = { empty: [], text: '', nought: 0, no: false, none: null };
	const main = '{{#if empty}}1{{/if}}{{#if text}}2{{/if}}{{#if nought}}3{{/if}}{{#if no}}4{{/if}}{{#if none}}5{{/if}}';
	expect(render(main, view)).toBe('');
	expect(render('{{#if nought includeZero=true}}0{{/if}}', view)).toBe('0');
});

test.each([
	['a block used as a value', 'a {{if title}}', 'The helper "if" needs a block: {{#if …}}', '1:3'],
	['a block helper without its argument', 'a\n {{#if}}x{{/if}}', '#if requires exactly one argument', '2:2'],
	[
		'an object used as a text',
		'{{this}}',
		'Expected text or a number, found an object: use one of its properties',
		'1:1',
	],
	['a block that was not given', '{{> @partial-block}}', 'Missing block: the partial was called without one', '1:1'],
	['an unknown decorator', '{{* shout}}', 'Missing decorator: "shout"', '1:1'],
])('reports %s with its location', (_, main, message, place) => {
	const found = errorOf(main, { title: 'T' });
	expect([found[0], found[1], found[3]]).toEqual(['template/syntax', message, `templates/main.html.hbs:${place}`]);
});

test('reports a missing dynamic partial with its location', () => {
	expect(errorOf({ main: '\n{{> (lookup this "x")}}', part: '' }, { x: 'pert' })).toEqual([
		'template/missing',
		'Unknown partial "pert"',
		'Did you mean "part"?',
		'templates/main.html.hbs:2:1',
	]);
});

test('a partial called with values sees them and the view, including getters', () => {
	const texts = {
		main: '{{#with work}}{{> part extra="!" }}{{/with}}',
		part: '{{title}}{{extra}}{{#if titel}}{{/if}}',
	};
	expect(errorOf(texts, { work: new Work() })).toEqual(
		expect.arrayContaining(['Unknown name "titel"', 'templates/part.html.hbs:1:25']),
	);
	expect(render({ ...texts, part: '{{title}}{{extra}}' }, { work: new Work() })).toBe('the secret title!');
});

test("calls a project's helpers with Handlebars' signature", () => {
	const helpers = {
		shout: (text: string, { hash }: { hash: { mark?: string } }) => text.toUpperCase() + (hash.mark ?? '!'),
		bold: (text: string) => new SafeString(`<b>${text}</b>`),
		twice(
			this: unknown,
			{ fn, inverse, data }: { fn(context: unknown): string; inverse(): string; data: { root: object } },
		) {
			return fn(this) + fn({ a: Object.keys(data.root).length }) + inverse();
		},
		absent: () => undefined,
	} as unknown as Helpers;
	const main =
		'{{shout a mark="?"}} {{bold "x"}} {{#twice}}{{a}},{{else}}end{{/twice}}[{{absent}}]{{#if (absent)}}x{{/if}}';
	expect(render(main, { a: '<a>' }, 'html', helpers)).toBe('&lt;A&gt;? <b>x</b> &lt;a&gt;,2,end[]');
});

test('reports an exception of a helper with its location in the template', () => {
	const helpers = {
		fail() {
			throw new Error('no sense');
		},
	};
	expect(errorOf({ main: '{{> part}}', part: 'a\n {{fail}}' }, {}, helpers)).toEqual([
		'template/helper',
		'The helper "fail" failed: no sense',
		'',
		'templates/part.html.hbs:2:2',
	]);
});

test('reports an error in a partial block in the file that contains the block', () => {
	const texts = { main: '{{#> part}}\n{{titel}}{{/part}}', part: 'a{{> @partial-block}}' };
	expect(errorOf(texts, { title: '' })[3]).toBe('templates/main.html.hbs:2:3');
});

test('compiles templates for the revision that the runtime of Handlebars expects', () => {
	const code = precompile('a.hbs', '{{#if a}}{{> b}}{{/if}}', ['if']);
	expect(code).toContain('"compiler":[8,">= 4.3.0"]');
	expect(code).toMatch(/function\(container,depth0,helpers,partials,data\)/);
	expect(code).toContain('lookUp(depth0, "a", "a.hbs:1:6:1:7")');
});
