import { describe, expect, it } from 'vitest';
import { safeJson } from '../../../src/render/documents/safe-json.ts';
import { hostileEntries, hostileTitles } from '../../engines/hostile.ts';
import { fixture, listOf, person, rendered } from '../library.ts';

type Work = Readonly<Record<string, unknown>>;
interface Data {
	readonly version: number;
	readonly count: number;
	readonly sections: readonly { readonly id: string; readonly title: string; readonly count: number }[];
	readonly works: readonly Work[];
}

function data(bib: string, context = {}): Data {
	return JSON.parse(rendered(listOf(bib, {}, [person('Lovelace, Ada')]), 'json', {}, context) ?? '');
}

const one = `@inproceedings{a1, author={King, Jr., Martin Luther and de la Vallée, Ada and Lovelace, Ada and {ACM}},
	title={On {DNA} & $x^2$}, booktitle={Proc. of \\emph{X}}, date={2021-12-13}, doi={10.1/a}, pdf={a.pdf},
	keywords={b, c}, award={Best}, abstract={Some}, file={/home/me/a.pdf}, review={Bad}, selected={true}}`;

describe('publications.json', () => {
	it('contains every work with the values that templates need', () => {
		const [work] = data(one, { privateFields: ['file', 'review'] }).works;
		expect(work).toMatchObject({
			key: 'a1',
			id: 'bibfolio-publications-a1',
			section: 'bibfolio-publications-conference',
			number: 1,
			title: 'On DNA & x²',
			year: '2021',
			date: '2021-12-13',
			dateText: 'December 13, 2021',
			type: 'paper-conference',
			entryType: 'inproceedings',
			status: null,
			identifiers: { doi: '10.1/a', arxiv: null },
			awards: ['Best'],
			abstract: 'Some',
			keywords: ['b', 'c'],
			selected: true,
			venue: { kind: 'conference', container: 'Proc. of X' },
			csl: { id: 'a1', DOI: '10.1/a' },
		});
		expect(work?.['authors']).toEqual([
			{ name: 'Martin Luther King, Jr.', family: 'King', given: 'Martin Luther', orcid: null, url: null, marks: [] },
			{ name: 'Ada de la Vallée', family: 'Vallée', given: 'Ada', orcid: null, url: null, marks: [] },
			{ name: 'Ada Lovelace', family: 'Lovelace', given: 'Ada', orcid: null, url: null, marks: ['owner'] },
			{ name: 'ACM', family: 'ACM', given: null, orcid: null, url: null, marks: [] },
		]);
		expect(work?.['links']).toEqual(expect.arrayContaining([{ kind: 'pdf', label: 'PDF', url: 'a.pdf' }]));
	});

	it.each([
		['', 'no works'],
		[one, 'one'],
		[fixture('kinds.bib'), 'many'],
	])('is one text of JSON, indented by tabs (%#)', (bib) => {
		const text = rendered(listOf(bib), 'json') ?? '';
		expect(text).toBe(`${safeJson(JSON.parse(text), '\t')}\n`);
	});

	it('has the same keys for every work', () => {
		const made = data(fixture('kinds.bib'));
		const keys = made.works.map((work) => Object.keys(work).join());
		expect(new Set(keys).size).toBe(1);
		expect(made.count).toBe(made.works.length);
		const bySection = made.sections.map(({ id }) => made.works.filter(({ section }) => section === id).length);
		expect(bySection).toEqual(made.sections.map(({ count }) => count));
		expect(made.version).toBe(1);
	});

	it('omits private fields', () => {
		const text = JSON.stringify(data(one, { privateFields: ['file', 'review'] }));
		expect(text).not.toMatch(/home|Bad/);
	});

	it('is safe in a script, and has no controls of text direction', () => {
		const bib = `${hostileTitles()}\n${hostileEntries()}\n@misc{u, title={a\u2028b\u2029</script>c \u202ed}}`;
		const text = rendered(listOf(bib), 'json') ?? '';
		expect(text).not.toMatch(/[<\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
		expect(JSON.parse(text).works.at(-1).title).toMatch(/^a\sb\s<\/script>c d$/);
	});
});
