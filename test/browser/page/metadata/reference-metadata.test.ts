import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../src/browser/page/data/csl-json.ts';
import { coinsOf } from '../../../../src/browser/page/metadata/coins.ts';
import { listJson, type SchemaTypes, workJson } from '../../../../src/browser/page/metadata/json-ld.ts';
import { fixture, listOf, person, rendered } from '../../../render/library.ts';
import { readData } from '../../../render/page-data.ts';

/** What the script of a page reads. */
interface Data {
	readonly schemaTypes: SchemaTypes;
	readonly works: Readonly<Record<string, { readonly csl: CslItem }>>;
}

/** The data of the page of a library. */
function dataOf(bib: string, people: Parameters<typeof listOf>[2] = []): Data {
	const page = rendered(listOf(bib, {}, people), 'html-page') ?? '';
	const [, base64 = ''] = /class="bibfolio-data" value="([^"]*)"/.exec(page) ?? [];
	return readData(base64) as Data;
}

/** The COinS of the only work of a library, as pairs. */
function pairs(bib: string): readonly (readonly [key: string, value: string])[] {
	const [{ csl } = expect.fail('no work')] = Object.values(dataOf(bib).works);
	return [...new URLSearchParams(coinsOf(csl))];
}

function values(bib: string, key: string): readonly string[] {
	return pairs(bib).flatMap(([name, value]) => (name === key ? value : []));
}

/** The schema.org data of the only work of a library. */
function schemaOf(bib: string, people: Parameters<typeof listOf>[2] = []): Readonly<Record<string, unknown>> {
	const { works, schemaTypes } = dataOf(bib, people);
	const [[id, { csl }] = expect.fail('no work')] = Object.entries(works);
	return JSON.parse(workJson(csl, `https://list.example/#${id}`, schemaTypes));
}

describe('COinS', () => {
	it('describe every type of entry', async () => {
		const { works } = dataOf(fixture('every-type.bib'));
		const lines = Object.entries(works).map(([id, { csl }]) => {
			const words = [...new URLSearchParams(coinsOf(csl))].slice(1).map(([key, value]) => `  ${key}=${value}`);
			return [id, ...words].join('\n');
		});
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/every-type.coins.txt');
	});

	it.each([
		['author={Ludwig van Beethoven}', ['van Beethoven, Ludwig']],
		["author={Garc{\\'\\i}a M{\\'a}rquez, Gabriel}", ['García Márquez, Gabriel']],
		['author={King, Jr., Martin Luther}', ['King, Martin Luther, Jr.']],
		['author={Noether, Emmy and Artin, Emil}', ['Noether, Emmy', 'Artin, Emil']],
		['editor={Noether, Emmy}', ['Noether, Emmy']],
		['author={Plato}', ['Plato']],
	])('write the family name first: %s', (field, expected) => {
		expect(values(`@article{a, title={T}, journal={J}, ${field}}`, 'rft.au')).toEqual(expected);
	});

	it('mark organizations, so that their names are not split', () => {
		const entry = '@article{a, title={T}, journal={J}, author={{World Health Organization} and Curie, Marie}}';
		expect(values(entry, 'rft.aucorp')).toEqual(['World Health Organization']);
		expect(values(entry, 'rft.au')).toEqual(['Curie, Marie']);
		expect(values(entry.replace('@article', '@dataset'), 'rft.creator')).toEqual([
			'World Health Organization',
			'Curie, Marie',
		]);
	});

	it.each([
		['date={2021-12-03}', ['2021-12-03']],
		['date={2021-12}', ['2021-12']],
		['date={2019/2021}', ['2019']],
		['date={/2021-05}', ['2021-05']],
		['date={0044}', ['0044']],
		['date={-0044}', []],
		['year={in press}', []],
		['date={2021-22}', ['2021']],
	])('have the start of a date: %s', (field, expected) => {
		expect(values(`@book{a, title={T}, ${field}}`, 'rft.date')).toEqual(expected);
	});

	it.each([
		['pages={1--9}', 'rft.pages', ['1-9']],
		['pages={1–9}', 'rft.pages', ['1-9']],
		['eid={061102}', 'rft.pages', ['061102']],
		['doi={https://doi.org/10.1000/a\\_b}', 'rft_id', ['info:doi/10.1000/a_b', 'https://doi.org/10.1000/a_b']],
		['doi={10.1000/x}, url={https://a.example/x}', 'rft_id', ['info:doi/10.1000/x', 'https://a.example/x']],
		['eprint={2206.03208}, eprinttype={arxiv}', 'rft_id', ['https://arxiv.org/abs/2206.03208']],
		['issn={0003-486X and 1234-5679}', 'rft.issn', ['0003-486X']],
	])('identify the work: %s', (field, key, expected) => {
		expect(values(`@article{a, title={T}, journal={J}, year=2000, ${field}}`, key)).toEqual(expected);
	});

	it('keep any character of a title when percent-encoded', () => {
		const title = `<b>"Tom's" & C++ = 100 % # ; ü 😀</b>`;
		const coins = coinsOf({ id: 'a', type: 'book', title });
		expect(coins).toMatch(/^[\w.*+%&=-]+$/);
		expect(new URLSearchParams(coins).get('rft.btitle')).toBe(title);
	});
});

