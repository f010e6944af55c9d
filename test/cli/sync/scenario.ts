import { readFileSync } from 'node:fs';
import { folderWith } from '../../folder.ts';
import { type Behaviour, pages, text } from '../../sources/behaviours.mjs';
import { type Route, type SourceServer, sourceServer } from '../../sources/server.ts';

/** A work of `scenario/works.json`, in the profiles of one person. */
interface ListedWork {
	readonly title: string;
	/** 'Family, Given'. */
	readonly authors: readonly string[];
	readonly year: number;
	readonly kind: 'article' | 'inproceedings' | 'preprint' | 'thesis' | 'dataset';
	readonly venue: string;
	readonly volume?: string;
	readonly number?: string;
	readonly pages?: string;
	readonly doi?: string;
	readonly arxiv?: string;
	/** The arXiv id of the preprint of a work. */
	readonly preprint?: string;
	readonly sources: readonly string[];
	/** The verdict of sync. */
	readonly expected: string;
}

const read = (path: string): string => readFileSync(new URL(`scenario/${path}`, import.meta.url), 'utf8');

/** 38 works in the profiles of Clara Lindqvist, three of them by a homonym. */
export const listedWorks: readonly ListedWork[] = JSON.parse(read('works.json'));

/** A library of 30 works. */
export const library: string = read('papers.bib');

const orcid = '0000-0002-1825-0097';

/** The configuration, in which all services are at one address. */
export function configuration(url: string, more = ''): string {
	return `library: papers.bib
people:
  - name: Lindqvist, Clara
    orcid: ${orcid}
    dblp: 123/4567
    openalex: A5000000001
    arxiv: lindqvist_c_1
lookup:
  orcid: ${url}/v3.0/{}/works
  dblp: ${url}/pid/{}.xml
  openalex: ${url}/works?filter=author.id:{}
  arxiv-author: ${url}/a/{}.atom
  arxiv: ${url}/arxiv/{}
  doi: ${url}/doi/{}
  crossref: ${url}/crossref/{}
  datacite: ${url}/datacite/{}
${more}`;
}

/** The services that know the works, with other routes in place of theirs. */
export function scenarioServer(routes: Readonly<Record<string, Route>> = {}): Promise<SourceServer> {
	return sourceServer({ ...scenarioRoutes(), ...routes });
}

/** A project with the library, whose services are at an address. */
export function scenarioFolder(url: string, more = '', files: Readonly<Record<string, string>> = {}): string {
	return folderWith({ 'papers.bib': library, 'bibfolio.yaml': configuration(url, more), ...files });
}

/** The paths of the four profiles, and of the records of works. */
export const paths = {
	orcid: `/v3.0/${orcid}/works`,
	dblp: '/pid/123/4567.xml',
	openalex: '/works?filter=author.id:A5000000001*',
	arxiv: '/a/lindqvist_c_1.atom',
} as const;

function scenarioRoutes(): Record<string, Route> {
	const within = (name: string) => listedWorks.filter(({ sources }) => sources.includes(name));
	const [firstPage, secondPage] = [within('openalex').slice(0, 20), within('openalex').slice(20)];
	return {
		[paths.orcid]: json(orcidAnswer(within('orcid'))),
		[paths.dblp]: text(dblpAnswer(within('dblp')), { 'content-type': 'application/xml' }),
		[paths.openalex]: pages(
			[json(openAlexAnswer(firstPage, 'IlsxMDAuMF0i')), json(openAlexAnswer(secondPage, null))],
			'cursor',
		),
		[paths.arxiv]: text(arxivAnswer(within('arxiv')), { 'content-type': 'application/atom+xml; charset=UTF-8' }),
		...Object.fromEntries(
			listedWorks.flatMap((work) => [
				...(work.doi ? [[`/doi/${work.doi}`, json(cslItem(work))]] : []),
				...(work.arxiv ? [[`/arxiv/${work.arxiv}`, text(arxivAnswer([work]))]] : []),
			]),
		),
	};
}

function json(value: unknown): Behaviour {
	return text(JSON.stringify(value), { 'content-type': 'application/json' });
}

