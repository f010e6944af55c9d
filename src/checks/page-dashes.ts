import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import { placesInValue } from '../library/value-places.ts';
import { isArticleNumber } from '../publications/page-ranges.ts';
import type { CheckContext } from './check-context.ts';

/** A range, alone or in a list: '12-15', 'S1–S9', '3:1 - 3:9'. A hyphen inside a page ('A-12') has no digits before it. */
const whole = /^[\p{L}\d:.]*\d\s*(?:-|–|—|−|---|\\textendash(?:\{\}|\s)|\{--\})\s*[\p{L}\d:.]*\d$/u;
const dash = /(?<=\d)\s*(?:---|-|–|—|−|\\textendash(?:\{\}|\s)|\{--\})\s*(?=[\p{L}\d])/u;

/**
 * Reports page ranges without BibTeX's two hyphens (BibLaTeX manual §3.15.3), once with their count. Many styles print the
 * dash as written.
 */
export function pageDashes({ publications }: CheckContext, report: Report): void {
	const edits: Edit[] = [];
	for (const { entry } of publications) {
		const field = entry.fields.get('pages');
		if (!field || field.inheritedFrom || !/[-–—−\\]/.test(field.value)) continue;
		let at = 0;
		for (const part of field.value.split(/(?<=[,;])/)) {
			const range = part.replace(/[,;]$/, '').trim();
			const match = whole.test(range) && !isArticleNumber(range) ? dash.exec(part) : null;
			if (match) {
				const start = at + match.index;
				const span = placesInValue(field)(start, start + match[0].length);
				if (span !== field.span) edits.push({ span, text: '--' });
			}
			at += part.length;
		}
	}
	const [first] = edits;
	if (!first) return;
	const message = `Unexpected dash between pages${edits.length === 1 ? '' : ` (${edits.length} times)`}`;
	report(diagnostic('field/page-dash', message, { span: first.span, hint: 'Use two hyphens, "--"', remedy: edits }));
}
