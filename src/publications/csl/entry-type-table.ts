import type { Entry } from '../../library/entry.ts';
import { fieldOf, wordsOf } from '../entry-fields.ts';

/** The meaning of an entry type that citation-js does not know or maps wrongly. */
interface EntryTypeRow {
	/** The type for citation-js: a standard type whose fields have the same meaning. */
	readonly standardType: string;
	/** The CSL type; null to use that of citation-js. */
	readonly csl: string | null;
	/** The localisation term for the kind of work; null if it adds nothing to the CSL type. */
	readonly genre: string | null;
}

/**
 * Entry types that citation-js does not know: aliases, BibLaTeX types that it lacks (`suppbook` …), types of BibTeX styles
 * (`@talk`, `@dissertation`) and of exporters (`@preprint`).
 */
const entryTypes: ReadonlyMap<string, EntryTypeRow> = new Map([
	...rows('talk keynote invitedtalk invited seminar colloquium', 'unpublished', 'speech', null),
	...rows('presentation slides conferencepresentation', 'unpublished', 'speech', null),
	...rows('lecture course teaching summerschool', 'unpublished', 'speech', null),
	...rows('poster', 'unpublished', 'speech', null),
	...rows('award prize honor honour grant', 'misc', 'document', null),
	// citation-js reads these as documents or books, but they are parts of something.
	...rows('suppbook bookinbook bookchapter inbookreview', 'inbook', 'chapter', null),
	...rows('suppcollection incoll', 'incollection', 'chapter', null),
	...rows('suppperiodical journalarticle articleinjournal', 'article', 'article-journal', null),
	...rows('inencyclopedia encyclopediaarticle encyclopedia_entry', 'inreference', 'entry-encyclopedia', null),
	...rows('dictionaryentry', 'inreference', 'entry-dictionary', null),
	...rows('magazinearticle magazine', 'article', 'article-magazine', null),
	...rows('newspaperarticle newspaper', 'article', 'article-newspaper', null),
	...rows('preprint eprint arxiv', 'online', 'article', null),
	...rows('workingpaper working_paper discussionpaper', 'report', 'report', null),
	...rows(
		'conferencepaper inconference paper proceedingspaper workshop inworkshop demo',
		'inproceedings',
		'paper-conference',
		null,
	),
	...rows('conferenceproceedings', 'proceedings', 'book', null),
	...rows('dissertation phd doctoralthesis', 'thesis', 'thesis', 'phdthesis'),
	...rows('mathesis masterthesis masters mscthesis msthesis', 'thesis', 'thesis', 'mathesis'),
	...rows('bathesis bachelorthesis bachelorsthesis bscthesis bachelor', 'thesis', 'thesis', 'bathesis'),
	...rows('candthesis', 'thesis', 'thesis', 'candthesis'),
	...rows('diplomathesis diplomthesis diploma', 'thesis', 'thesis', 'diplomathesis'),
	...rows('habilthesis habilitation', 'thesis', 'thesis', 'habilitation'),
	...rows(
		'code program soft softwareversion softwaremodule codefragment computerprogram tool',
		'software',
		'software',
		null,
	),
	...rows('data database datasets', 'dataset', 'dataset', null),
	...rows('patentapplication patents', 'patent', 'patent', null),
	...rows('webpage website internet url', 'online', 'webpage', null),
	...rows('blog blogpost post', 'online', 'post-weblog', null),
	...rows('techdoc documentation deliverable whitepaper', 'report', 'report', null),
	...rows('commentary', 'article', 'article-journal', null),
	...rows('podcast broadcast', 'audio', 'broadcast', null),
	...rows('interview', 'audio', 'interview', null),
	...rows('map', 'misc', 'map', null),
	...rows('audio', 'audio', 'song', null),
	// Standard types for which citation-js returns the CSL type but not the term.
	...rows('phdthesis', 'thesis', 'thesis', 'phdthesis'),
	...rows('mastersthesis', 'thesis', 'thesis', 'mathesis'),
	...rows('techreport', 'report', 'report', 'techreport'),
]);

function rows(types: string, standardType: string, csl: string, genre: string | null): [string, EntryTypeRow][] {
	return types.split(' ').map((type) => [type, { standardType, csl, genre }]);
}

/** The types of the BibLaTeX manual (§2.1) and BibTeX that citation-js knows. */
const standardTypes: ReadonlySet<string> = new Set(
	(
		'article book mvbook inbook booklet collection mvcollection incollection dataset manual misc online patent periodical ' +
		'proceedings mvproceedings inproceedings reference mvreference inreference report software thesis unpublished artwork image ' +
		'jurisdiction legislation legal letter movie music performance review standard video conference electronic www'
	).split(' '),
);

/** The meaning of an entry's type: its row, the type itself if it is standard, or the type that fits the fields. */
export function entryTypeOf(entry: Entry): EntryTypeRow {
	const row = entryTypes.get(entry.type);
	if (row) return row;
	return { standardType: standardTypes.has(entry.type) ? entry.type : typeByFields(entry), csl: null, genre: null };
}

/** The standard type that fits the fields of an entry of an unknown type; `misc` if none does. */
function typeByFields(entry: Entry): string {
	const has = (name: string) => fieldOf(entry, name) !== null;
	if (has('journaltitle')) return 'article';
	if (has('booktitle')) {
		return has('eventtitle') || /proceedings|conference|workshop|symposium/i.test(wordsOf(entry, 'booktitle'))
			? 'inproceedings'
			: 'incollection';
	}
	if (entry.fields.has('school')) return 'thesis';
	if (has('institution')) return 'report';
	if (has('holder')) return 'patent';
	if (has('isbn') || (has('publisher') && !has('eventtitle'))) return 'book';
	return has('url') && !has('howpublished') && !has('eventtitle') ? 'online' : 'misc';
}
