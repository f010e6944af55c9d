import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import { placeInValue } from '../library/value-places.ts';
import { damagedText } from '../text/mojibake-repair.ts';
import type { CheckContext } from './check-context.ts';
import { spanOfWords } from './span-of-words.ts';

/**
 * Reports text that went through a wrong encoding: UTF-8 that was read as CP1252 ('Ã¼' for 'ü'), and U+FFFD, which
 * stands for what could not be read. Each entry once, at the first damaged field.
 */
export function mojibake({ publications }: CheckContext, report: Report): void {
	for (const { entry } of publications) {
		for (const field of entry.fields.values()) {
			if (field.inheritedFrom) continue;
			const found = damage(field);
			if (!found) continue;
			const remedy = [...entry.fields.values()].flatMap(editsIn);
			const message = `Damaged text "${found.text}" in ${field.name} of ${entry.key}`;
			report(diagnostic('text/mojibake', message, { ...found.place, remedy }));
			break;
		}
	}
}

/** What can be put right; a lost character (U+FFFD) cannot. */
function editsIn(field: Field): Edit[] {
	if (field.inheritedFrom) return [];
	return [...damagedText(field.value)].flatMap(({ text, index, right }) => {
		const span = placeInValue(field, index, index + text.length);
		return right === null || span === field.span ? [] : [{ span, text: right }];
	});
}

function damage(field: Field) {
	for (const { text, index, right } of damagedText(field.value)) {
		const hint =
			right === null
				? 'Add the lost character again, and save the file as UTF-8'
				: `Use "${right}", and save the file as UTF-8, not Latin-1`;
		return { text, place: { span: spanOfWords(field, text, index), hint } };
	}
	return null;
}
