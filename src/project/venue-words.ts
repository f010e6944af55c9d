import { fold, lettersOf } from '../text/fold.ts';
import type { VenueColumn } from './project-file.ts';

/** The words for each column of a table of venues, folded and without spaces or punctuation. Incomplete on purpose. */
const words: Readonly<Record<VenueColumn, string>> = {
	match:
		'match pattern venue title fulltitle journal journalname journaltitle conference sourcetitle zeitschrift titel revue titre',
	issn: 'issn issns eissn printissn onlineissn pissn',
	kind: 'kind',
	name: 'name',
	short: 'short shortname acronym abbreviation abbr abkurzung sigle',
	rank: 'rank rang ranking corerank vhbrank vhbranking',
	quartile: 'quartile quartil bestquartile sjrquartile sjrbestquartile jifquartile jcrquartile',
	colour: 'colour color farbe couleur',
	url: 'url website link',
	year: 'year years jahr jahre annee annees',
	from: 'from since start von ab seit depuis',
	to: 'to until end bis jusqua',
};

const columnsByWord = new Map(
	Object.entries(words).flatMap(([column, text]) =>
		text.split(' ').map((word) => [word, column as VenueColumn] as const),
	),
);

/** The column that a header such as 'SJR Best Quartile' means; null if it is unknown. */
export function venueColumn(header: string): VenueColumn | null {
	return columnsByWord.get(lettersOf(fold(header))) ?? null;
}

/** All words, for suggestions. */
export const venueWords: readonly string[] = [...columnsByWord.keys()];
