import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import { placeInValue } from '../library/value-places.ts';
import type { CheckContext } from './check-context.ts';

/** 'et al.' and its like at the end of a list of names, with what joins it to the last one. */
const atEnd = /(?:\s*,?\s+and\s+|\s*,\s*|\s+)(?:et\.?\s+al(?:ii|ia|\.)?|and\s+al\.|\{et\.?\s+al\.?\})\.?$/i;
const fields = ['author', 'editor'];

/**
 * Reports names that end in 'et al.', once with their count: BibTeX takes that for a name, and `and others` is what it
 * understands.
 */
export function etAl({ publications }: CheckContext, report: Report): void {
	const edits: Edit[] = [];
	for (const { entry } of publications) {
		for (const name of fields) {
			const field = entry.fields.get(name);
			if (!field || field.inheritedFrom || !/al/i.test(field.value.slice(-6))) continue;
			const found = atEnd.exec(field.value);
			if (!found || found.index === 0) continue;
			const span = placeInValue(field, found.index, field.value.length);
			if (span !== field.span) edits.push({ span, text: ' and others' });
		}
	}
	const [first] = edits;
	if (!first) return;
	const message = `Unexpected "et al." in a list of names${edits.length === 1 ? '' : ` (${edits.length} times)`}`;
	report(diagnostic('name/et-al', message, { span: first.span, hint: 'Use "and others"', remedy: edits }));
}
