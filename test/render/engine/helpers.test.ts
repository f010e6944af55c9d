import { expect, test } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { formats } from '../../../src/formats/index.ts';
import { makeEnvironment } from '../../../src/render/engine/environment.ts';
import { locale } from '../library.ts';

function render(main: string, view: object = {}, format = 'markdown', language = 'en'): string {
	const templates = {
		get: (name: string) =>
			name === 'main' ? { file: 'main.hbs', source: source('main.hbs', main), precompiled: null } : null,
		names: () => ['main'],
		asset: () => null,
		files: [],
	};
	const environment = makeEnvironment(templates, formats[format] as (typeof formats)[string], locale(language));
	return environment.render('main', { options: { links: 'addresses' }, ...view });
}

const title = [
	{ type: 'text', value: 'On ' },
	{ type: 'quote', children: [{ type: 'text', value: 'X' }] },
];

test.each([
	['{{#if (is kind "a" "talk")}}yes{{/if}}', 'yes'],
	['{{#if (is kind "a" "b")}}yes{{else}}no{{/if}}', 'no'],
	['{{#if (and kind list)}}yes{{else}}no{{/if}}', 'no'],
	['{{#if (not list)}}yes{{/if}}', 'yes'],
	['{{or none list kind}}', 'talk'],
	['[{{or none list}}]', '[]'],
	['{{#if (some marks "kind" "x" "owner")}}yes{{/if}}', 'yes'],
	['{{#if (some marks "symbol" null)}}yes{{/if}}', 'yes'],
	['{{option "links" "labels"}} {{option "other" "default"}} [{{option "none"}}]', 'addresses default []'],
	['{{quoted title}}', '“On ‘X’”'],
	['{{emphasis kind}} {{strong kind}}', '*talk* **talk**'],
	['[{{emphasis none}}{{quoted none}}{{strong list}}{{capital none}}]', '[]'],
	['{{capital kind}} {{capital title}}', 'Talk On “X”'],
	['{{join ". " "A." none "B" "C?" "D"}}', 'A. B. C? D'],
	['{{join ", " "A" title}}', 'A, On “X”'],
	['{{term "edition" ordinal="2nd"}} {{term "and"}}', '2nd edition and'],
	['{{term "volume" number=rich}}', 'vol. *1*'],
	[
		'[{{term "volume" number=none}}{{capital (join ", " (term "volume" number=none) (term "issue" number=rich))}}]',
		'[No. *1*]',
	],
	['{{link "https://a.org/b" kind}}', '[talk](https://a.org/b)'],
	['{{comment "a" "b --> c"}}', '<!-- a\nb –  c -->'],
	['{{repeat "#" 3}}', '###'],
	['{{escaped ":"}}', '&#58;'],
])('%s gives %s', (main, wanted) => {
	const view = {
		kind: 'talk',
		list: [],
		none: null,
		title,
		rich: [{ type: 'emphasis', children: [{ type: 'text', value: '1' }] }],
	};
	expect(render(main, { ...view, marks: [{ kind: 'owner', symbol: null }] })).toBe(wanted);
});

test('parts skips absent values and joins the rest', () => {
	const main =
		'{{#parts ", "}}{{part a}}{{#part}}{{b}}{{/part}}{{part c before="(" after=")"}}{{#part}} \n {{/part}}{{/parts}}';
	expect(render(main, { a: 'A', b: 'B', c: 'C' })).toBe('A, B, (C)');
	expect(render(main, { a: null, b: 'B', c: null })).toBe('B');
	expect(render(main, { a: null, b: null, c: null })).toBe('');
});

test('does not double a stop, whatever markup surrounds it', () => {
	const main = '{{#parts ". "}}{{part a}}{{part (emphasis b)}}{{part c}}{{/parts}}';
	const view = { a: 'Proc.', b: 'Really?', c: 'End' };
	expect(render(main, view)).toBe('Proc. *Really?* End');
	expect(render(main, view, 'html')).toBe('Proc. <em>Really?</em> End');
	expect(render(main, view, 'latex')).toBe('Proc. \\emph{Really?} End');
	expect(render(main, { a: 'A', b: 'B', c: 'C' }, 'html')).toBe('A. <em>B</em>. C');
	expect(render('{{#around "" "."}}{{a}}{{/around}} {{#around "" "."}}{{c}}{{/around}}', view)).toBe('Proc. End.');
});

test('a full stop before a closing quotation mark counts as a stop, a question mark does not', () => {
	const main = '{{#parts ". "}}{{part (quoted a)}}{{part (quoted b)}}{{part c}}{{/parts}}';
	const view = { a: 'Notes.', b: 'Why?', c: 'End' };
	expect(render(main, view)).toBe('“Notes.” “Why?”. End');
	expect(render(main, view, 'html', 'de')).toBe('„Notes.“ „Why?“. End');
	expect(render(main, view, 'latex')).toBe("``Notes.'' ``Why?''. End");
});

test('adds no stop after an address', () => {
	const main = '{{#parts ". "}}{{part a}}{{#part stop=false}}{{link url url}}{{/part}}{{part b}}{{/parts}}';
	expect(render(main, { a: 'A', b: 'B', url: 'https://a.org' })).toBe('A. <https://a.org> B');
});

test('parts can be nested, also inside blocks and loops', () => {
	const main = `{{#parts "; "}}
		{{#each groups}}
			{{#part}}{{#parts ","}}{{#each this}}{{part this}}{{/each}}{{/parts}}{{/part}}
		{{/each}}
	{{/parts}}`;
	expect(render(main, { groups: [['a', 'b'], [], ['c']] })).toBe('a,b; c');
});

test('around writes nothing if its content is empty', () => {
	expect(render('{{#around "(" ")"}}{{a}}{{/around}}{{#around "[" "]"}}{{b}}{{/around}}', { a: null, b: 'B' })).toBe(
		'[B]',
	);
});

test('indent does not indent the first line', () => {
	expect(render('- {{indent (link "u" a) 2}}', { a: 'a' })).toBe('- [a](u)');
	expect(render('{{indent x 2}}', { x: [{ type: 'text', value: 'a' }] })).toBe('a');
});

test('terms are in the language of the locale', () => {
	expect(render('{{quoted title}} {{term "edition" ordinal="2."}}', { title }, 'html', 'de')).toBe(
		'„On ‚X‘“ 2. Auflage',
	);
});

test.each(['pl', 'cs', 'en', 'de'])(
	'a term without its value is empty in %s, also if a form has no slot',
	(language) => {
		expect(render('[{{term "volumes" number=none}}]', { none: null }, 'text', language)).toBe('[]');
	},
);
