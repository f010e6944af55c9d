import type { ProfileName } from '../../people/person.ts';
import { fold, lettersOf } from '../../text/fold.ts';

/** What a column of a spreadsheet, or a key in a file of another tool, says about a person. */
export type PersonKey =
	| 'name'
	| 'given'
	| 'family'
	| 'id'
	| 'aliases'
	| 'orcid'
	| ProfileName
	| 'url'
	| 'image'
	| 'role'
	| 'from'
	| 'to'
	| 'period'
	| 'groups';

/**
 * The words for each key in English, German, French and the languages near them, folded and without spaces or punctuation. Incomplete on
 * purpose: a word with two meanings, such as 'title', is left out.
 */
const words: Readonly<Record<PersonKey, string>> = {
	name: 'name fullname displayname completename person member nomcomplet nomprenom vollername vollstandigername nombrecompleto nomecompleto nomecognome',
	given:
		'given givenname givennames first firstname firstnames forename forenames vorname vornamen prenom prenoms nombre nombres nomeproprio',
	family:
		'family familyname last lastname lastnames surname nachname familienname nom nomdefamille apellido apellidos cognome sobrenome',
	id: 'id key slug username login handle kurzel kuerzel identifiant identifier',
	aliases:
		'aliases alias aka alsoknownas othername othernames alternativename alternativenames alternate formername birthname maidenname publishedas weiterenamen anderenamen geburtsname autresnoms nomdenaissance',
	orcid: 'orcid orcidid',
	dblp: 'dblp dblpid dblppid dblpurl',
	inspire: 'inspire inspireid inspirehep inspirehepid inspirebai',
	hal: 'hal halid idhal',
	arxiv: 'arxiv arxivid arxivauthorid',
	openalex: 'openalex openalexid openalexauthorid',
	'semantic-scholar': 'semanticscholar semanticscholarid semanticscholarauthorid',
	url: 'url website webpage homepage homepageurl web site page personalpage personalwebsite webseite siteweb pageweb sitio',
	image: 'image img photo picture avatar portrait headshot foto bild imagen',
	role: 'role position status function rolle funktion position stellung fonction statut poste cargo ruolo',
	from: 'from start startdate datestart started since joined join begin von seit beginn eintritt depuis debut desde inizio',
	to: 'to end enddate dateend ended until till left leave bis ende austritt jusqua fin hasta fine',
	period: 'period duration years zeitraum dauer periode duree periodo',
	groups: 'groups group team teams unit gruppe gruppen arbeitsgruppe groupe groupes equipe equipes grupo gruppo',
};

const keysByWord = new Map(
	Object.entries(words).flatMap(([key, text]) => text.split(' ').map((word) => [word, key as PersonKey] as const)),
);

/** The key that a header such as 'First name' or 'ORCID iD' means; null if it is unknown. */
export function personKey(header: string): PersonKey | null {
	return keysByWord.get(lettersOf(fold(header))) ?? null;
}

/** All words, for suggestions. */
export const personWords: readonly string[] = [...keysByWord.keys()];