/** As recorded/orcid/works-2020.json: works in groups, without names. */
function orcidAnswer(works: readonly ListedWork[]): object {
	return {
		'last-modified-date': { value: 1764500000000 },
		group: works.map((work) => {
			const putCode = 1000 + listedWorks.indexOf(work);
			const ids = [
				...(work.doi ? [externalId('doi', work.doi, `https://doi.org/${work.doi}`)] : []),
				...(work.arxiv ? [externalId('arxiv', work.arxiv, `https://arxiv.org/abs/${work.arxiv}`)] : []),
			];
			return {
				'last-modified-date': { value: 1764500000000 },
				'external-ids': { 'external-id': ids },
				'work-summary': [
					{
						'put-code': putCode,
						'created-date': { value: 1764500000000 },
						'last-modified-date': { value: 1764500000000 },
						source: {
							'source-orcid': null,
							'source-client-id': { uri: 'https://orcid.org/client/0000-0001-9884-1913', path: '0000-0001-9884-1913' },
							'source-name': { value: 'Crossref' },
						},
						title: { title: { value: work.title.replace(/<[^>]+>/g, '') }, subtitle: null, 'translated-title': null },
						'external-ids': { 'external-id': ids },
						url: null,
						type: orcidTypes[work.kind],
						'publication-date': { year: { value: String(work.year) }, month: null, day: null },
						'journal-title': work.kind === 'preprint' ? null : { value: work.venue },
						visibility: 'public',
						'display-index': '0',
					},
				],
			};
		}),
		path: `/${orcid}/works`,
	};
}

const orcidTypes = {
	article: 'journal-article',
	inproceedings: 'conference-paper',
	preprint: 'preprint',
	thesis: 'dissertation-thesis',
	dataset: 'data-set',
};

function externalId(type: string, value: string, url: string): object {
	return {
		'external-id-type': type,
		'external-id-value': value,
		'external-id-normalized': { value: value.toLowerCase(), transient: true },
		'external-id-normalized-error': null,
		'external-id-url': { value: url },
		'external-id-relationship': 'self',
	};
}

/** As recorded/dblp/person.xml. */
function dblpAnswer(works: readonly ListedWork[]): string {
	const records = works.map((work) => {
		const element = work.kind === 'inproceedings' ? 'inproceedings' : 'article';
		const index = listedWorks.indexOf(work);
		const venue =
			work.kind === 'preprint'
				? `<journal>CoRR</journal><volume>abs/${work.arxiv}</volume>`
				: element === 'article'
					? `<journal>${escaped(work.venue)}</journal>`
					: `<booktitle>${escaped(work.venue)}</booktitle>`;
		const link = work.doi
			? `<ee>https://doi.org/${work.doi}</ee>`
			: work.arxiv
				? `<ee>https://arxiv.org/abs/${work.arxiv}</ee>`
				: '';
		const values = (['volume', 'number', 'pages'] as const)
			.filter((name) => work[name] && work.kind !== 'preprint')
			.map((name) => `<${name}>${work[name]}</${name}>`);
		return `<r><${element} key="conf/example/Lindqvist${index}"${work.kind === 'preprint' ? ' publtype="informal"' : ''}>
${work.authors.map((name) => `<author>${escaped(spoken(name))}</author>`).join('')}
<title>${escaped(work.title)}.</title><year>${work.year}</year>${venue}${values.join('')}${link}
</${element}></r>`;
	});
	return `<?xml version="1.0"?>
<dblpperson name="Clara Lindqvist" pid="123/4567" n="${works.length}">
<person key="homepages/123/4567"><author pid="123/4567">Clara Lindqvist</author></person>
${records.join('\n')}
</dblpperson>`;
}

