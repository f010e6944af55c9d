import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Entry } from '../../library/entry.ts';
import { fold, lettersOf } from '../../text/fold.ts';
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

/** Terms for kinds of work that entries name in English, with the same letters: 'Invited talk', 'PhD thesis'. */
const named =
	'phdthesis thesis report whitepaper manual software dataset video image performance map standard legislation poster ' +
	'talk keynote invited-talk lecture webpage blog-post preprint patent';

/** Terms for other English names. */
const otherNames: readonly (readonly [name: string, term: string])[] = [
	['master’s thesis', 'mathesis'],
	['bachelor’s thesis', 'bathesis'],
	['candidate thesis', 'candthesis'],
	['diploma thesis', 'diplomathesis'],
	['habilitation thesis', 'habilitation'],
	['technical report', 'techreport'],
	['research report', 'resreport'],
	['data cd', 'datacd'],
	['audio cd', 'audiocd'],
	['audio recording', 'audio'],
	['patent application', 'patreq'],
];

const termsByName: ReadonlyMap<string, string> = new Map(
	[...named.split(' ').map((term) => [term, term] as const), ...otherNames].map(([name, term]) => [
		lettersOf(fold(name)),
		term,
	]),
);

/** EndNote's names of entry types, which repeat the type of the entry. */
const endNoteTypes: ReadonlySet<string> = new Set([
	...['journal article', 'magazine article', 'newspaper article', 'book', 'book section', 'edited book'],
	...['conference paper', 'conference proceedings', 'web page', 'generic', 'electronic article', 'electronic book'],
]);

/**
 * The kind of work: a term of the locale if `type` is one of BibLaTeX's keys (bare, or in `\bibstring`) or the entry type
 * implies one (`@phdthesis`); otherwise the entry's own words, with their term if they are the English name of a kind; or null.
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
	if (words) {
		const named = termsByName.get(lettersOf(fold(plainText(words))));
		return named === undefined ? { words } : { term: named, words };
	}
	return genre ? { term: genre } : null;
}

/**
 * A kind of work in the words of a language; null if the language has none. Entries keep their spelling of the same words:
 * 'Ph.D. thesis' in English.
 */
export function genreIn(
	genre: NonNullable<Publication['genre']>,
	word: (term: string) => string | null,
): RichText | string | null {
	if (!('term' in genre)) return genre.words;
	const translated = word(genre.term);
	const { words } = genre;
	if (words === undefined) return translated;
	const isSame = (other: string) => lettersOf(other.toLowerCase()) === lettersOf(plainText(words).toLowerCase());
	return translated === null || isSame(translated) ? words : translated;
}
