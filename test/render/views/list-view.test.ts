import { expect, test } from 'vitest';
import { Markup } from '../../../src/formats/format.ts';
import { html } from '../../../src/formats/html/html.ts';
import type { PublicationList } from '../../../src/lists/list.ts';
import type { Environment } from '../../../src/render/engine/environment.ts';
import type { View } from '../../../src/render/engine/look-up.ts';
import { makeEntries } from '../../../src/render/views/entries.ts';
import { listView } from '../../../src/render/views/list-view.ts';
import type { WorkView } from '../../../src/render/views/work-view.ts';
import { fixture, listOf } from '../library.ts';
import { entriesContext, listContext } from '../view-contexts.ts';

const emptyEnvironment: Environment = { format: html, render: () => '' };

function viewOf(list: PublicationList, title: string | null = null) {
	return listView(list, { ...listContext, title, entries: makeEntries(emptyEnvironment, entriesContext) });
}

/** The names of all getters of a view. */
function getters(view: View): string[] {
	const names: string[] = [];
	for (let proto = Object.getPrototypeOf(view); proto !== Object.prototype; proto = Object.getPrototypeOf(proto))
		for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) if (get) names.push(name);
	return names;
}

/** The paths of all undefined values in a value. */
function undefinedIn(value: unknown, path: string, depth = 4): string[] {
	if (value === undefined) return [path];
	if (depth === 0 || typeof value !== 'object' || value === null || value instanceof Markup) return [];
	const names = new Set([...Object.keys(value), ...(path.endsWith('work') ? getters(value as View) : [])]);
	return [...names].flatMap((name) =>
		undefinedIn((value as Record<string, unknown>)[name], `${path}.${name}`, depth - 1),
	);
}

test('no property of the view of a work is undefined', () => {
	const list = listOf(fixture('kinds.bib'));
	const entries = makeEntries(emptyEnvironment, entriesContext);
	for (const item of list.items) {
		const view = entries.work(item);
		expect(getters(view).length).toBeGreaterThan(40);
		for (const name of getters(view))
			expect([item.publication.key, undefinedIn(view[name as keyof WorkView], name)]).toEqual([
				item.publication.key,
				[],
			]);
	}
});

test('no property of the view of a list is undefined', () => {
	expect(undefinedIn(viewOf(listOf(fixture('kinds.bib'))), 'list', 6)).toEqual([]);
	expect(undefinedIn(viewOf(listOf('')), 'list', 6)).toEqual([]);
});

test('a list has a title, a note and a count', () => {
	const list = listOf(fixture('kinds.bib'), { title: { en: 'Papers', de: 'Aufsätze' }, note: 'Selected' });
	expect(viewOf(list)).toMatchObject({ title: 'Papers', pageTitle: 'Papers', note: 'Selected', count: 19 });
	expect(viewOf(listOf('@misc{a}'), 'My Page')).toMatchObject({ title: null, pageTitle: 'My Page', count: 1 });
	expect(viewOf(listOf('@misc{a}'))).toMatchObject({ title: null, pageTitle: 'Publications' });
});

test('a section counts the works of its subsections', () => {
	const view = viewOf(listOf(fixture('kinds.bib'), { groupBy: ['venue', 'year'] }));
	const [journal] = view.sections;
	expect(journal).toMatchObject({ title: 'Journal Articles', depth: 1, level: 2, count: 3, items: [] });
	expect(journal?.sections).toHaveLength(3);
	expect(journal?.sections[0]).toMatchObject({ depth: 2, level: 3, count: 1 });
});

const work = (bib: string) => {
	const list = listOf(bib);
	const [item] = list.items;
	if (!item) throw new Error('no item');
	return makeEntries(emptyEnvironment, entriesContext).work(item);
};

test('a date that states only a status is omitted', () => {
	const view = work('@article{a, title={T}, year={in press}}');
	expect([view.date, view.status]).toEqual([null, { kind: 'in-press', word: 'in press' }]);
});

test('a status in two fields is shown once', () => {
	const view = work('@article{a, title={T}, year={forthcoming}, journal={J}, note={Under review}}');
	expect([view.date, view.note, view.status]).toEqual([null, null, { kind: 'under-review', word: 'under review' }]);
	expect(work('@article{a, title={T}, year={forthcoming}, note={in press}}').note).toBeNull();
});

test('talks have the date of their event, other works that of their publication', () => {
	const dates = 'date={2020}, eventdate={2019-05-01}';
	expect(work(`@talk{a, title={T}, ${dates}}`).date?.iso).toBe('2019-05-01');
	expect(work(`@inproceedings{a, title={T}, ${dates}}`).date?.iso).toBe('2020');
	expect(work('@inproceedings{a, title={T}, eventdate={2019-05-01}}').date?.year).toBe('2019');
});

test('an arXiv number in the title of the journal is not repeated', () => {
	const eprint = 'eprint={2206.03208}, eprinttype={arxiv}, eprintclass={cs.LG}';
	expect(work(`@article{a, title={T}, journal={Nature}, ${eprint}}`).eprint?.label).toBe('arXiv:2206.03208 [cs.LG]');
	expect(work(`@article{a, title={T}, journal={CoRR abs/2206.03208}, ${eprint}}`).eprint).toBeNull();
});

test('a second link without a label shows its host', () => {
	const { links } = work('@book{a, title={A}, url={https://example.org/a}, url_link={https://www.example.com/b}}');
	expect(links.map(({ label }) => label)).toEqual(['Link', 'example.com']);
});

test('a work has a language if it differs from that of the list', () => {
	expect(work('@misc{a, title={T}, langid={german}}').language).toBe('de');
	expect(work('@misc{a, title={T}, langid={british}}').language).toBeNull();
});

test.each([
	['author = {Lovelace, Ada}, editor = {Noether, Emmy}, editortype = {organizer}', 'Noether E'],
	[
		'author = {Lovelace, Ada}, editor = {Noether, Emmy}, editora = {Hopper, Grace}, editoratype = {reviser}',
		'Noether E',
	],
	['editor = {Noether, Emmy}, editortype = {organizer}', null],
])('the editors of a chapter with %s', (fields, expected) => {
	const [item] = listOf(`@incollection{a, ${fields}, title = {Tides}, booktitle = {Seas}, year = 2001}`).items;
	const entries = makeEntries(emptyEnvironment, entriesContext);
	expect((item && entries.work(item).editors?.plain) ?? null).toBe(expected);
});

test.each([
	['articleno = {4}, pages = {4:1--4:10}', '1–10'],
	['articleno = {4}, pages = {1--10}', '1–10'],
	['pages = {4:1--4:10}', '4:1–4:10'],
	['articleno = {4}, pages = {14:1--14:10}', '14:1–14:10'],
	['articleno = {4}, pages = {4:7}', '7'],
])('pages do not repeat the number of the article: %s', (fields, pages) => {
	const [item] = listOf(`@article{tides, title = {Tides}, journal = {Waves}, year = 2020, ${fields}}`).items;
	expect(item && makeEntries(emptyEnvironment, entriesContext).work(item).pages).toBe(pages);
});
