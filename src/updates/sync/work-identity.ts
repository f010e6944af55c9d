import { plainText } from '../../latex/plain-text.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { arxivOfDoi, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import type { Identifiers } from '../../publications/identifiers/identifiers.ts';
import type { Publication } from '../../publications/publication.ts';
import type { ProfileWork } from '../../sources/profiles/profile-source.ts';
import { fold, lettersOf } from '../../text/fold.ts';

/** By what a work is recognized: plain data that a file can contain. Two works are the same if they share an identifier. */
export interface WorkIdentity {
	/** In lower case; the DOI of an arXiv preprint is an arXiv id. */
	readonly doi: readonly string[];
	/** Without versions. */
	readonly arxiv: readonly string[];
	readonly pmid: readonly string[];
	/** The records in profiles: 'orcid:1234567', 'dblp:conf/x/Lovelace43'. */
	readonly records: readonly string[];
	/** Plain text; empty if unknown. */
	readonly title: string;
	/** Null if unknown. */
	readonly year: number | null;
}

/** A work that the user does not want. */
export interface IgnoredWork extends WorkIdentity {
	/** The ids of the people to whom this applies; empty for everybody. */
	readonly people: readonly string[];
	/** For a message: 'not mine'. */
	readonly reason: string;
}

/** An identifier that only one work has, or only its versions. */
export interface Identifier {
	readonly kind: keyof typeof labels;
	/** In a form that is the same for equal identifiers. */
	readonly value: string;
}

/** For messages, in the order in which identifiers are compared. */
const labels = {
	doi: 'DOI',
	arxiv: 'arXiv id',
	pmid: 'PubMed id',
	pmcid: 'PMC id',
	hal: 'HAL id',
	dblp: 'DBLP key',
	acl: 'ACL Anthology id',
	openreview: 'OpenReview id',
	ssrn: 'SSRN id',
	ads: 'ADS bibcode',
} as const satisfies Partial<Record<keyof Identifiers, string>>;

/** For a message: 'the DOI 10.1000/xyz'. */
export function identifierLabel({ kind, value }: Identifier): string {
	return `the ${labels[kind]} ${value}`;
}

/** The identifiers of a publication, in the order of the kinds. */
export function identifiersOf({ identifiers }: Pick<Publication, 'identifiers'>): readonly Identifier[] {
	return Object.keys(labels).flatMap((name) => {
		const kind = name as keyof typeof labels;
		const value = identifiers[kind];
		return value === null ? [] : normalized(kind, value);
	});
}

function normalized(kind: Identifier['kind'], value: string): Identifier {
	const arxiv = kind === 'doi' ? arxivOfDoi(value) : null;
	if (arxiv) return normalized('arxiv', arxiv);
	const hasVersion = kind === 'arxiv' || kind === 'hal';
	const bare = hasVersion ? withoutVersion(value) : value;
	// OpenReview's ids and ADS bibcodes are case-sensitive.
	return { kind, value: kind === 'openreview' || kind === 'ads' ? bare : bare.toLowerCase() };
}

/** The identity of a work that records describe. The order of the records does not matter. */
export function identityOf(
	work: Publication,
	publications: readonly Publication[],
	records: readonly ProfileWork[],
): WorkIdentity {
	const identifiers = [work, ...publications].flatMap(identifiersOf);
	const valuesOf = (kind: Identifier['kind']) =>
		sorted(identifiers.filter((each) => each.kind === kind).map(({ value }) => value));
	return {
		doi: valuesOf('doi'),
		arxiv: valuesOf('arxiv'),
		pmid: valuesOf('pmid'),
		records: sorted(records.map(({ source, id }) => `${source}:${id}`)),
		title: plainText(work.title),
		year: publicationYear(work),
	};
}

function sorted(values: readonly string[]): readonly string[] {
	return [...new Set(values)].sort();
}

/** Finds the ignored work that a work is; null if the user did not ignore it. */
export function ignoredFinder(
	ignored: readonly IgnoredWork[],
): (identity: WorkIdentity, people: readonly string[]) => IgnoredWork | null {
	const byKey = new Map<string, IgnoredWork[]>();
	for (const each of ignored) {
		for (const key of [...identifierKeys(each), ...titleKeys(each)]) {
			const others = byKey.get(key);
			if (others) others.push(each);
			else byKey.set(key, [each]);
		}
	}
	return (identity, people) => {
		const applies = (each: IgnoredWork) =>
			each.people.length === 0 || people.every((person) => each.people.includes(person));
		const candidates = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []).filter(applies);
		const [same] = candidates(identifierKeys(identity));
		if (same) return same;
		// An erratum, or the next part of a column, may have the title and another DOI.
		const hasOtherDoi = ({ doi }: IgnoredWork) => doi.length > 0 && identity.doi.length > 0;
		return candidates(titleKeys(identity)).find((each) => !hasOtherDoi(each)) ?? null;
	};
}

function identifierKeys({ doi, arxiv, pmid, records }: WorkIdentity): readonly string[] {
	return [
		...doi.map((value) => `doi:${value.toLowerCase()}`),
		...arxiv.map((value) => `arxiv:${value.toLowerCase()}`),
		...pmid.map((value) => `pmid:${value}`),
		...records,
	];
}

function titleKeys({ title, year }: WorkIdentity): readonly string[] {
	const letters = lettersOf(fold(title));
	return letters === '' ? [] : [`title:${letters}|${year ?? ''}`];
}
