import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import { placeInValue } from '../library/value-places.ts';
import { damagedText } from '../text/mojibake-repair.ts';
import type { CheckContext } from './check-context.ts';
import { spanOfWords } from './span-of-words.ts';

/**
 * Reports text damaged by a wrong encoding: UTF-8 read as CP1252 ('Ã¼' for 'ü'), and U+FFFD, which replaces unreadable
 * bytes. Reports each entry once, at the first damaged field.
 */
export function mojibake({ publications }: CheckContext, report: Report): void {
	for (const { entry } of publications) {
		for (const field of entry.fields.values()) {
			if (field.inheritedFrom) continue;
			const damage = damageIn(field);
			if (!damage) continue;
			const remedy = [...entry.fields.values()].flatMap(editsIn);
			const message = `Damaged text "${damage.text}" in ${field.name} of ${entry.key}`;
			report(diagnostic('text/mojibake', message, { ...damage.place, remedy }));
			break;
		}
	}
}

/** Edits that restore damaged characters. A lost character (U+FFFD) cannot be restored. */
function editsIn(field: Field): Edit[] {
	if (field.inheritedFrom) return [];
	return [...damagedText(field.value)].flatMap(({ text, index, right }) => {
		const span = placeInValue(field, index, index + text.length);
		return right === null || span === field.span ? [] : [{ span, text: right }];
	});
}

function damageIn(field: Field) {
	for (const { text, index, right } of damagedText(field.value)) {
		const hint =
			right === null
				? 'Add the lost character again, and save the file as UTF-8'
				: `Use "${right}", and save the file as UTF-8, not Latin-1`;
		return { text, place: { span: spanOfWords(field, text, index), hint } };
	}
	return null;
}
