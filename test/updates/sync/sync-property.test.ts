import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { csl, type Listed, type Scene, sources, sync } from './syncing.ts';

const orcid = '0000-0002-1825-0097';
const ada = person('Ada Lovelace', {
	orcid,
	profiles: { hal: 'ada', dblp: 'ada', openalex: 'ada', 'semantic-scholar': 'ada' },
});
const charles = person('Charles Babbage', { profiles: { dblp: 'charles', openalex: 'charles' } });

const own = ['Charles Babbage', 'Luigi Menabrea', 'Wei Wang', 'Augusta Müller', 'M. Somerville'];
/** Co-authors of another Ada Lovelace, one of them with a common name. */
const foreign = ['Grace Hopper', 'Jean Bartik', 'Wei Wang'];

const titles = [
	'Notes on the Analytical Engine',
	'Notes on the Analytical Engine: a sequel',
	'On Bernoulli Numbers, Part I',
	'On Bernoulli Numbers, Part II',
	'Weaving Algebraical Patterns & Flowers',
	'The {DNA} of Engines at 50%',
	'Über Maschinen und Müller',
	'Editorial',
	'Engines',
	'Reply',
];

/** What the other Ada Lovelace writes: only common titles are the same. */
const foreignTitles = ['Compilers for Engines', 'A Moth in the Relay', 'Programming the ENIAC', 'Editorial', 'Reply'];

const types = [
	'article-journal',
	'paper-conference',
	'chapter',
	'book',
	'thesis',
	'report',
	'article',
	'dataset',
	'speech',
	'software',
];

/** A work, and what the services know of it. */
interface Work {
	readonly item: Listed;
	readonly isForeign: boolean;
	readonly doi: string | null;
	readonly arxiv: string | null;
	/** The iDs of the authors in the record of the publisher. */
	readonly hasId: boolean;
	/** The profiles that list it. */
	readonly profiles: readonly string[];
	/** The type of its entry in the library; null if the library does not have it. */
	readonly entryType: string | null;
	/** A profile may know less than the publisher. */
	readonly knows: Readonly<Record<'names' | 'doi' | 'pages' | 'container', boolean>>;
}

const claimed = [`orcid ${orcid}`, 'hal ada'];
const others = ['dblp ada', 'openalex ada', 'semantic-scholar ada', 'openalex charles', 'dblp charles'];

const work = (index: number): fc.Arbitrary<Work> =>
	fc
		.record({
			title: fc.constantFrom(...titles),
			foreignTitle: fc.constantFrom(...foreignTitles),
			type: fc.constantFrom(...types),
			year: fc.integer({ min: 1840, max: 1846 }),
			isForeign: fc.boolean(),
			co: fc.subarray(own, { minLength: 0 }),
			foreignCo: fc.subarray(foreign, { minLength: 0 }),
			position: fc.boolean(),
			container: fc.constantFrom('Scientific Memoirs', 'Annals & Letters', 'Proc. of the Royal Society'),
			volume: fc.option(fc.integer({ min: 1, max: 40 }).map(String), { nil: undefined }),
			page: fc.option(fc.constantFrom('1-9', '100-110', 'e17'), { nil: undefined }),
			hasDoi: fc.boolean(),
			hasArxiv: fc.boolean(),
			hasId: fc.boolean(),
			entryType: fc.constantFrom(null, null, 'article', 'inproceedings', 'misc'),
			claimedBy: fc.subarray(claimed),
			listedBy: fc.subarray(others),
			knows: fc.record({ names: fc.boolean(), doi: fc.boolean(), pages: fc.boolean(), container: fc.boolean() }),
		})
		.map(
			({
				isForeign,
				co,
				foreignCo,
				position,
				container,
				hasDoi,
				hasArxiv,
				title,
				type,
				year,
				volume,
				page,
				...rest
			}): Work => {
				const coAuthors = isForeign ? foreignCo : co;
				const names = position ? ['Ada Lovelace', ...coAuthors] : [...coAuthors, 'Ada Lovelace'];
				const item = {
					...(isForeign
						? { title: rest.foreignTitle, 'container-title': 'Harvard Annals' }
						: { title, 'container-title': container }),
					type,
					year,
					names,
					volume,
					page,
				};
				return {
					item,
					isForeign,
					doi: hasDoi ? `10.1000/Work.${index}` : null,
					arxiv: hasArxiv ? `2101.${String(10000 + index)}` : null,
					hasId: rest.hasId,
					entryType: isForeign ? null : rest.entryType,
					profiles: [
						...(isForeign ? [] : rest.claimedBy),
						...rest.listedBy.filter((name) => !isForeign || name.endsWith('ada')),
					],
					knows: rest.knows,
				};
			},
		);

const universes = fc
	.integer({ min: 1, max: 10 })
	.chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => work(index))));

function sceneOf(works: readonly Work[]): Scene {
	const profiles: Record<string, Listed[]> = {};
	for (const name of [...claimed, ...others]) profiles[name] = [];
	for (const [index, each] of works.entries()) {
		for (const name of each.profiles)
			profiles[name]?.push({ ...listed(each, name), id: `${name.split(' ')[0]}-${index}` });
	}
	const records = Object.fromEntries(
		works.flatMap((each) => (each.doi ? [[each.doi.toLowerCase(), record(each)] as const] : [])),
	);
	return { people: [ada, charles], profiles, records };
}

