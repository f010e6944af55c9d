import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { source } from '../../../src/diagnostics/source.ts';
import { draftFromCsl } from '../../../src/editing/drafts/csl-drafts.ts';
import { planAdditions } from '../../../src/editing/plan-additions.ts';
import { replacedText } from '../../../src/editing/replacements.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import type { Person } from '../../../src/people/person.ts';
import { normalize, type Reading } from '../../../src/publications/normalize.ts';
import type { Client } from '../../../src/sources/http/client.ts';
import type { ProfileSource, ProfileWork } from '../../../src/sources/profiles/profile-source.ts';
import { array, looseObject } from '../../../src/text/schema.ts';
import { draftsOf } from '../../../src/updates/sync/drafts-to-write.ts';
import { findWorks } from '../../../src/updates/sync/find-works.ts';
import type { FoundWork } from '../../../src/updates/sync/found-work.ts';
import type { LibraryContents } from '../../../src/updates/sync/library-contents.ts';
import type { IgnoredWork } from '../../../src/updates/sync/work-identity.ts';
import { stillNew } from './still-new.ts';

const reading: Reading = { commands: new Map(), venues: [], links: [], files: [] };

/** A work in a profile: variables of CSL, and what only profiles have. `names` are 'Given Family'. */
export interface Listed extends Readonly<Record<string, unknown>> {
	readonly id?: string;
	readonly title: string;
	readonly names?: readonly string[] | undefined;
	readonly year?: number | undefined;
	readonly orcids?: readonly string[];
	readonly publishedAs?: readonly string[];
}

/** A service of works in CSL's variables. */
function profileSource(name: ProfileSource['name'], attribution: ProfileSource['attribution']): ProfileSource {
	return {
		name,
		address: name === 'arxiv' ? 'arxiv-author' : name,
		label: labels[name],
		attribution,
		example: 'x',
		accept: 'application/json',
		language: 'JSON',
		parse: JSON.parse,
		schema: array(looseObject({})),
		idIn: (text) => (/^\S+$/.test(text) ? text : null),
		readPage: (works: readonly Listed[]) => ({
			works: works.map((work, index) => recordOf(name, work, index)),
			next: null,
		}),
		...(name === 'orcid' && {
			details: {
				limit: 100,
				language: 'JSON',
				parse: JSON.parse,
				schema: array(looseObject({})),
				addressOf: (list: string, ids: readonly string[]) => `${list}%2F${ids.join(',')}`,
				read: (works: readonly Listed[]) => works.map((work, index) => recordOf(name, work, index)),
			},
		}),
	};
}

const labels = {
	orcid: 'ORCID',
	hal: 'HAL',
	arxiv: 'arXiv',
	dblp: 'DBLP',
	inspire: 'INSPIRE',
	openalex: 'OpenAlex',
	'semantic-scholar': 'Semantic Scholar',
};

function recordOf(
	source: ProfileSource['name'],
	{ id, orcids, publishedAs, ...work }: Listed,
	index: number,
): ProfileWork {
	return {
		source,
		id: id ?? `${source}-${index}`,
		url: null,
		draft: draftFromCsl(csl(work), false),
		orcids: orcids ?? [],
		publishedAs: publishedAs ?? [],
	};
}

/** A CSL item; `names` and `year` are short for the author and the date. */
export function csl({ names, year, ...variables }: Listed): Readonly<Record<string, unknown>> {
	const author = names?.map((name) => {
		const [, given = '', family = name] = /^(.*) (\S+)$/.exec(name) ?? [];
		return { given, family };
	});
	return {
		type: 'article-journal',
		...(author && { author }),
		...(year && { issued: { 'date-parts': [[year]] } }),
		...variables,
	};
}

export const sources: readonly ProfileSource[] = [
	profileSource('orcid', 'claimed'),
	profileSource('hal', 'claimed'),
	profileSource('dblp', 'curated'),
	profileSource('openalex', 'computed'),
	profileSource('semantic-scholar', 'computed'),
];

