import { describe, expect, it } from 'vitest';
import { alias, person } from '../../people/sample-person.ts';
import { csl, type Listed, type Scene, sync } from './syncing.ts';

const id = '0000-0002-1825-0097';
const ada = person('Ada Lovelace', { orcid: id, profiles: { hal: 'ada', dblp: 'ada', openalex: 'ada' } });
const charles = person('Charles Babbage', { orcid: '0000-0001-5109-3700', role: 'member' });
const wei = person('Wei Wang', { profiles: { openalex: 'wei', dblp: 'wei' } });
const lei = person('Lei Zhang', { role: 'member' });

/** Entries with the authors of each, in BibTeX's syntax. */
function library(...authors: readonly string[]): string {
	return authors
		.map((names, at) => `@article{old${at}, author = {${names}}, title = {Old Work Number ${at}}, year = 1830}`)
		.join('\n');
}

interface Case {
	readonly title: string;
	/** The works of the library, by their authors. */
	readonly entries?: readonly string[];
	readonly people?: Scene['people'];
	/** The profile that lists the work. */
	readonly profile: string;
	readonly names?: readonly string[];
	/** More variables of the work in the profile. */
	readonly listed?: Partial<Listed>;
	/** The authors in the record of the publisher with their iDs; missing if there is no record. */
	readonly record?: readonly (readonly [name: string, orcid?: string])[];
	readonly verdict: 'new' | 'unsure';
	readonly why: string;
}

const nobody = (name = 'Ada Lovelace') => `no iD and no co-author confirms that ${name} wrote it`;

