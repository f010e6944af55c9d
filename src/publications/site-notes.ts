import type { Entry } from '../library/entry.ts';
import { fieldsOf } from './entry-fields.ts';

/** Fields that nobody has outside a site made with al-folio: they tell its `annotation` from a reader's private one. */
const siteFields = ['bibtex_show', 'additional_info', 'google_scholar_id', 'altmetric', 'dimensions'];
const notes = ['additional_info', 'annotation'];

/**
 * What an entry says to the readers of its site, as LaTeX values, one for each field: al-folio's `additional_info` and
 * `annotation`, in which a little Markdown may stand. In other libraries `annotation` is what a person (or Zotero) notes
 * for themselves (BibLaTeX manual §2.2.3), and is not shown.
 */
export function siteNotes(entry: Entry): string[] {
	// One that has `additional_info` is of such a site.
	if (fieldsOf(entry, siteFields).length === 0) return [];
	return fieldsOf(entry, notes).map(({ value }) =>
		value
			// It goes on behind the venue there: '. More is found here'.
			.replace(/^[\s.,;:]+/, '')
			.replace(/\[([^[\]]+)\]\(([^()\s]+)\)/g, '\\href{$2}{$1}')
			.replace(/\*\*(?=\S)([^*]*[^*\s])\*\*/g, '\\textbf{$1}')
			.replace(/\*(?=\S)([^*]*[^*\s])\*/g, '\\emph{$1}'),
	);
}
