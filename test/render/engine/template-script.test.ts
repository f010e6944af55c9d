import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import type { Format } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { makeEnvironment } from '../../../src/render/engine/environment.ts';
import { locale } from '../library.ts';

/** The reference: scripts of ours must give what Handlebars gives, where both know the language. */
const handlebars = createRequire(import.meta.url)('handlebars') as typeof Handlebars;

const view = {
	options: {},
	title: 'T',
	no: false,
	yes: true,
	absent: null,
	nought: 0,
	'odd name': 'odd',
	venue: { title: 'V', short: null, deep: { name: 'D' } },
	people: [
		{ name: 'Ada', roles: ['author', 'editor'] },
		{ name: 'Emmy', roles: [] },
	],
	words: ['a', 'b'],
	map: { x: 1, y: 2 },
};

const partials = {
	name: '{{name}}',
	who: '[{{name}}{{#each roles}} {{this}}{{/each}}]',
	place: '{{@index}}{{#if @last}}.{{/if}}',
	tree: '{{name}}{{#each inner}}({{> tree}}){{/each}}',
	frame: '<{{> @partial-block}}|{{title}}>',
	given: '{{title}} {{more}}',
};

test.each([
	'plain text',
	'',
	'{{title}} {{this.title}} {{./title}} {{this.venue.title}} {{venue/title}}',
	'{{venue.deep.name}} {{[odd name]}} {{people.[1].name}} {{people.0.name}}',
	'{{nought}}{{absent}}{{! a comment }}{{!-- another --}}',
	'{{#if yes}}a{{else}}b{{/if}}{{#if no}}a{{else}}b{{/if}}{{#if absent}}a{{/if}}',
	'{{#if no}}a{{else if yes}}b{{else}}c{{/if}}{{#if no}}a{{else if absent}}b{{else}}c{{/if}}',
	'{{#unless no}}a{{else}}b{{/unless}}{{^if yes}}a{{else}}b{{/if}}',
	'{{#each people}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}',
	'{{#each people}}{{@index}} {{@key}} {{@first}} {{../title}}{{#each roles}} {{this}} {{@index}} {{@../index}} {{../name}}{{../../title}}{{/each}};{{else}}none{{/each}}',
	'{{#each people as |one at|}}{{at}}{{one.name}}{{#each one.roles as |role|}}{{role}}{{one.name}}{{at}}{{../../title}}{{/each}}{{/each}}',
	'{{#each map}}{{@key}}={{this}};{{/each}}{{#each map as |value key|}}{{key}}={{value}};{{/each}}',
	'{{#with venue}}{{title}}{{../title}}{{#with deep}}{{name}}{{../title}}{{../../title}}{{/with}}{{/with}}',
	'{{#with absent}}a{{else}}b{{/with}}{{#with venue as |v|}}{{v.title}}{{title}}{{/with}}',
	'{{#people}}{{name}}{{/people}}{{#venue}}{{title}}{{/venue}}{{#yes}}{{title}}{{/yes}}{{^no}}not{{/no}}{{#absent}}a{{else}}b{{/absent}}',
	'{{#if yes}}{{#each words}}{{#if ../yes}}{{this}}{{../title}}{{/if}}{{/each}}{{/if}}',
	'{{#each people}}{{> who}}{{> name this}}{{> place}}{{/each}}',
	'{{> given venue more="m"}}{{> given more=title}}',
	'{{> (lookup this "which") venue}}',
	'{{#> frame}}in {{title}}{{/frame}}{{#each people}}{{#> frame ..}}{{title}}{{/frame}}{{/each}}',
	'{{#each words}}{{@root.title}}{{/each}}{{#with (lookup people 1)}}{{name}}{{/with}}',
	'a\n  {{#if yes}}\n  b\n  {{/if}}\nc {{~title~}} d\n{{#each words}}\n- {{this}}\n{{/each}}\n',
	'{{"title"}}{{{title}}}{{&title}}\\{{title}}',
	'"quotes" \\n \u2028 $\u007btitle} `x` </script>',
])('gives what Handlebars gives: %s', (text) => {
	const texts: Readonly<Record<string, string>> = { main: text, ...partials };
	const templates = {
		get: (name: string) => (texts[name] === undefined ? null : source(`${name}.html.hbs`, texts[name])),
		names: () => Object.keys(texts),
		asset: () => null,
		files: [],
	};
	const plain = { ...(formats['html'] as Format), text: (value: string) => value };
	const shown = { ...view, which: 'given', more: 'M', venue: { ...view.venue, more: 'N' } };
	const own = makeEnvironment(templates, plain, locale()).render('main', shown);
	const reference = handlebars.create();
	reference.registerPartial(partials);
	expect(own).toBe(reference.compile(text, { noEscape: true, preventIndent: true })(shown));
});
