import { describe, expect, it, test } from 'vitest';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { formsOf } from '../../src/render/language/term-forms.ts';
import { sample } from '../tools.ts';
import { fixture, listOf, locale, rendered } from './library.ts';

const tags = Object.keys(builtInTemplates.files).flatMap((name) => /^locales\/(.+)\.yaml$/.exec(name)?.[1] ?? []);
const english = locale('en');

/** Terms that a language may leave empty. */
const mayBeEmpty = /^(?:mark-(?:owner|highlight)|open-title|close-title|before-et-al)$/;

// `locale` throws if a term, a plural form or a value is missing.
describe.each(tags)('the built-in locale %s', (tag) => {
	const language = locale(tag);

	it('has the terms of English and no other', () => {
		expect([...language.terms].sort()).toEqual([...english.terms].sort());
	});

	it('has a text for each term', () => {
		const empty = language.terms.filter((name) => {
			const all = formsOf(name, language.forms(name) ?? '');
			return all.some(([, words]) => words === '') && !mayBeEmpty.test(name);
		});
		expect(empty).toEqual([]);
	});

	it('asks only for values that Bibfolio fills in, in forms that exist', () => {
		const unknown = language.terms.flatMap((name) => {
			const filled = [
				...slotsOf(english, name),
				...(slotsOf(english, name).includes('ordinal') ? ['number', 'roman'] : []),
				...(name === 'date-century' ? ['year'] : []),
				...(name === 'date-decade' ? ['end'] : []),
			];
			return formsOf(name, language.forms(name) ?? '')
				.flatMap(([, words]) => [...words.matchAll(/\{([\w-]+)(?:\.([\w-]+))?\}/g)])
				.filter(([, slot = '', form]) => !filled.includes(slot) || (form !== undefined && !hasForm(tag, slot, form)))
				.map(([slot]) => `${name} ${slot}`);
		});
		expect(unknown).toEqual([]);
	});
});

const inLooks = tags.flatMap((tag) => ['record', 'title'].map((look) => [tag, look] as const));

test.each(sample(inLooks, 5))(
	'the built-in locale %s writes every type of entry without doubled or missing punctuation in look %s',
	(tag, look) => {
		const options = { bibtex: false };
		const html = rendered(listOf(fixture('every-type.bib')), 'html', { locale: locale(tag), options, look }) ?? '';
		const lines = html.split(/<\/div>|<\/li>|<\/h\d>/).map((line) => line.replace(/<[^<>]*>/g, '').trim());
		for (const line of lines) {
			expect(line).not.toMatch(
				/[,:;。、：；][.,:;。、：；]|\.[.,;。、：；]|[\u0020\t][.,;)]|\(\s|\(\)|（）|[\u0020]{2}|^[.,:;、。]|[,:;、]$/,
			);
			expect(line).not.toMatch(/undefined|null|NaN|\[object|\{[\w.]+\}/);
		}
	},
);

function slotsOf(language: typeof english, name: string): readonly string[] {
	const words = formsOf(name, language.forms(name) ?? '').map(([, text]) => text);
	return words.flatMap((text) => [...text.matchAll(/\{([\w-]+)/g)].map(([, slot = '']) => slot));
}

function hasForm(tag: string, slot: string, form: string): boolean {
	// The form of a date is that of its month.
	const name = /^(?:month|date|start|end)$/.test(slot) ? 'month-05' : slot === 'season' ? 'season-01' : slot;
	const forms = locale(tag).forms(name);
	return forms !== null && typeof forms !== 'string' && forms[form] !== undefined;
}