describe('schema.org data of a list', () => {
	it('describe every type of entry', async () => {
		const { works, schemaTypes } = dataOf(fixture('every-type.bib'));
		const json = Object.entries(works).map(([id, { csl }]) => workJson(csl, `#${id}`, schemaTypes));
		await expect(`${json.join('\n')}\n`).toMatchFileSnapshot('expected/every-type.jsonl');
	});

	it('name people in full, with their ORCID iDs', () => {
		const people = [person('Noether, Emmy', { orcid: '0000-0002-1825-0097' })];
		const entry =
			'@article{a, title={T}, journal={J}, author={Noether, Emmy and King, Jr., Martin Luther and {ACM} and 王, 明}}';
		expect(schemaOf(entry, people)['author']).toEqual([
			{ '@type': 'Person', name: 'Emmy Noether', '@id': 'https://orcid.org/0000-0002-1825-0097' },
			{ '@type': 'Person', name: 'Martin Luther King, Jr.' },
			{ '@type': 'Organization', name: 'ACM' },
			{ '@type': 'Person', name: '王明' },
		]);
	});

	it('link to the same work elsewhere', () => {
		const entry =
			'@article{a, title={T}, journal={J}, doi={10.1/a}, pmid={123}, pmcid={PMC456}, url={https://a.example/}}';
		expect(schemaOf(entry)).toMatchObject({
			'@type': 'ScholarlyArticle',
			'@id': 'https://doi.org/10.1/a',
			url: 'https://list.example/#a',
			isPartOf: { '@type': 'Periodical', name: 'J' },
			sameAs: [
				'https://doi.org/10.1/a',
				'https://pubmed.ncbi.nlm.nih.gov/123/',
				'https://pmc.ncbi.nlm.nih.gov/articles/PMC456/',
				'https://a.example/',
			],
		});
	});

	it('are JSON that nothing in a library can end, with the works in order', () => {
		const title = fc.string({
			unit: fc.constantFrom('<', '/', 'script>', '"', '\\', '\u2028', '\ud800', '😀', '{', '-->'),
		});
		fc.assert(
			fc.property(fc.array(title, { maxLength: 5 }), (titles) => {
				const works = titles.map((title, index) =>
					workJson({ id: `${index}`, type: 'constructor', title }, `#${index}`, {}),
				);
				const json = listJson(works, { address: 'https://list.example/', title: '</script>', language: 'en' });
				expect(json).not.toContain('<');
				const { mainEntity } = JSON.parse(json);
				expect(mainEntity.numberOfItems).toBe(titles.length);
				expect(mainEntity.itemListElement.map(({ item }: { item: { name: string } }) => item.name)).toEqual(titles);
			}),
		);
	});
});

it('the data of a page contain no controls and no lone surrogates', () => {
	const { works } = dataOf('@article{a, title={A\ud800B\u202eC\u0007}, journal={J}, year=2000}');
	expect(works['a']?.csl['title']).toBe('A\ufffdBC');
});
