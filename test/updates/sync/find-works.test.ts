import { describe, expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { csl, type Listed, type Scene, sync } from './syncing.ts';

const orcid = '0000-0002-1825-0097';
const ada = person('Ada Lovelace', { orcid, profiles: { hal: 'ada', openalex: 'ada' } });
const engine: Listed = {
	title: 'Notes on the Analytical Engine',
	year: 1843,
	names: ['Ada Lovelace'],
	'container-title': 'Scientific Memoirs',
};
const certain = 'the HAL profile of Ada Lovelace has it, and the name is among the authors';

function scene(works: readonly Listed[], more: Partial<Scene> = {}): Scene {
	return { people: [ada], profiles: { 'hal ada': works, 'openalex ada': [], [`orcid ${orcid}`]: [] }, ...more };
}

describe('the profiles', () => {
	it('are read with their counts, and one that fails does not stop the others', async () => {
		const { lines, messages, profiles } = await sync({
			people: [ada, person('Charles Babbage', { profiles: { dblp: 'not an id' } })],
			profiles: { 'hal ada': [engine, { ...engine, title: 'Another Work' }], [`orcid ${orcid}`]: [] },
		});
		expect(profiles).toEqual([
			`Ada Lovelace ORCID ${orcid}: 0`,
			'Ada Lovelace HAL ada: 2',
			'Ada Lovelace OpenAlex ada: null',
			'Charles Babbage DBLP not an id: null',
		]);
		expect(messages).toEqual([
			'warning: Unknown OpenAlex id ada: not found at openalex.example.org',
			'warning: Invalid DBLP id "not an id" of Charles Babbage',
		]);
		expect(lines.length).toBe(2);
	});

	it('are those of the selected people only', async () => {
		const charles = person('Charles Babbage', { profiles: { hal: 'charles' } });
		const { profiles } = await sync({ people: [ada, charles], selected: [charles], profiles: { 'hal charles': [] } });
		expect(profiles).toEqual(['Charles Babbage HAL charles: 0']);
	});
});

describe('two new works', () => {
	it('that may be one are not both certain', async () => {
		const title = 'Notes on the Analytical Engine: With a Study of Its Numbers and Their Use in Weaving';
		const { lines } = await sync(scene([{ ...engine, title, DOI: '10.1000/notes' }, engine]));
		expect(lines).toEqual([
			`new ${title}: ${certain}`,
			'unsure Notes on the Analytical Engine: another new work has the first author and most of the title',
		]);
	});

	it('of one series are both certain', async () => {
		const parts = ['On Bernoulli Numbers, Part I', 'On Bernoulli Numbers, Part II'];
		const { lines } = await sync(scene(parts.map((title) => ({ ...engine, title }))));
		expect(lines).toEqual(parts.map((title) => `new ${title}: ${certain}`));
	});
});

describe('a name that a service does not split', () => {
	it('is written with the family name that the library has', async () => {
		const library =
			'@article{a,\n  author = {Ruiz Soto, Ana and Jon Byron, S.},\n  title = {Looms},\n  year = {1842},\n}\n';
		const names = ['Ada Lovelace', 'Ana Ruiz Soto', 'Bo Ruiz Soto', 'S. Jon Byron'];
		const { write } = await sync(scene([{ ...engine, names }], { library }));
		expect(write().text).toContain('{Lovelace, Ada and Ruiz Soto, Ana and Soto, Bo Ruiz and Byron, S. Jon}');
	});
});

describe('the records of one work', () => {
	it('are joined by identifiers and by title and names, and its record is asked for once', async () => {
		const { works, lines, asked, write } = await sync({
			people: [ada],
			profiles: {
				[`orcid ${orcid}`]: [{ title: 'Notes on the analytical engine', year: 1843, DOI: '10.1000/NOTES' }],
				'hal ada': [engine],
				'openalex ada': [{ ...engine, title: 'Notes', DOI: '10.1000/notes', page: '666-731', PMID: '123' }],
			},
			records: { '10.1000/notes': csl({ ...engine, DOI: '10.1000/notes', volume: '3' }) },
		});
		expect(lines).toEqual([
			'new Notes on the Analytical Engine: the HAL profile of Ada Lovelace has it, and the name is among the authors',
		]);
		expect(works[0]?.listings.map(({ source }) => source.label)).toEqual(['HAL', 'OpenAlex', 'ORCID']);
		expect(works[0]?.identity).toEqual({
			doi: ['10.1000/notes'],
			arxiv: [],
			pmid: ['123'],
			records: ['hal:hal-0', 'openalex:openalex-0', 'orcid:orcid-0'],
			title: 'Notes on the Analytical Engine',
			year: 1843,
		});
		expect(asked).toEqual(['10.1000/notes']);
		expect(Object.fromEntries(works[0]?.draft.fields ?? [])).toMatchObject({
			volume: '3',
			pages: '666--731',
			pmid: '123',
		});
		expect(write().stillNew).toEqual([]);
	});

	it('of two people are one work', async () => {
		const charles = person('Charles Babbage', { profiles: { hal: 'charles' } });
		const work = { ...engine, names: ['Ada Lovelace', 'Charles Babbage'], DOI: '10.1000/notes' };
		const { works, asked } = await sync({
			people: [ada, charles],
			profiles: { 'hal ada': [work], 'hal charles': [work] },
			records: { '10.1000/notes': csl(work) },
		});
		expect(works.map(({ people }) => people.map(({ name }) => name))).toEqual([['Ada Lovelace', 'Charles Babbage']]);
		expect(asked).toEqual(['10.1000/notes']);
	});

	it('never replace what the publisher says', async () => {
		const { works } = await sync(
			scene(
				[{ ...engine, title: 'NOTES ON THE ENGINE', DOI: '10.1000/notes', page: '1', volume: '99', ISSN: '1234-5679' }],
				{
					records: { '10.1000/notes': csl({ ...engine, DOI: '10.1000/notes', page: '666-731' }) },
				},
			),
		);
		expect(Object.fromEntries(works[0]?.draft.fields ?? [])).toMatchObject({
			title: engine.title,
			pages: '666--731',
			volume: '99',
		});
	});

	it('are the books of chapters only in name', async () => {
		const chapter = { ...engine, type: 'chapter', 'container-title': 'Engines', DOI: '10.1000/book' };
		const { works } = await sync(
			scene([chapter], {
				records: {
					'10.1000/book': csl({ type: 'book', title: 'Engines', names: ['Grace Hopper'], DOI: '10.1000/book' }),
				},
			}),
		);
		expect(works.map(({ draft }) => [draft.type, draft.fields.get('title')])).toEqual([['incollection', engine.title]]);
	});
});

describe('requests', () => {
	it('are not made for works that are present or ignored, for notices, and for works of other people', async () => {
		const ignored = {
			people: [],
			reason: 'not mine',
			doi: [],
			arxiv: [],
			pmid: [],
			records: ['hal:b'],
			title: '',
			year: null,
		};
		const { lines, asked } = await sync(
			scene(
				[
					{ ...engine, DOI: '10.1000/a' },
					{ id: 'b', title: 'An Ignored Work', names: ['Ada Lovelace'], DOI: '10.1000/b' },
					{ title: 'Erratum to: Notes', names: ['Ada Lovelace'], DOI: '10.1000/c' },
					{ title: 'A Work of Grace', names: ['Grace Hopper'], DOI: '10.1000/d' },
				],
				{ library: '@misc{x, doi = {10.1000/A}}', ignored: [ignored] },
			),
		);
		expect(lines).toEqual([
			'unsure A Work of Grace: Ada Lovelace is not among the authors',
			'notice Erratum to: Notes: an erratum',
			'ignored An Ignored Work: not mine',
			'present Notes on the Analytical Engine: the DOI 10.1000/a',
		]);
		expect(asked).toEqual([]);
	});

	it('for a DOI that does not exist leave the work to the profile', async () => {
		const { lines, messages } = await sync(scene([{ ...engine, DOI: '10.1000/gone' }]));
		expect(lines).toEqual([`new ${engine.title}: ${certain}`]);
		expect(messages).toEqual([
			'info: Unknown DOI 10.1000/gone: not found at doi.example.org, crossref.example.org, datacite.example.org',
		]);
	});

	it('that fail leave the works for another day, and are reported once', async () => {
		const works = ['a', 'b', 'c'].map((id) => ({ ...engine, title: `Work ${id} on Engines`, DOI: `10.1000/${id}` }));
		const records = { '10.1000/a': 'down', '10.1000/b': 'down', '10.1000/c': csl(works[2] as Listed) } as const;
		const { lines, messages } = await sync(scene(works, { records }));
		expect(lines).toEqual([
			`new Work c on Engines: ${certain}`,
			'unsure Work a on Engines: its record is not available now',
			'unsure Work b on Engines: its record is not available now',
		]);
		expect(messages.length).toBe(1);
		expect(messages[0]).toMatch(/^warning: Cannot look up DOI 10\.1000\/a: .* \(and 1 more\)$/);
	});

	it('ask arXiv and PubMed for works without a DOI', async () => {
		const { asked } = await sync(
			scene([
				{ ...engine, type: 'article', 'container-title': undefined, eprint: '2101.00001' },
				{ ...engine, title: 'A Work on Medicine', PMID: '123' },
				{ ...engine, title: 'A Work with Names', eprint: '2101.00002' },
			]),
		);
		expect(asked).toEqual(['123', '2101.00001']);
	});
});

describe('the details of a profile', () => {
	const summaries = [
		{ id: '1', title: 'A Work with a DOI', year: 1840, DOI: '10.1000/a' },
		{ id: '2', title: 'A Work without a DOI', year: 1841 },
		{ id: '3', title: 'An Old Work', year: 1842 },
		{ id: '4', title: 'A Work that is Nowhere', year: 1843 },
	];
	const library = '@misc{old, title = {An Old Work}, year = 1842}';

	it('have the names of works without a record, and are asked for in one request', async () => {
		const { lines } = await sync({
			people: [person('Ada Lovelace', { orcid })],
			library,
			profiles: {
				[`orcid ${orcid}`]: summaries,
				[`orcid ${orcid}/2,4`]: [
					{ id: '2', title: 'A Work without a DOI', names: ['Ada Lovelace'] },
					{ id: '4', title: 'A Work that is Nowhere', names: ['Grace Hopper'] },
				],
			},
			records: {
				'10.1000/a': csl({ title: 'A Work with a DOI', year: 1840, names: ['Ada Lovelace'], DOI: '10.1000/a' }),
			},
		});
		expect(lines.map((line) => line.replace(/: .*/, ''))).toEqual([
			'new A Work without a DOI',
			'new A Work with a DOI',
			'unsure A Work that is Nowhere',
			'present An Old Work',
		]);
	});

	it('that are not available leave the works to the user', async () => {
		const { lines, messages } = await sync({
			people: [person('Ada Lovelace', { orcid })],
			profiles: { [`orcid ${orcid}`]: summaries.slice(1, 2) },
		});
		expect(lines).toEqual(['unsure A Work without a DOI: its authors are unknown']);
		expect(messages.map((message) => message.split(':')[0])).toEqual(['warning']);
	});
});

it('shows new works first, each kind from the newest', async () => {
	const works = [
		{ ...engine, title: 'Undated Work', year: undefined },
		{ ...engine, title: 'Old Work', year: 1840 },
		{ ...engine, title: 'Work of Grace', year: 1850, names: ['Grace Hopper'] },
		{ ...engine, title: 'B New Work', year: 1845 },
		{ ...engine, title: 'A New Work', year: 1845 },
		{ ...engine },
	];
	const { works: found } = await sync(
		scene(works, {
			library:
				'@article{x, title = {Notes on the Analytical Engine}, author = {Lovelace, Ada}, journal = {Scientific Memoirs}, year = 1843}',
		}),
	);
	expect(found.map(({ identity: { title } }) => title)).toEqual([
		'A New Work',
		'B New Work',
		'Old Work',
		'Undated Work',
		'Work of Grace',
		'Notes on the Analytical Engine',
	]);
});

describe('the time in which a person is a member', () => {
	const member = person('Ada Lovelace', { profiles: { hal: 'ada' }, role: 'member', from: '1840', to: '1843' });
	const years = [1839, 1840, 1843, 1844, 1845].map((year) => ({ ...engine, title: `Notes of ${year}`, year }));
	const late = { ...engine, title: 'Notes of 1845', year: 1845, names: ['Ada Lovelace', 'Charles Babbage'] };

	it('has the works to add; those of the year after it need a decision, and others are not proposed', async () => {
		const { lines } = await sync({ people: [member], profiles: { 'hal ada': years } });
		expect(lines).toEqual([
			`new Notes of 1843: ${certain}`,
			`new Notes of 1840: ${certain}`,
			'unsure Notes of 1844: Ada Lovelace was not a member in 1844',
			'outside Notes of 1845: Ada Lovelace was not a member in 1845',
			'outside Notes of 1839: Ada Lovelace was not a member in 1839',
		]);
	});

	it('does not matter if another author is a member', async () => {
		const charles = person('Charles Babbage', { profiles: { hal: 'charles' } });
		const { lines } = await sync({
			people: [member, charles],
			profiles: { 'hal ada': [late], 'hal charles': [late] },
		});
		expect(lines).toEqual([expect.stringMatching(/^new Notes of 1845: /)]);
	});

	it('is always for people who never were members, whose profiles are only read on request', async () => {
		const collaborator = person('Ada Lovelace', { profiles: { hal: 'ada' }, role: 'collaborator', to: '1843' });
		const { lines } = await sync({ people: [collaborator], profiles: { 'hal ada': [late] } });
		expect(lines).toEqual([expect.stringMatching(/^new Notes of 1845: /)]);
	});
});
