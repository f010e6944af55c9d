import type { Report } from '../diagnostics/diagnostic.ts';
import { Parents } from '../library/inheritance/parents.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports works that `related` names (BibLaTeX manual §3.5) and that are not there. A key or one of its `ids` will do.
 */
export function related({ library }: CheckContext, report: Report): void {
	const parents = new Parents(library.byKey);
	for (const entry of library.entries) {
		const field = entry.fields.get('related');
		if (!field || field.inheritedFrom) continue;
		for (const key of field.value.split(',')) if (key.trim()) parents.find(key.trim(), 'related', field.span, report);
	}
}
