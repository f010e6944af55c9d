import { expect, test } from 'vitest';
import { position, source } from '../../../src/diagnostics/source.ts';
import { Markup } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { makeEnvironment } from '../../../src/render/engine/environment.ts';
import { TemplateError } from '../../../src/render/engine/template-errors.ts';
import { View } from '../../../src/render/engine/template-runtime.ts';
import type { TemplateSet } from '../../../src/render/engine/templates.ts';
import { locale } from '../library.ts';

const english = locale();

/** Templates by name, as if each were a file. */
function set(texts: Record<string, string>): TemplateSet {
	return {
		get: (name) => (texts[name] === undefined ? null : source(`templates/${name}.html.hbs`, texts[name])),
		names: () => Object.keys(texts),
		asset: () => null,
		files: [],
	};
}

function render(texts: Record<string, string> | string, view: object, format = 'html'): string {
	const templates = set(typeof texts === 'string' ? { main: texts } : texts);
	const environment = makeEnvironment(templates, formats[format] as (typeof formats)[string], english);
	return environment.render('main', { options: {}, ...view });
}

/** Code, message, hint, and the place as file:line:column of what a template is told. */
function told(texts: Record<string, string> | string, view: object): string[] {
	try {
		render(texts, view);
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		const { code, message, hint = '', span } = error.diagnostic;
		const at = span && position(span.source, span.start);
		return [code, message, hint, span ? `${span.source.path}:${at?.line}:${at?.column}` : ''];
	}
	return [];
}

test('every value passes the escape of the format in force', () => {
	const view = { a: '<b> & {x}', rich: [{ type: 'emphasis', children: [{ type: 'text', value: '<i>' }] }] };
	expect(render('{{a}}|{{{a}}}|{{&a}}|{{rich}}', view)).toBe(
		'&lt;b&gt; &amp; &#123;x&#125;|&lt;b&gt; &amp; &#123;x&#125;|&lt;b&gt; &amp; &#123;x&#125;|<em>&lt;i&gt;</em>',
	);
	expect(render('{{a}}', view, 'markdown')).toBe('&#60;b&#62; & \\{x\\}');
	expect(render('{{a}}', view, 'latex')).toContain('\\&');
});

test('environments do not leak into each other', () => {
	const [html, markdown] = ['html', 'markdown'].map((format) =>
		makeEnvironment(set({ main: '{{a}}' }), formats[format] as (typeof formats)[string], english),
	);
	const view = { options: {}, a: '<_>' };
	for (let i = 0; i < 2; i++) {
		expect(html?.render('main', view)).toBe('&lt;_&gt;');
		expect(markdown?.render('main', view)).toBe('&#60;\\_&#62;');
	}
});

test('null is nothing, markup stays as it is, numbers are written', () => {
	expect(render('[{{a}}{{b}}{{c}}]', { a: null, b: new Markup('<b>'), c: 0 })).toBe('[<b>0]');
});

test('what an absent thing has is absent', () => {
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
])('%s that the view does not have is an error with its place', (_, main, name, place) => {
	const view = { title: 'T', venue: { title: 'V' } };
	expect(told({ main, part: '{{title}}' }, view)).toEqual([
		'template/unknown-name',
		`Unknown name “${name}”`,
		'Did you mean “title”?',
		`templates/main.html.hbs:${place}`,
	]);
});

test('a name in a partial is told in the file of the partial', () => {
	expect(told({ main: 'a\n{{> part}}', part: '\n\n  {{titel}}' }, { title: '' })[3]).toBe(
		'templates/part.html.hbs:3:5',
	);
	expect(told({ main: 'a\n{{> part this}}', part: '\n{{titel}}' }, { title: '' })[3]).toBe(
		'templates/part.html.hbs:2:3',
	);
});

