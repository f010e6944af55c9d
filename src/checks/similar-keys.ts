import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../library/entry.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports keys that differ only in case. Biber reads two entries, BibTeX fails, and some servers and browsers treat the two
 * fragments of a page as one.
 */
export function similarKeys({ library }: CheckContext, report: Report): void {
	const first = new Map<string, Entry>();
	for (const entry of library.entries) {
		const folded = entry.key.toLowerCase();
		const other = first.get(folded);
		if (!other) first.set(folded, entry);
		else if (other.key !== entry.key) {
			report(
				diagnostic('bib/similar-key', `Key "${entry.key}" differs from "${other.key}" only in case`, {
					span: entry.keySpan,
					hint: 'Rename one of them, or remove one if they are the same work',
					related: [{ message: `${other.key} is here`, span: other.keySpan }],
				}),
			);
		}
	}
}
