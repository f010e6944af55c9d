import type { Entry } from '../library/entry.ts';
import { fieldsOf } from './entry-fields.ts';

/** Fields that only occur in libraries of al-folio sites: they distinguish its `annotation` from a private one. */
const siteFields = ['bibtex_show', 'additional_info', 'google_scholar_id', 'altmetric', 'dimensions'];
const notes = ['additional_info', 'annotation'];

/**
 * The notes of an entry for the readers of its site, as LaTeX values: al-folio's `additional_info` and `annotation`, which
 * may contain Markdown. In other libraries `annotation` is a private note (BibLaTeX manual §2.2.3), and is not shown.
 */
export function siteNotes(entry: Entry): string[] {
	if (fieldsOf(entry, siteFields).length === 0) return [];
	return fieldsOf(entry, notes).map(({ value }) =>
		value
			// On al-folio sites, it continues the text after the venue: '. More is found here'.
			.replace(/^[\s.,;:]+/, '')
			.replace(/\[([^[\]]+)\]\(([^()\s]+)\)/g, '\\href{$2}{$1}')
			.replace(/\*\*(?=\S)([^*]*[^*\s])\*\*/g, '\\textbf{$1}')
			.replace(/\*(?=\S)([^*]*[^*\s])\*/g, '\\emph{$1}'),
	);
}