const cases: readonly Case[] = [
	{
		title: 'the iD in the record of the publisher is certain',
		profile: 'openalex ada',
		names: ['Ada Lovelace'],
		record: [['A. Lovelace', id]],
		verdict: 'new',
		why: "the iD of Ada Lovelace is in the publisher's record",
	},
	{
		title: 'the iD is certain also under another name',
		profile: 'orcid ada',
		record: [['Ada King', id]],
		verdict: 'new',
		why: "the iD of Ada Lovelace is in the publisher's record",
	},
	{
		title: 'the iD in the record of a curated profile is certain',
		profile: 'dblp ada',
		names: ['Ada Lovelace'],
		listed: { orcids: [id] },
		verdict: 'new',
		why: 'the iD of Ada Lovelace is in the record of DBLP',
	},
	{
		title: 'OpenAlex has the iD of the profile in each record, which confirms nothing',
		profile: 'openalex ada',
		names: ['Ada Lovelace', 'Grace Hopper'],
		listed: { orcids: [id] },
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'ORCID has the iD of the profile in each record, so the name must be among the authors',
		profile: 'orcid ada',
		names: ['Grace Hopper'],
		listed: { orcids: [id] },
		verdict: 'unsure',
		why: 'Ada Lovelace is not among the authors',
	},
	{
		title: 'another iD at the name belongs to a namesake',
		profile: 'openalex ada',
		names: ['Ada Lovelace', 'Charles Babbage'],
		entries: ['Lovelace, Ada and Babbage, Charles'],
		record: [['Ada Lovelace', '0000-0003-1419-2405'], ['Charles Babbage']],
		verdict: 'unsure',
		why: 'its author Ada Lovelace has another iD, 0000-0003-1419-2405',
	},
	{
		title: 'another iD belongs to a namesake also if the person claimed the work',
		profile: 'orcid ada',
		record: [['A. Lovelace', '0000-0003-1419-2405']],
		verdict: 'unsure',
		why: 'its author A. Lovelace has another iD, 0000-0003-1419-2405',
	},
	{
		title: 'the iD of a co-author is not that of a namesake',
		profile: 'orcid ada',
		record: [['Ada Lovelace'], ['Grace Hopper', '0000-0003-1419-2405']],
		verdict: 'new',
		why: 'the ORCID profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'of two authors with the name, one without an iD may be the person',
		profile: 'orcid ada',
		record: [['A. Lovelace', '0000-0003-1419-2405'], ['Ada Lovelace']],
		verdict: 'new',
		why: 'the ORCID profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'a claimed profile needs the name among the authors',
		profile: 'hal ada',
		names: ['A. A. Lovelace', 'Grace Hopper'],
		verdict: 'new',
		why: 'the HAL profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'an alias counts in its time',
		profile: 'hal ada',
		people: [{ ...ada, aliases: [alias('Ada Byron', null, '1835')] }],
		names: ['Ada Byron'],
		listed: { year: 1833 },
		verdict: 'new',
		why: 'the HAL profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'an alias does not count at another time',
		profile: 'hal ada',
		people: [{ ...ada, aliases: [alias('Ada Byron', null, '1835')] }],
		names: ['Ada Byron'],
		verdict: 'unsure',
		why: 'Ada Lovelace is not among the authors',
	},
	{
		title: 'another given name is another person',
		profile: 'hal ada',
		names: ['Adam Lovelace'],
		verdict: 'unsure',
		why: 'Ada Lovelace is not among the authors, only Adam Lovelace',
	},
	{
		title: 'a name with a typo is not certain, but shown',
		profile: 'hal ada',
		names: ['Grace Hopper', 'Ada Lovelaec'],
		verdict: 'unsure',
		why: 'Ada Lovelace is not among the authors, only Ada Lovelaec',
	},
	{
		title: 'a name with a typo is that of the record',
		profile: 'hal ada',
		names: ['Ada Lovelaec'],
		record: [['Ada Lovelace']],
		verdict: 'new',
		why: 'the HAL profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'another middle initial is another person',
		profile: 'orcid ada',
		people: [{ ...ada, name: 'Ada A. Lovelace' }],
		names: ['Ada B. Lovelace'],
		verdict: 'unsure',
		why: 'Ada A. Lovelace is not among the authors',
	},
	{
		title: 'the editor of the book is not an author of its chapters',
		profile: 'orcid ada',
		names: ['Grace Hopper'],
		listed: { type: 'chapter', editor: [{ family: 'Lovelace', given: 'Ada' }] },
		verdict: 'unsure',
		why: 'Ada Lovelace is not among the authors',
	},
	{
		title: 'the editor of a book is its author',
		profile: 'orcid ada',
		listed: { type: 'book', editor: [{ family: 'Lovelace', given: 'Ada' }] },
		verdict: 'new',
		why: 'the ORCID profile of Ada Lovelace has it, and the name is among the authors',
	},
	{
		title: 'a work without names is not certain',
		profile: 'orcid ada',
		verdict: 'unsure',
		why: 'its authors are unknown',
	},
	{
		title: 'the person may be one of the authors that a record omits',
		profile: 'hal ada',
		names: ['Grace Hopper', 'others'],
		verdict: 'unsure',
		why: 'only its first authors are known',
	},
	{
		title: 'a curated profile alone is not certain',
		profile: 'dblp ada',
		names: ['Ada Lovelace'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'a co-author in the library confirms a work',
		profile: 'openalex ada',
		names: ['Charles Babbage', 'Ada Lovelace', 'Grace Hopper'],
		entries: ['Babbage, Charles and Lovelace, A.'],
		verdict: 'new',
		why: 'its author Charles Babbage is a co-author of Ada Lovelace',
	},
	{
		title: 'several co-authors are counted',
		profile: 'openalex ada',
		names: ['Charles Babbage', 'Ada Lovelace', 'Luigi F. Menabrea'],
		entries: ['Babbage, Charles and Lovelace, A.', 'Lovelace, Ada and Menabrea, Luigi'],
		verdict: 'new',
		why: 'its authors Charles Babbage and 1 more are co-authors of Ada Lovelace',
	},
	{
		title: 'a co-author of another person confirms nothing',
		profile: 'openalex ada',
		names: ['Charles Babbage', 'Ada Lovelace'],
		entries: ['Babbage, Charles and Hopper, Grace', 'Lovelace, Ada'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'a co-author with another given name confirms nothing',
		profile: 'openalex ada',
		names: ['Henry Babbage', 'Ada Lovelace'],
		entries: ['Babbage, Charles and Lovelace, Ada'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'initials of a co-author confirm nothing',
		profile: 'openalex ada',
		names: ['C. Babbage', 'Ada Lovelace'],
		entries: ['Babbage, C. and Lovelace, Ada'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'the person is not a co-author of themselves',
		profile: 'openalex ada',
		names: ['Ada Lovelace', 'A. Lovelace'],
		entries: ['Lovelace, Ada'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'one co-author with a common name confirms nothing',
		profile: 'openalex wei',
		people: [wei],
		names: ['Lei Zhang', 'Wei Wang'],
		entries: ['Zhang, Lei and Wang, Wei'],
		verdict: 'unsure',
		why: nobody('Wei Wang'),
	},
	{
		title: 'two co-authors with common names confirm a work',
		profile: 'openalex wei',
		people: [wei],
		names: ['Lei Zhang', 'Wei Wang', 'John Smith'],
		entries: ['Zhang, Lei and Wang, Wei', 'Smith, John and Wang, Wei'],
		verdict: 'new',
		why: 'its authors Lei Zhang and 1 more are co-authors of Wei Wang',
	},
	{
		title: 'one co-author with a rare name confirms a work among common names',
		profile: 'openalex wei',
		people: [wei],
		names: ['Wei Wang', 'Lei Zhang', 'Augusta Kowalczyk'],
		entries: ['Kowalczyk, Augusta and Wang, Wei'],
		verdict: 'new',
		why: 'its author Augusta Kowalczyk is a co-author of Wei Wang',
	},
	{
		title: 'a colleague with a common name confirms nothing',
		profile: 'openalex wei',
		people: [wei, lei],
		names: ['Lei Zhang', 'Wei Wang'],
		verdict: 'unsure',
		why: nobody('Wei Wang'),
	},
	{
		title: 'another declared person confirms a work',
		profile: 'openalex ada',
		people: [ada, charles],
		names: ['Charles Babbage', 'Ada Lovelace'],
		verdict: 'new',
		why: 'its author Charles Babbage is one of your people',
	},
	{
		title: 'the initials of another declared person confirm nothing',
		profile: 'openalex ada',
		people: [ada, charles],
		names: ['C. Babbage', 'Ada Lovelace'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'the iD of another declared person confirms a work',
		profile: 'openalex ada',
		people: [ada, charles],
		names: ['C. Babbage', 'Ada Lovelace'],
		record: [['C. Babbage', '0000-0001-5109-3700'], ['Ada Lovelace']],
		verdict: 'new',
		why: "the iD of Charles Babbage is in the publisher's record",
	},
	{
		title: 'among a hundred authors, one is not enough',
		profile: 'openalex ada',
		names: ['Ada Lovelace', 'Charles Babbage', ...Array.from({ length: 98 }, (_, at) => `Given Author${at}`)],
		entries: ['Babbage, Charles and Lovelace, Ada'],
		verdict: 'unsure',
		why: nobody(),
	},
	{
		title: 'two people with one name do not hide each other',
		profile: 'orcid ada',
		people: [ada, person('Ada Lovelace', { id: 'other' })],
		names: ['Ada Lovelace'],
		verdict: 'new',
		why: 'the ORCID profile of Ada Lovelace has it, and the name is among the authors',
	},
];

describe('how sure a new work is', () => {
	it.each(cases)('$title', async ({ people = [ada], profile, names, listed, record, entries = [], verdict, why }) => {
		const work = {
			title: 'A New Work on Engines',
			year: 1840,
			...(names && { names }),
			...(record && { DOI: '10.1000/new' }),
			...listed,
		};
		const author = record?.map(([name, orcid]) => {
			const [, given = '', family = name] = /^(.*) (\S+)$/.exec(name) ?? [];
			return { given, family, ...(orcid && { ORCID: `https://orcid.org/${orcid}` }) };
		});
		const { lines } = await sync({
			people,
			library: library(...entries),
			profiles: { [profile.replace('orcid ada', `orcid ${id}`)]: [work] },
			records: author
				? { '10.1000/new': { ...csl({ title: work.title, year: 1840 }), author, DOI: '10.1000/new' } }
				: {},
		});
		expect(lines).toEqual([`${verdict} A New Work on Engines: ${why}`]);
	});

	it('is confirmed by the co-authors of other new works, in any order', async () => {
		const works = [
			{ title: 'Third Work on Looms', names: ['Luigi Menabrea', 'Ada Lovelace', 'Augusta Kowalczyk'], year: 1841 },
			{ title: 'Second Work on Engines', names: ['Charles Babbage', 'Luigi Menabrea', 'Ada Lovelace'], year: 1842 },
			{ title: 'First Work on Flutes', names: ['Augusta Kowalczyk', 'Ada Lovelace'], year: 1843 },
			{ title: 'A Work of a Namesake', names: ['Grace Hopper', 'Ada Lovelace'], year: 1844 },
		];
		const { lines } = await sync({
			people: [ada],
			library: library('Babbage, Charles and Lovelace, Ada'),
			profiles: { 'openalex ada': works },
		});
		expect(lines).toEqual([
			'new First Work on Flutes: its author Augusta Kowalczyk is a co-author of Ada Lovelace',
			'new Second Work on Engines: its author Charles Babbage is a co-author of Ada Lovelace',
			'new Third Work on Looms: its author Luigi Menabrea is a co-author of Ada Lovelace',
			`unsure A Work of a Namesake: ${nobody()}`,
		]);
	});

	it('is that of the person about whom most is known', async () => {
		const work = { title: 'A Joint Work on Engines', names: ['Charles Babbage', 'Ada Lovelace'], DOI: '10.1000/joint' };
		const { works, lines, asked } = await sync({
			people: [ada, charles],
			profiles: { 'openalex ada': [work], [`orcid ${charles.orcid}`]: [{ ...work, names: [] }] },
			records: { '10.1000/joint': csl(work) },
		});
		expect(works.map(({ people }) => people.map(({ name }) => name))).toEqual([['Ada Lovelace', 'Charles Babbage']]);
		expect(lines.map((line) => line.split(' ')[0])).toEqual(['new']);
		expect(asked).toEqual(['10.1000/joint']);
	});
});
