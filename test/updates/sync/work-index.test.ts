import { describe, expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { csl, type Listed, sync } from './syncing.ts';

const ada = person('Ada Lovelace', { orcid: '0000-0002-1825-0097', profiles: { hal: 'ada' } });

const engine: Listed = {
	title: 'Notes on the Analytical Engine',
	year: 1843,
	names: ['Ada Lovelace', 'Luigi Menabrea'],
	'container-title': 'Scientific Memoirs',
	volume: '3',
	page: '666-731',
};

/** Fields of the entry `notes`, changed or removed (null) by `fields`. */
function entry(fields: Readonly<Record<string, string | null>> = {}, type = 'article', key = 'notes'): string {
	const all = {
		author: 'Lovelace, Ada and Menabrea, Luigi',
		title: 'Notes on the {Analytical Engine}',
		journal: 'Scientific Memoirs',
		year: '1843',
		...fields,
	};
	const written = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
	return `@${type}{${key},\n${written.join(',\n')}\n}\n`;
}

interface Case {
	readonly title: string;
	readonly library: string;
	/** Changes of the listed work; undefined removes a variable. */
	readonly work?: Partial<Listed>;
	/** Changes of the work in the record of the publisher; missing if there is no record. */
	readonly record?: Partial<Listed>;
	readonly verdict: string;
	/** The identifiers that were asked for. */
	readonly asked?: readonly string[];
}

const certain = 'the HAL profile of Ada Lovelace has it, and the name is among the authors';

const cases: readonly Case[] = [
	{
		title: 'the same DOI in another case',
		library: entry({ doi: 'https://doi.org/10.1000/ABC', title: 'A Title that Changed' }),
		work: { DOI: '10.1000/abc' },
		verdict: 'present: the DOI 10.1000/abc',
	},
	{
		title: 'the same arXiv id in another version',
		library: entry({ eprint: '2101.00001v3', title: 'Another' }),
		work: { eprint: '2101.00001v1' },
		verdict: 'present: the arXiv id 2101.00001',
	},
	{
		title: 'the DOI of an arXiv preprint',
		library: entry({ journal: null, eprint: '2101.00001', eprinttype: 'arxiv', title: 'Another' }, 'misc'),
		work: { type: 'article', DOI: '10.48550/arXiv.2101.00001', 'container-title': undefined },
		verdict: 'present: the arXiv id 2101.00001',
	},
	{
		title: 'the same PubMed id',
		library: entry({ pmid: '123', title: 'Another' }),
		work: { PMID: '123' },
		verdict: 'present: the PubMed id 123',
	},
	{ title: 'the same title and first author', library: entry(), verdict: 'present: the title and the first author' },
	{
		title: 'the title in other letters and the year of the print',
		library: entry({ title: 'NOTES ON THE ANALYTICAL ENGINE.', year: '1844' }),
		verdict: 'present: the title and the first author',
	},
	{
		title: 'a hidden entry',
		library: entry({ options: 'skipbib' }),
		verdict: 'present: the title and the first author',
	},
	{
		title: 'an entry with the identifier in @xdata',
		library: `@xdata{ids, doi = {10.1000/abc}}\n${entry({ xdata: 'ids', title: 'Another' })}`,
		work: { DOI: '10.1000/abc' },
		verdict: 'present: the DOI 10.1000/abc',
	},
	{
		title: 'another DOI',
		library: entry({ doi: '10.1000/abc' }),
		work: { DOI: '10.1000/xyz' },
		verdict: 'other-doi: the title and the first author',
	},
	{
		title: 'another DOI, another volume and another year',
		library: entry({ doi: '10.1000/abc', volume: '1', year: '1830' }),
		work: { DOI: '10.1000/xyz' },
		record: { DOI: '10.1000/xyz' },
		verdict: `new: ${certain}`,
		asked: ['10.1000/xyz'],
	},
	{
		title: 'another volume, without a DOI',
		library: entry({ volume: '4' }),
		verdict: 'unsure: notes has the title and the first author, but another volume',
	},
	{
		title: 'a conference paper with the title of an article',
		library: entry({ doi: '10.1000/abc' }),
		work: { type: 'paper-conference', 'container-title': 'Proceedings of Engines', DOI: '10.1000/xyz' },
		record: { type: 'paper-conference', 'container-title': 'Proceedings of Engines', DOI: '10.1000/xyz' },
		verdict: `new: ${certain}`,
		asked: ['10.1000/xyz'],
	},
	{
		title: 'a conference paper that may be an article of the library',
		library: entry(),
		work: { type: 'paper-conference', 'container-title': 'Proceedings of Engines' },
		verdict: 'unsure: notes has the title and the first author, but another entry type',
	},
	{
		title: 'a talk with the title of the paper',
		library: entry(),
		work: { type: 'speech', 'container-title': 'Royal Society', volume: undefined, page: undefined },
		verdict: `new: ${certain}`,
	},
	{
		title: 'a dataset with the title of the paper',
		library: entry(),
		work: { type: 'dataset', DOI: '10.5281/zenodo.1' },
		record: { type: 'dataset', DOI: '10.5281/zenodo.1' },
		verdict: `new: ${certain}`,
		asked: ['10.5281/zenodo.1'],
	},
	{
		title: 'a paper whose slides are in the library with its DOI',
		library: entry({ doi: '10.1000/abc', howpublished: 'Talk', journal: null }, 'talk'),
		work: { DOI: '10.1000/abc' },
		record: { DOI: '10.1000/abc' },
		verdict: `new: ${certain}`,
		asked: ['10.1000/abc'],
	},
	{
		title: 'another chapter with the DOI of the book',
		library: entry(
			{ booktitle: 'Engines', journal: null, doi: '10.1000/book', title: 'Another Chapter' },
			'incollection',
		),
		work: { type: 'chapter', 'container-title': 'Engines', DOI: '10.1000/book' },
		record: { type: 'book', title: 'Engines', DOI: '10.1000/book' },
		verdict: 'unsure: notes has the DOI 10.1000/book, but not the title',
		asked: ['10.1000/book'],
	},
	{
		title: 'an @misc of BibTeX',
		library: entry({ journal: null }, 'misc'),
		work: { type: 'dataset', volume: undefined, page: undefined, 'container-title': undefined },
		verdict: 'present: the title and the first author',
	},
	{
		title: 'a title with a typo',
		library: entry({ title: 'Notes on the Analytcal Engine' }),
		verdict: 'unsure: notes has the first author and most of the title',
	},
	{
		title: 'a title without a short word',
		library: entry({ title: 'Notes on Analytical Engine' }),
		verdict: 'unsure: notes has the first author and most of the title',
	},
	{
		title: 'the second part',
		library: entry({ title: 'Notes on the Analytical Engine, Part {I}' }),
		work: { title: 'Notes on the Analytical Engine, Part II' },
		verdict: `new: ${certain}`,
	},
	{ title: 'the same title of other people', library: entry({ author: 'Hopper, Grace' }), verdict: `new: ${certain}` },
	{
		title: 'the same title with the authors in another order',
		library: entry({ author: 'Menabrea, Luigi and Lovelace, Ada' }),
		verdict: 'unsure: notes has the title and an author',
	},
	{
		title: 'an umlaut in another spelling',
		library: entry({ author: 'Mueller, Augusta and Lovelace, Ada' }),
		work: { names: ['Augusta Müller', 'Ada Lovelace'] },
		verdict: 'present: the title and the authors',
	},
	{
		title: 'a thesis whose degree the service does not know, a year later',
		library: entry({ journal: null, school: 'London' }, 'mastersthesis'),
		work: { type: 'thesis', year: 1844, volume: undefined, page: undefined, 'container-title': undefined },
		verdict: 'present: the title and the first author',
	},
	{
		title: 'a conference paper that the service has as an article in the same proceedings',
		library: entry({ journal: null, booktitle: 'Proceedings of the Meeting on Engines' }, 'inproceedings'),
		work: { 'container-title': 'Meeting on Engines', volume: undefined },
		verdict: 'present: the title and the first author',
	},
	{
		title: 'a conference paper that the service has as an article elsewhere',
		library: entry({ journal: null, booktitle: 'Proceedings of the Meeting on Engines' }, 'inproceedings'),
		verdict: 'unsure: notes has the title and the first author, but another entry type',
	},
	{
		title: 'a manuscript without a year that the service has as another kind of work',
		library: entry({ journal: null, year: null, note: 'Submitted' }, 'unpublished'),
		work: { type: 'document', year: undefined, volume: undefined, page: undefined, 'container-title': undefined },
		verdict: 'unsure: notes has the title and the first author, but another entry type',
	},
	{
		title: 'an ampersand for "and"',
		library: entry({ title: 'Notes on Engines \\& Looms' }),
		work: { title: 'Notes on engines and looms' },
		verdict: 'present: the title and the first author',
	},
	{
		title: 'a title without its subtitle',
		library: entry({ title: 'Notes on the Analytical Engine: With a Study of Its Numbers and Their Use in Weaving' }),
		verdict: 'unsure: notes has the first author and most of the title',
	},
	{
		title: 'a family name of which the service has only the last word',
		library: entry({ author: 'Le Corre, Anne and Lovelace, Ada' }),
		work: { names: ['Anne-Le Corre', 'Ada Lovelace'] },
		verdict: 'present: the title and the authors',
	},
	{
		title: 'an editorial in the same issue',
		library: entry({ title: 'Editorial' }),
		work: { title: 'Editorial', volume: undefined, page: undefined },
		verdict: 'present: the title, the year and the venue',
	},
	{
		title: 'an editorial in another year',
		library: entry({ title: 'Editorial', year: '1842' }),
		work: { title: 'Editorial' },
		verdict: `new: ${certain}`,
	},
	{
		title: 'an editorial in another journal',
		library: entry({ title: 'Editorial', journal: 'Annals' }),
		work: { title: 'Editorial' },
		verdict: `new: ${certain}`,
	},
	{
		title: 'a summary without names, with the title, the year and the journal in short',
		library: entry({ journal: 'Sci. Mem.' }),
		work: { names: undefined, DOI: '10.1000/abc' },
		verdict: 'present: the title and the year',
	},
	{
		title: 'a summary without names in another journal, decided by its record',
		library: entry({ journal: 'Annals' }),
		work: { names: undefined, DOI: '10.1000/abc' },
		record: { DOI: '10.1000/abc' },
		verdict: 'present: the title and the first author',
		asked: ['10.1000/abc'],
	},
	{
		title: 'a summary without names under another DOI, decided by its record',
		library: entry({ doi: '10.1000/abc' }),
		work: { names: undefined, DOI: '10.1000/xyz' },
		record: { DOI: '10.1000/xyz' },
		verdict: 'other-doi: the title and the first author',
		asked: ['10.1000/xyz'],
	},
	{
		title: 'a summary without names, of another year',
		library: entry({ year: '1830' }),
		work: { names: undefined, DOI: '10.1000/abc' },
		record: { DOI: '10.1000/abc' },
		verdict: `new: ${certain}`,
		asked: ['10.1000/abc'],
	},
	{
		title: 'a record with the title of an entry, whose work has another title in the profile',
		library: entry(),
		work: { title: 'Sketch', DOI: '10.1000/abc' },
		record: { DOI: '10.1000/abc' },
		verdict: 'present: the title and the first author',
		asked: ['10.1000/abc'],
	},
	{
		title: 'a DBLP key of an entry that was copied from DBLP',
		library: entry({ title: 'Another', biburl: 'https://dblp.org/rec/journals/x/Lovelace43.bib' }),
		work: { URL: 'https://dblp.org/rec/journals/x/Lovelace43' },
		verdict: 'present: the DBLP key journals/x/lovelace43',
	},
	{
		title: 'the published version of a preprint that the library has with its published version',
		library: `${entry({ journal: null, eprint: '2101.00001', eprinttype: 'arxiv', related: 'published', relatedtype: 'preprintof' }, 'misc')}${entry({ title: 'A Title that Changed' }, 'article', 'published')}`,
		work: { title: 'A Third Title of the Work', eprint: '2101.00001' },
		verdict: 'present: the arXiv id 2101.00001 of its preprint',
	},
	{
		title: 'the preprint of an article with its arXiv id',
		library: entry({ eprint: '2101.00001' }),
		work: { type: 'article', 'container-title': undefined, volume: undefined, page: undefined, eprint: '2101.00001' },
		verdict: 'present: the arXiv id 2101.00001',
	},
];

describe('a work of a profile and the library', () => {
	it.each(cases)('$title', async ({ library, work = {}, record, verdict, asked = [] }) => {
		const listed = { ...engine, ...work };
		const records = record && work['DOI'] ? { [String(work['DOI'])]: csl({ ...engine, ...record }) } : {};
		const result = await sync({ people: [ada], library, profiles: { 'hal ada': [listed] }, records });
		const [found] = result.works;
		expect(`${found?.verdict.kind}: ${found?.verdict.why}`).toBe(verdict);
		expect(result.asked).toEqual(asked);
	});
});
