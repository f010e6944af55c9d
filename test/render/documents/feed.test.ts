import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { type Place, unknownPlace } from '../../../src/render/documents/place.ts';
import { hostileEntries, hostileTitles } from '../../engines/hostile.ts';
import { listOf, person, rendered } from '../library.ts';

const works = `
@article{old, author={Noether, Emmy}, title={Old}, year={1918}, keywords={physics, algebra}}
@article{new, author={{ACM}}, title={New $x<y$ & \\emph{more}}, date={2021-05-03}, url={https://a.org/new}}
@article{month, author={van Beethoven, Ludwig}, title={Month}, date={2020-02}, abstract={Long}}
@article{coming, author={Noether, Emmy}, title={Coming}, pubstate={submitted}}
`;
const place: Place = {
	...unknownPlace,
	url: 'https://lab.example/feed.xml',
	site: 'https://lab.example/',
	page: 'https://lab.example/list.html',
};

function feed(bib: string, options: Record<string, number> = {}, at: Place = place): XmlElement {
	return (
		parseXml(rendered(listOf(bib, {}, [person('Noether, Emmy')]), 'atom', { place: at, options }) ?? '').root ??
		expect.fail('no root')
	);
}

const all = (of: XmlElement, name: string) =>
	of.children.filter((one): one is XmlElement => (one as XmlElement).name === name);
const texts = (of: XmlElement, name: string) => all(of, name).map(({ text }) => text);
const entries = (of: XmlElement, name: string) => all(of, 'entry').flatMap((entry) => texts(entry, name));
const links = (of: XmlElement) => all(of, 'link').map(({ attributes: { rel, href } }) => `${rel} ${href}`);

describe('a feed', () => {
	it('has the newest works first, with their own dates, and omits works without a date', () => {
		const made = feed(works);
		expect(made.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
		expect(entries(made, 'title')).toEqual(['New x<y & more', 'Month', 'Old']);
		const dates = ['2021-05-03T00:00:00Z', '2020-02-01T00:00:00Z', '1918-01-01T00:00:00Z'];
		expect(entries(made, 'updated')).toEqual(dates);
		expect(entries(made, 'published')).toEqual(dates);
		expect(texts(made, 'updated')).toEqual(dates.slice(0, 1));
		expect(texts(made, 'title')).toEqual(['Publications']);
	});

	it('has authors and keywords', () => {
		const [newest, month, old] = all(feed(works), 'entry');
		const names = (entry?: XmlElement) => (entry ? all(entry, 'author').map(({ text }) => text) : []);
		expect([names(newest), names(month), names(old)]).toEqual([['ACM'], ['Ludwig van Beethoven'], ['Emmy Noether']]);
		expect(all(feed(works), 'author').map(({ text }) => text)).toEqual(['Emmy Noether']);
		expect(old && all(old, 'category').map(({ attributes }) => attributes['term'])).toEqual(['physics', 'algebra']);
	});

	it('links to the page and to each work on it; without a page, to the work itself', () => {
		const made = feed(works);
		expect(links(made)).toEqual([`self ${place.url}`, `alternate ${place.page}`]);
		expect(all(made, 'entry').flatMap(links)[0]).toBe('alternate https://lab.example/list.html#new');
		const alone = feed(works, {}, unknownPlace);
		expect(links(alone)).toEqual([]);
		expect(all(alone, 'entry').map(links)).toEqual([['alternate https://a.org/new'], [], []]);
	});

	it('keeps its ids when works are added or titles change, and differs between sites', () => {
		const ids = (bib: string, at = place) => [...texts(feed(bib, {}, at), 'id'), ...entries(feed(bib, {}, at), 'id')];
		const before = ids(works);
		expect(new Set(before).size).toBe(4);
		for (const id of before)
			expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
		const after = ids(`${works.replace('Month', 'Another Month')}@misc{later, title={Later}, year=2022}`);
		expect(after).toEqual([before[0], after[1], ...before.slice(1)]);
		expect(ids(works, { ...place, site: 'https://other.example/' }).filter((id) => before.includes(id))).toEqual([]);
	});

	it('contains at most as many works as its limit', () => {
		expect(entries(feed(works, { limit: 1 }), 'title')).toEqual(['New x<y & more']);
	});

	it('is valid without works', () => {
		expect(texts(feed('@misc{a, title={A}}'), 'updated')).toEqual(['1970-01-01T00:00:00Z']);
	});

	it('is well-formed, and shows markup in a library as text', () => {
		const made = feed(`${hostileTitles()}\n${hostileEntries()}`, { limit: 10_000 });
		expect(all(made, 'entry').length).toBeGreaterThan(100);
		for (const entry of all(made, 'entry')) {
			expect(
				entry.children.every((node) => node.type === 'text' || !/^(script|img|svg)$/.test((node as XmlElement).name)),
			).toBe(true);
			const [content] = all(entry, 'content');
			expect(content?.attributes).toEqual({ type: 'html' });
			expect(content?.text).not.toMatch(/<(?:script|img|svg\/)|="javascript:/i);
		}
		const ids = entries(made, 'id');
		expect(new Set(ids).size).toBe(ids.length);
	});
});
