import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { damagedText } from '../text/mojibake-repair.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports text damaged by a wrong encoding: UTF-8 read as CP1252 ('Ã¼' for 'ü'), and U+FFFD, which replaces unreadable
 * bytes. Reports each entry once, at the first damaged field, and each damaged @string.
 */
export function mojibake({ library, publications }: CheckContext, report: Report): void {
	for (const { name, span } of library.blocks.definitions) reportDamage([span], `macro "${name}"`, report);
	for (const { entry } of publications) {
		const fields = [...entry.fields.values()].filter(({ inheritedFrom }) => !inheritedFrom);
		const first = fields.find(({ span }) => damageIn(span).length > 0);
		if (first) {
			const spans = fields.map(({ span }) => span);
			reportDamage(spans, `${first.name} of ${entry.key}`, report);
		}
	}
}

/** Reports the first damage in spans of a source, with edits for all of it. A lost character (U+FFFD) cannot be restored. */
function reportDamage(spans: readonly Span[], place: string, report: Report): void {
	const damage = spans.flatMap(damageIn);
	const [first] = damage;
	if (!first) return;
	const hint =
		first.right === null
			? 'Add the lost character again, and save the file as UTF-8'
			: `Use "${first.right}", and save the file as UTF-8, not Latin-1`;
	const remedy = damage.flatMap(({ span, right }): Edit[] => (right === null ? [] : [{ span, text: right }]));
	report(diagnostic('text/mojibake', `Damaged text "${first.text}" in ${place}`, { span: first.span, hint, remedy }));
}

function damageIn({ source, start, end }: Span) {
	return [...damagedText(source.text.slice(start, end))].map(({ text, index, right }) => ({
		text,
		right,
		span: { source, start: start + index, end: start + index + text.length },
	}));
}