/** A work as a profile describes it: summaries of ORCID have no names. */
function listed({ item, doi, arxiv, knows }: Work, profile: string): Listed {
	const { names, page, volume, 'container-title': container, ...rest } = item;
	const hasNames = knows.names && !profile.startsWith('orcid');
	return {
		...rest,
		...(hasNames || profile.startsWith('dblp') ? { names: names as string[] } : {}),
		...(knows.pages ? { page, volume } : {}),
		...(knows.container ? { 'container-title': container } : {}),
		...(knows.doi && doi ? { DOI: doi.toLowerCase() } : {}),
		...(arxiv ? { eprint: arxiv } : {}),
	} as Listed;
}

function record({ item, doi, hasId, isForeign }: Work): object {
	const { author, ...rest } = csl(item) as { author: { family: string }[] };
	const id = isForeign ? '0000-0001-5109-3700' : orcid;
	return {
		...rest,
		DOI: doi,
		author: author.map((name) =>
			hasId && name.family === 'Lovelace' ? { ...name, ORCID: `http://orcid.org/${id}` } : name,
		),
	};
}

const libraries = fc.constantFrom(
	'',
	'% My papers\n\n@string{sm = {Scientific Memoirs}}\n\n@article{old,\n  author  = "Ada Lovelace and Charles Babbage",\n  title   = "An Old Work",\n  journal = sm,\n  year    = 1839\n}\n',
	'@Article{Old1839, author = {Lovelace, A.}, title = {An Old Work}, journaltitle = {Memoirs}, date = {1839-02}, }\r\n\r\nwords between entries\r\n@comment{kept}\r\n',
);

/** A library with the works that it has, as people write them: with other names, and rarely with identifiers. */
function libraryOf(works: readonly Work[], rest: string): string {
	const entries = works.map(({ item, entryType, doi, knows }, index) => {
		if (entryType === null) return '';
		const fields = {
			author: (item.names ?? []).map((name) => name.replace(/^(.*) (\S+)$/, '$2, $1')).join(' and '),
			title: item.title.toUpperCase().replace(/[&%]/g, '\\$&'),
			...(entryType === 'article' && { journal: item['container-title'] }),
			...(entryType === 'inproceedings' && { booktitle: item['container-title'] }),
			year: item.year,
			...(knows.doi && doi && { doi }),
		};
		const lines = Object.entries(fields).map(
			([name, value]) => `  ${name} = {${String(value).replace(/(?<!\\)[&%]/g, '\\$&')}}`,
		);
		return `@${entryType}{lib${index},\n${lines.join(',\n')},\n}\n\n`;
	});
	return entries.join('') + rest;
}

/** What the verdicts are, in an order of their own. */
function verdicts(works: Awaited<ReturnType<typeof sync>>['works']): readonly string[] {
	return works.map(({ identity, verdict }) => JSON.stringify([identity, verdict.kind, verdict.why])).sort();
}

describe('a comparison of profiles with a library', () => {
	it('finds nothing new after it wrote what is new', async () => {
		await fc.assert(
			fc.asyncProperty(universes, libraries, fc.boolean(), async (works, rest, takesAll) => {
				const scene = sceneOf(works);
				const library = libraryOf(works, rest);
				const first = await sync({ ...scene, library });
				const takes = takesAll ? ['new', 'unsure'] : ['new'];
				const written = first.write(({ verdict }) => takes.includes(verdict.kind));
				expect(written.stillNew).toEqual([]);
				expect(withoutAdded(written.text, library)).toBe(true);
				const second = await sync({ ...scene, library: written.text });
				expect(second.lines.filter((line) => takes.includes(line.split(' ')[0] ?? ''))).toEqual([]);
			}),
			{ numRuns: 15 },
		);
	});

	it('is never certain about a work of a namesake', async () => {
		await fc.assert(
			fc.asyncProperty(universes, libraries, async (works, rest) => {
				const { works: found } = await sync({ ...sceneOf(works), library: libraryOf(works, rest) });
				const foreignDois = new Set(
					works.flatMap(({ isForeign, doi }) => (isForeign && doi ? [doi.toLowerCase()] : [])),
				);
				const isForeign = ({ listings }: (typeof found)[number]) =>
					listings.every(({ record }) => works[Number(record.id.split('-').at(-1))]?.isForeign);
				expect(
					found.filter((each) => each.verdict.kind === 'new' && isForeign(each)).map(({ verdict }) => verdict.why),
				).toEqual([]);
				expect(
					found.filter(
						({ verdict, draft }) =>
							verdict.kind === 'new' && foreignDois.has(draft.fields.get('doi')?.toLowerCase() ?? ''),
					),
				).toEqual([]);
			}),
			{ numRuns: 25 },
		);
	});

	it('does not depend on the order of the sources and of the works', async () => {
		await fc.assert(
			fc.asyncProperty(universes, libraries, async (works, rest) => {
				const scene = { ...sceneOf(works), library: libraryOf(works, rest) };
				const profiles = Object.fromEntries(
					Object.entries(scene.profiles).map(([name, listed]) => [name, listed.toReversed()]),
				);
				const [one, other] = [await sync(scene), await sync({ ...scene, profiles, sources: sources.toReversed() })];
				expect(verdicts(other.works)).toEqual(verdicts(one.works));
				expect(other.lines).toEqual(one.lines);
			}),
			{ numRuns: 25 },
		);
	});
});

/** True if a text is the library with entries inserted. */
function withoutAdded(text: string, library: string): boolean {
	let at = 0;
	for (const character of text) if (character === library[at]) at++;
	return at >= library.length;
}
