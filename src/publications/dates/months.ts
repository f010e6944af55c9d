import { editDistance } from '../../text/closest-word.ts';

/** Month names in common languages, from January on. Abbreviations are derived from them. */
const months: readonly (readonly string[])[] = [
	['january', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
	['february', 'februar', 'feber', 'février', 'febrero', 'febbraio', 'fevereiro', 'februari'],
	['march', 'märz', 'mars', 'marzo', 'março', 'maart', 'mrt', 'mrz'],
	['april', 'avril', 'abril', 'aprile'],
	['may', 'mai', 'mayo', 'maggio', 'maio', 'mei'],
	['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
	['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
	['august', 'août', 'agosto', 'augustus'],
	['september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro'],
	['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
	['november', 'novembre', 'noviembre', 'novembro'],
	['december', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro'],
];

/** Month names and their genitives in further languages, with Russian abbreviations. Other abbreviations would be ambiguous. */
const wholeNames: readonly (readonly string[])[] = [
	[
		'styczeń',
		'stycznia',
		'leden',
		'ledna',
		'ocak',
		'ianuarie',
		'январь',
		'янв',
		'января',
		'січень',
		'січня',
		'ιανουάριος',
		'ιανουαρίου',
		'tammikuu',
		'gener',
		'január',
	],
	[
		'luty',
		'lutego',
		'únor',
		'února',
		'şubat',
		'februarie',
		'февраль',
		'фев',
		'февр',
		'февраля',
		'лютий',
		'лютого',
		'φεβρουάριος',
		'φεβρουαρίου',
		'helmikuu',
		'febrer',
		'február',
	],
	[
		'marzec',
		'marca',
		'březen',
		'března',
		'mart',
		'martie',
		'март',
		'мар',
		'марта',
		'березень',
		'березня',
		'μάρτιος',
		'μαρτίου',
		'maaliskuu',
		'març',
		'március',
		'marts',
	],
	[
		'kwiecień',
		'kwietnia',
		'duben',
		'dubna',
		'nisan',
		'aprilie',
		'апрель',
		'апр',
		'апреля',
		'квітень',
		'квітня',
		'απρίλιος',
		'απριλίου',
		'huhtikuu',
		'április',
	],
	[
		'maj',
		'maja',
		'květen',
		'května',
		'mayıs',
		'май',
		'мая',
		'травень',
		'травня',
		'μάιος',
		'μαΐου',
		'toukokuu',
		'maig',
		'május',
	],
	[
		'czerwiec',
		'czerwca',
		'červen',
		'června',
		'haziran',
		'iunie',
		'июнь',
		'июн',
		'июня',
		'червень',
		'червня',
		'ιούνιος',
		'ιουνίου',
		'kesäkuu',
		'juny',
		'június',
	],
	[
		'lipiec',
		'lipca',
		'červenec',
		'července',
		'temmuz',
		'iulie',
		'июль',
		'июл',
		'июля',
		'липень',
		'липня',
		'ιούλιος',
		'ιουλίου',
		'heinäkuu',
		'juliol',
		'július',
	],
	[
		'sierpień',
		'sierpnia',
		'srpen',
		'srpna',
		'ağustos',
		'август',
		'авг',
		'августа',
		'серпень',
		'серпня',
		'αύγουστος',
		'αυγούστου',
		'elokuu',
		'agost',
		'augusti',
	],
	[
		'wrzesień',
		'września',
		'září',
		'eylül',
		'septembrie',
		'сентябрь',
		'сен',
		'сент',
		'сентября',
		'вересень',
		'вересня',
		'σεπτέμβριος',
		'σεπτεμβρίου',
		'syyskuu',
		'setembre',
		'szeptember',
	],
	[
		'październik',
		'października',
		'říjen',
		'října',
		'ekim',
		'octombrie',
		'октябрь',
		'окт',
		'октября',
		'жовтень',
		'жовтня',
		'οκτώβριος',
		'οκτωβρίου',
		'lokakuu',
		'október',
	],
	[
		'listopad',
		'listopada',
		'listopadu',
		'kasım',
		'noiembrie',
		'ноябрь',
		'ноя',
		'нояб',
		'ноября',
		'листопад',
		'листопада',
		'νοέμβριος',
		'νοεμβρίου',
		'marraskuu',
	],
	[
		'grudzień',
		'grudnia',
		'prosinec',
		'prosince',
		'aralık',
		'decembrie',
		'декабрь',
		'дек',
		'декабря',
		'грудень',
		'грудня',
		'δεκέμβριος',
		'δεκεμβρίου',
		'joulukuu',
		'desembre',
		'desember',
	],
];

/** Season names in the order of their EDTF numbers, from 21 (spring) on. */
const seasons: readonly (readonly string[])[] = [
	['spring', 'frühling', 'frühjahr', 'printemps', 'primavera', 'lente', 'voorjaar'],
	['summer', 'sommer', 'été', 'verano', 'estate', 'verão', 'zomer'],
	['autumn', 'fall', 'herbst', 'automne', 'otoño', 'autunno', 'outono', 'herfst', 'najaar'],
	['winter', 'hiver', 'invierno', 'inverno'],
];

/** The month (1 to 12) for a name or an abbreviation of at least three letters; otherwise null. */
export function monthNumber(word: string): number | null {
	const plain = bare(word);
	return monthWords.get(plain) ?? wholeWords.get(plain) ?? null;
}

/** A month name that a misspelt word resembles. */
interface SimilarMonth {
	/** With its accents, capitalized like the word. */
	readonly name: string;
	/** True if the word cannot mean another month: five letters or more, with one mistake. */
	readonly certain: boolean;
}

/**
 * The month name that differs from a word by one letter or two (two from seven letters on); null if there is none, or if
 * names of different months are equally close.
 */
export function similarMonth(word: string): SimilarMonth | null {
	const letters = bare(word);
	if (letters.length < 4 || letters.length > longestMonth + 2) return null;
	const names = allNames.map((each) => ({ ...each, edits: editDistance(letters, each.letters) }));
	const edits = Math.min(...names.map((each) => each.edits));
	const [closest, ...others] = names.filter((each) => each.edits === edits);
	if (!closest || edits === 0 || edits > (letters.length < 7 ? 1 : 2)) return null;
	if (others.some(({ number }) => number !== closest.number)) return null;
	const { name } = closest;
	const isCapitalized = /^\p{Lu}/u.test(word);
	return {
		name: isCapitalized ? name.charAt(0).toUpperCase() + name.slice(1) : name,
		certain: edits === 1 && letters.length >= 5,
	};
}

/** The EDTF season (21 to 24) for a name; otherwise null. */
export function seasonNumber(word: string): number | null {
	return seasonWords.get(bare(word)) ?? null;
}

const marksAndStops = /[\p{M}.]/gu;

function bare(word: string): string {
	return word.normalize('NFD').replace(marksAndStops, '').toLowerCase();
}

/** Maps words to numbers. An abbreviation that two rows share ('jui') is ambiguous and maps to nothing. */
function table(rows: readonly (readonly string[])[], first: number, shortest: number): ReadonlyMap<string, number> {
	const words = new Map<string, number>();
	for (const [index, row] of rows.entries()) {
		for (const word of row.map(bare)) {
			for (let length = Math.min(shortest, word.length); length <= word.length; length++) {
				const part = word.slice(0, length);
				const previous = words.get(part);
				words.set(part, previous === undefined || previous === index + first ? index + first : 0);
			}
		}
	}
	for (const [word, number] of words) if (number === 0) words.delete(word);
	return words;
}

/** Whole names, those of the first table first. */
const allNames = [months, wholeNames].flatMap((table) =>
	table.flatMap((row, index) =>
		row.flatMap((name) => (name.length > 3 ? [{ name, letters: bare(name), number: index + 1 }] : [])),
	),
);
const longestMonth = Math.max(...allNames.map(({ letters }) => letters.length));

const monthWords = table(months, 1, 3);
const wholeWords = table(wholeNames, 1, Number.POSITIVE_INFINITY);
const seasonWords = table(seasons, 21, Number.POSITIVE_INFINITY);