/** As recorded/openalex/list-2026.json, without the parts that are not about the work itself. */
function openAlexAnswer(works: readonly ListedWork[], next: string | null): object {
	return {
		meta: { count: 31, db_response_time_ms: 25, page: null, per_page: 100, groups_count: null, next_cursor: next },
		results: works.map((work) => {
			const id = `https://openalex.org/W${4000000000 + listedWorks.indexOf(work)}`;
			const doi = work.doi ? `https://doi.org/${work.doi}` : null;
			const [first, last] = work.pages?.split('-') ?? [];
			const location = {
				is_oa: true,
				landing_page_url: doi,
				pdf_url: null,
				source: {
					id: 'https://openalex.org/S1',
					display_name: work.venue,
					type: work.kind === 'article' ? 'journal' : 'conference',
				},
				version: 'publishedVersion',
				raw_source_name: work.venue,
				raw_type: work.kind === 'article' ? 'journal-article' : 'proceedings-article',
			};
			return {
				id,
				doi,
				title: work.title,
				display_name: work.title,
				publication_year: work.year,
				publication_date: `${work.year}-01-01`,
				ids: { openalex: id, ...(doi && { doi }) },
				language: 'en',
				primary_location: location,
				type: 'article',
				authorships: work.authors.map((name, index) => ({
					author_position: index === 0 ? 'first' : index === work.authors.length - 1 ? 'last' : 'middle',
					author: {
						id: /^Lindqvist/.test(name) ? 'https://openalex.org/A5000000001' : `https://openalex.org/A6${index}`,
						display_name: spoken(name),
						// The service copies the iD of a profile to all of its works.
						orcid: /^Lindqvist/.test(name) ? `https://orcid.org/${orcid}` : null,
					},
					raw_author_name: spoken(name),
				})),
				biblio: {
					volume: work.volume ?? null,
					issue: work.number ?? null,
					first_page: first ?? null,
					last_page: last ?? null,
				},
				is_retracted: false,
				is_paratext: false,
				locations: [location],
			};
		}),
		group_by: [],
	};
}

/** The feed of an author, as recorded/arxiv. */
function arxivAnswer(works: readonly ListedWork[]): string {
	const entries = works.map(
		({ arxiv, title, authors, year }) => `  <entry>
    <id>http://arxiv.org/abs/${arxiv}v1</id>
    <title>${escaped(title)}</title>
    <updated>${year}-03-02T10:00:00Z</updated>
    <published>${year}-03-02T10:00:00Z</published>
    <link href="https://arxiv.org/abs/${arxiv}v1" rel="alternate" type="text/html"/>
    <summary>An abstract.</summary>
${authors.map((name) => `    <author><name>${escaped(spoken(name))}</name></author>`).join('\n')}
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category term="cs.CL"/>
  </entry>`,
	);
	return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/1</id>
  <title>arXiv Query</title>
  <opensearch:totalResults>${works.length}</opensearch:totalResults>
${entries.join('\n')}
</feed>`;
}

/** The record of a publisher, as recorded/doi-csl. */
function cslItem(work: ListedWork): object {
	return {
		type: cslTypes[work.kind],
		DOI: work.doi,
		title: work.title,
		author: work.authors.map((name) => {
			const [family = '', given = ''] = name.split(', ');
			return { given, family, sequence: 'first', affiliation: [] };
		}),
		'container-title': work.kind === 'thesis' ? undefined : work.venue,
		publisher: publishers[work.kind] ?? work.venue,
		issued: { 'date-parts': [[work.year]] },
		volume: work.volume,
		issue: work.number,
		page: work.pages,
		relation: work.preprint
			? { 'has-preprint': [{ 'id-type': 'doi', id: `10.48550/arXiv.${work.preprint}`, 'asserted-by': 'subject' }] }
			: {},
	};
}

const publishers: Readonly<Record<string, string>> = { article: 'Example Press', inproceedings: 'Example Society' };

const cslTypes = {
	article: 'article-journal',
	inproceedings: 'paper-conference',
	preprint: 'article',
	thesis: 'thesis',
	dataset: 'dataset',
};

/** 'Clara Lindqvist' for 'Lindqvist, Clara'. */
function spoken(name: string): string {
	return name.split(', ').toReversed().join(' ');
}

function escaped(value: string): string {
	return value.replaceAll('&', '&amp;').replace(/<(?!\/?su[bp]>)/g, '&lt;');
}
