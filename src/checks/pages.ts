import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { isArticleNumber, isDateAsPages, rangesIn } from '../publications/page-ranges.ts';
import { isUnknownPages } from '../publications/placeholders.ts';
import type { CheckContext } from './check-context.ts';

const range = /^(\D*)(\d+)\s*(?:-+|–|—|\\textendash|\\textemdash)\s*(\D*)(\d+)$/;
/**
 * Reports page ranges that run backwards, and placeholders. '1234--45' is 1234 to 1245 (shortened as in BibTeX styles and
 * the Chicago manual). Ranges with different prefixes are not compared.
 */
export function pages({ publications }: CheckContext, report: Report): void {
	for (const { entry, type } of publications) {
		const field = entry.fields.get('pages');
		if (!field || field.inheritedFrom) continue;
		const value = field.value.trim();
		// `field/residue` reports it.
		if (isDateAsPages(value, type)) continue;
		if (isUnknownPages(value)) {
			report(
				diagnostic('field/pages', `Invalid pages "${value}"`, {
					span: field.span,
					hint: 'Remove the field until the pages are known',
				}),
			);
		} else if (rangesIn(value).some(runsBackwards)) {
			report(
				diagnostic('field/pages', `Page range "${value}" runs backwards`, {
					span: field.span,
					hint: 'Put the first page first',
				}),
			);
		}
	}
}

function runsBackwards(part: string): boolean {
	if (isArticleNumber(part)) return false;
	const [, prefix, first = '', lastPrefix, last = ''] = range.exec(part) ?? [];
	if (first === '' || (lastPrefix !== '' && lastPrefix !== prefix) || first.length > 15 || last.length > 15)
		return false;
	const whole = first.slice(0, Math.max(0, first.length - last.length)) + last;
	return Number(whole) < Number(first);
}
