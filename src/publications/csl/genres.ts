import type { UserCommands } from '../../latex/commands/user-commands.ts';
import type { Entry } from '../../library/entry.ts';
import { fieldOf } from '../entry-fields.ts';
import type { Publication } from '../publication.ts';
import { richField } from '../rich-fields.ts';
import { entryTypeOf } from './entry-type-table.ts';

/** BibLaTeX's localisation keys for publication types (manual §4.9.2.13), and two kinds of German theses. */
const terms: ReadonlySet<string> = new Set(
	(
		'phdthesis mathesis bathesis candthesis habilitation diplomathesis techreport resreport software datacd audiocd ' +
		'patent patentde patenteu patentfr patentuk patentus patreq patreqde patreqeu patreqfr patrequk patrequs'
	).split(' '),
);

/** EndNote's names of entry types, which repeat the type of the entry. */
const endNoteTypes: ReadonlySet<string> = new Set([
	...['journal article', 'magazine article', 'newspaper article', 'book', 'book section', 'edited book'],
	...['conference paper', 'conference proceedings', 'web page', 'generic', 'electronic article', 'electronic book'],
]);

/**
 * The kind of work: a term of the locale if `type` is one of BibLaTeX's keys (bare, or in `\bibstring`) or the entry type
 * implies one (`@phdthesis`); otherwise the entry's own words, or null.
 */
export function readGenre(entry: Entry, commands: UserCommands): Publication['genre'] {
	const field = fieldOf(entry, 'type');
	// With a `chapter`, BibTeX's `type` names the part of a book: 'Section'.
	if (fieldOf(entry, 'chapter')) return null;
	const key = field?.value
		.trim()
		.replace(/^\{?\\(?:bib(?:l?c?p?)string|bibstring)\s*\{(\w+)\}\}?$/, '$1')
		.toLowerCase();
	if (key && terms.has(key)) return { term: key };
	const { standardType, genre } = entryTypeOf(entry);
	// HAL writes 'Theses' into every doctoral thesis, in any language.
	const term = key === 'theses' && standardType === 'thesis' ? (genre ?? 'phdthesis') : key === 'thesis' ? genre : null;
	if (term) return { term };
	// EndNote writes its name of the entry type into every entry.
	const words = key && endNoteTypes.has(key) ? null : richField(field, commands);
	if (words) return { words };
	return genre ? { term: genre } : null;
}
