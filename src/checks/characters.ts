import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { unsupportedCharacters } from '../formats/latex.ts';
import type { Field } from '../library/entry.ts';
import { fieldWords } from '../publications/fields.ts';
import type { CheckContext } from './context.ts';
import { spanOf } from './spans.ts';

/** What every list shows. Abstracts and notes are not looked at: few LaTeX lists have them. */
const shown = ['author', 'editor', 'title', 'subtitle', 'journal', 'journaltitle', 'booktitle', 'publisher', 'series'];

const scripts = [
	'Han',
	'Hiragana',
	'Katakana',
	'Hangul',
	'Cyrillic',
	'Greek',
	'Arabic',
	'Hebrew',
	'Devanagari',
	'Thai',
];
const scriptTests = scripts.map((name) => ({ name, test: new RegExp(`^\\p{Script=${name}}`, 'u') }));

interface Finding {
	readonly field: Field;
	readonly key: string;
	readonly characters: Set<string>;
	works: number;
}

/**
 * Reports characters that a LaTeX output of the project cannot show without another font (`output/character`): one
 * finding for each script, at its first place, with a count.
 */
export function characters({ publications, latex }: CheckContext, report: Report): void {
	if (!latex) return;
	const found = new Map<string, Finding>();
	for (const { entry } of publications) {
		const met = new Set<string>();
		for (const name of shown) {
			const field = entry.fields.get(name);
			if (!field || field.inheritedFrom) continue;
			for (const character of unsupportedCharacters(fieldWords(field))) {
				note(found, met, scriptOf(character), character, field, entry.key);
			}
		}
	}
	for (const [script, { field, key, characters: all, works }] of found) {
		const [first = ''] = all;
		const some = [...all].slice(0, 5).join(' ') + (all.size > 5 ? ' …' : '');
		const where = works === 1 ? key : `${key} and ${works - 1} more`;
		report(
			diagnostic(
				'output/character',
				`${script} (${some}) in ${where} needs a font that LaTeX does not load by itself`,
				{
					span: spanOf(field, first),
					hint: 'Compile with xelatex or lualatex and a font that has it, or write it in Latin letters',
				},
			),
		);
	}
}

function note(
	found: Map<string, Finding>,
	met: Set<string>,
	script: string,
	character: string,
	field: Field,
	key: string,
): void {
	const finding = found.get(script) ?? { field, key, characters: new Set<string>(), works: 0 };
	found.set(script, finding);
	finding.characters.add(character);
	if (!met.has(script)) finding.works++;
	met.add(script);
}

function scriptOf(character: string): string {
	return scriptTests.find(({ test }) => test.test(character))?.name ?? 'A sign';
}
