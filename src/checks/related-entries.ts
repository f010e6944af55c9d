import type { Report } from '../diagnostics/diagnostic.ts';
import { Parents } from '../library/inheritance/parents.ts';
import type { CheckContext } from './check-context.ts';

/** Reports keys in `related` (BibLaTeX manual §3.5) that match no key or `ids` of an entry. */
export function relatedEntries({ library }: CheckContext, report: Report): void {
	const parents = new Parents(library.byKey);
	for (const entry of library.entries) {
		const field = entry.fields.get('related');
		if (!field || field.inheritedFrom) continue;
		for (const key of field.value.split(',')) if (key.trim()) parents.find(key.trim(), 'related', field.span, report);
	}
}