/** What a comparison starts from. */
export interface Scene {
	readonly people: readonly Person[];
	readonly selected?: readonly Person[];
	/** The text of the library. */
	readonly library?: string;
	/** The works of a profile by the name of the source and the id; those of ORCID have details at 'orcid ID/RECORD,RECORD'. */
	readonly profiles: Readonly<Record<string, readonly Listed[]>>;
	/** CSL items by DOI in lower case, or another identifier; 'down' for a service without an answer. */
	readonly records?: Readonly<Record<string, object | 'down'>>;
	readonly ignored?: readonly IgnoredWork[];
	readonly sources?: readonly ProfileSource[];
}

/** The result of a comparison, with its requests and diagnostics. */
export interface Synced {
	readonly works: readonly FoundWork[];
	/** `verdict title: why`, in order. */
	readonly lines: readonly string[];
	/** The identifiers whose records were asked for. */
	readonly asked: readonly string[];
	readonly messages: readonly string[];
	readonly profiles: readonly string[];
	/** The library after the chosen works are written, by default all new ones. */
	write(choose?: (work: FoundWork) => boolean): { readonly text: string; readonly stillNew: readonly string[] };
}

export async function sync(scene: Scene): Promise<Synced> {
	const { people, selected = people, library = '', ignored = [] } = scene;
	const asked: string[] = [];
	const diagnostics: Diagnostic[] = [];
	const contents = contentsOf(library);
	const options = {
		...contents,
		people,
		selected,
		ignored,
		client: client(scene, asked),
		sources: scene.sources ?? sources,
	};
	const { works, profiles } = await findWorks(options, (problem) => diagnostics.push(problem));
	return {
		works,
		lines: works.map(({ identity, verdict }) => `${verdict.kind} ${identity.title}: ${verdict.why}`),
		asked: asked.toSorted(),
		messages: diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
		profiles: profiles.map(({ person, source, id, count }) => `${person.name} ${source.label} ${id}: ${count}`),
		write: (choose = ({ verdict }) => verdict.kind === 'new') => write(library, works.filter(choose)),
	};
}

/** A library of one file. */
export function contentsOf(text: string): LibraryContents {
	const library = readLibrary([source('papers.bib', text)], () => {});
	return { library, publications: normalize(library, reading, () => {}), reading };
}

function write(text: string, works: readonly FoundWork[]) {
	const contents = contentsOf(text);
	const file = contents.library.sources[0] ?? source('papers.bib', text);
	const options = { key: null, pattern: null, dialect: null };
	const plan = planAdditions(draftsOf(works), { file, ...contents }, options);
	if (plan.added.length !== works.length) throw new Error(plan.problems.map(({ message }) => message).join('\n'));
	const after = replacedText(text, plan.replacements);
	const rest = stillNew(works, contentsOf(after));
	return { text: after, stillNew: rest.map(({ identity }) => identity.title) };
}

function client({ profiles, records = {} }: Scene, asked: string[]): Client {
	const host = (name: string) => `https://${name}.example.org/`;
	return {
		addressOf: (name, id) => `${host(name)}${encodeURIComponent(id)}`,
		ask: async (name, address) => {
			const id = decodeURIComponent(new URL(address).pathname.slice(1));
			const profile = profiles[`${name} ${id}`];
			if (profile) return found(profile, address);
			const record = records[id.toLowerCase()];
			if (name === 'doi' || name === 'pubmed' || name === 'arxiv') asked.push(id);
			if (record === 'down') return { kind: 'unavailable', reason: 'responded 503', remedy: null, offline: false };
			return record && name !== 'crossref' && name !== 'datacite' ? found(record, address) : { kind: 'missing' };
		},
		open: async () => ({ kind: 'missing' }),
		probe: async () => ({ kind: 'alive' }),
	};
}

function found(value: unknown, url: string) {
	return { kind: 'found', text: JSON.stringify(value), type: 'application/json', url } as const;
}
