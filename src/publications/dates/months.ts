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

/** Season names in the order of their EDTF numbers, from 21 (spring) on. */
const seasons: readonly (readonly string[])[] = [
	['spring', 'frühling', 'frühjahr', 'printemps', 'primavera', 'lente', 'voorjaar'],
	['summer', 'sommer', 'été', 'verano', 'estate', 'verão', 'zomer'],
	['autumn', 'fall', 'herbst', 'automne', 'otoño', 'autunno', 'outono', 'herfst', 'najaar'],
	['winter', 'hiver', 'invierno', 'inverno'],
];

/** The month (1 to 12) for a name or an abbreviation of at least three letters; otherwise null. */
export function monthNumber(word: string): number | null {
	return monthWords.get(bare(word)) ?? null;
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

const monthWords = table(months, 1, 3);
const seasonWords = table(seasons, 21, Number.POSITIVE_INFINITY);