test.each([
	['an unknown helper', '{{foo title}}', 'template/unknown-name', 'Unknown helper “foo”', '1:1'],
	['a misspelt helper', 'a\n{{emphasys title}}', 'template/unknown-name', 'Unknown helper “emphasys”', '2:1'],
	['a misspelt block', '{{#iff title}}{{/iff}}', 'template/unknown-name', 'Unknown helper “iff”', '1:1'],
	['a missing partial', 'a\nb {{> pert}}', 'template/missing', 'Unknown partial “pert”', '2:3'],
	['a word the locale lacks', '\n {{term "adn"}}', 'template/unknown-name', 'Unknown name “adn”', '2:10'],
	['a block never closed', 'a\n{{#if title}}\nb', 'template/syntax', expect.stringContaining('Unexpected'), '3:2'],
	['a block closed as another', '{{#if title}}\n{{/each}}', 'template/syntax', "if doesn't match each", '1:4'],
	['a mustache never closed', 'a {{title', 'template/syntax', expect.stringContaining('Unexpected character'), '1:5'],
])('%s is an error with its place', (_, main, code, message, place) => {
	const found = told({ main, part: '' }, { title: 'T' });
	expect([found[0], found[1], found[3]]).toEqual([code, message, `templates/main.html.hbs:${place}`]);
});

test('a misspelt partial and word come with the nearest', () => {
	expect(told({ main: '{{> pert}}', part: '' }, {})[2]).toBe('Did you mean “part”?');
	expect(told('{{term "abstrakt"}}', {})[2]).toBe('Did you mean “abstract”?');
});

test('templates that call each other without end are an error, not a crash', () => {
	expect(told({ main: '{{> main this}}' }, {})[0]).toBe('template/syntax');
	expect(told({ main: '{{> part}}', part: '{{> main}}' }, {})[0]).toBe('template/syntax');
});

test('a template that does not exist is an error', () => {
	expect(told({}, {})[0]).toBe('template/missing');
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

test('getters of a view are seen, its methods and what every object has are not', () => {
	const view = { work: new Work(), list: [1, 2] };
	expect(render('{{work.title}} {{list.length}} {{list.[1]}}', view)).toBe('the secret title 2 2');
	for (const path of ['work.method', 'work.constructor', 'work.__proto__', 'work.toString', 'constructor', '__proto__'])
		expect(told(`{{${path}}}`, view)[0]).toBe('template/unknown-name');
	for (const path of ['work.constructor', 'work.__proto__.constructor', 'list.map'])
		expect(told(`{{#if ${path}}}x{{/if}}`, view)[0]).toBe('template/unknown-name');
	expect(told('{{lookup work "constructor"}}', view)[0]).toBe('template/unknown-name');
	expect(told('{{#each work.constructor}}x{{/each}}', view)[0]).toBe('template/unknown-name');
});

test('blocks know their place, their parents and names of their own', () => {
	const view = { items: [{ a: 1 }, { a: 2 }], name: 'n' };
	const main = '{{#each items as |item|}}{{@index}}{{@first}}{{@last}}{{item.a}}{{../name}}{{@root.name}} {{/each}}';
	expect(render(main, view)).toBe('0truefalse1nn 1falsetrue2nn ');
	expect(render({ main: '{{#each items}}{{> part}}{{/each}}', part: '{{@index}}{{a}};' }, view)).toBe('01;12;');
	expect(render('{{#each empty}}x{{else}}none{{/each}}', { empty: [] })).toBe('none');
	expect(render('{{#each map}}{{@key}}={{this}} {{/each}}', { map: { a: 1, b: 2 } })).toBe('a=1 b=2 ');
});

test('an empty list or text is blank, nought is not', () => {
	const view = { empty: [], text: '', nought: 0, no: false, none: null };
	const main = '{{#if empty}}1{{/if}}{{#if text}}2{{/if}}{{#if nought}}3{{/if}}{{#if no}}4{{/if}}{{#if none}}5{{/if}}';
	expect(render(main, view)).toBe('3');
});

test.each([
	['a block used as a value', 'a {{if title}}', '“if” is a block: {{#if …}}', '1:3'],
	['a partial within a template', '{{#*inline "x"}}y{{/inline}}', 'Give a partial a file of its own', '1:1'],
])('%s is an error with its place', (_, main, message, place) => {
	const found = told(main, { title: 'T' });
	expect([found[0], found[1], found[3]]).toEqual(['template/syntax', message, `templates/main.html.hbs:${place}`]);
});
