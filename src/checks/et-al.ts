import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import { placesInValue } from '../library/value-places.ts';
import type { CheckContext } from './check-context.ts';

/** 'et al.' and its variants at the end of a list of names, including the preceding separator. */
const atEnd = /(?:\s*,?\s+and\s+|\s*,\s*|\s+)(?:et\.?\s+al(?:ii|ia|\.)?|and\s+al\.|\{et\.?\s+al\.?\})\.?$/i;
/** biber's 'and others' in braces, which BibTeX reads as a name. */
const othersAtEnd = /\s+and\s+\{others\}$/;
const fields = ['author', 'editor'];

/** Reports lists of names that end in 'et al.', once with their count. BibTeX treats it as a name; it expects `and others`. */
export function etAl({ publications }: CheckContext, report: Report): void {
	const edits: Edit[] = [];
	for (const { entry } of publications) {
		for (const name of fields) {
			const field = entry.fields.get(name);
			if (!field || field.inheritedFrom || !/al|others\}/i.test(field.value.slice(-8))) continue;
			const match = atEnd.exec(field.value) ?? othersAtEnd.exec(field.value);
			if (!match || match.index === 0) continue;
			const span = placesInValue(field)(match.index, field.value.length);
			if (span !== field.span) edits.push({ span, text: ' and others' });
		}
	}
	const [first] = edits;
	if (!first) return;
	const written = first.span.source.text.slice(first.span.start, first.span.end);
	const words = written.endsWith('{others}') ? '{others}' : 'et al.';
	const message = `Unexpected "${words}" in a list of names${edits.length === 1 ? '' : ` (${edits.length} times)`}`;
	report(diagnostic('name/et-al', message, { span: first.span, hint: 'Use "and others"', remedy: edits }));
}
