import { describe, expect, it, test } from 'vitest';
import { text } from '../../sources/behaviours.mjs';
import { article, checked, crossrefAnswer, entry, recordedItem } from './checking.ts';

/** The messages for the entry of the article if Crossref's record has more properties. */
async function messages(more: object, fields: Readonly<Record<string, string>> = {}) {
	return (await checked(entry(fields), { '/crossref/10.1000/x': crossrefAnswer(article(more)) })).messages;
}

function update(type: string, more: object = {}) {
	return { type, DOI: '10.1000/notice', source: 'publisher', updated: { 'date-parts': [[1925, 4, 3]] }, ...more };
}

const lancet = {
	'/crossref/10.1016/S0140-6736(97)11096-0': crossrefAnswer(recordedItem('work-retracted-updated-by')),
};
const wakefield = `@article{wakefield,
  author = {Wakefield, A. J. and Murch, S. H.},
  title = {Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in children},
  journaltitle = {The Lancet},
  date = {1998-02},
  doi = {10.1016/S0140-6736(97)11096-0},
}
`;

describe('a retraction', () => {
	it('is reported with its date, its authority and the notice', async () => {
		const { messages } = await checked(wakefield, lancet);
		expect(messages).toEqual([
			'online/retracted: wakefield was retracted on 2010-02-06, says Retraction Watch: https://doi.org/10.1016/s0140-6736(10)60175-4',
		]);
	});

	it('is written into the entry, and then no longer reported', async () => {
		const { fixed, again } = await checked(wakefield, lancet);
		const after = fixed('online/retracted');
		expect(after).toContain(
			'\n  pubstate = {retracted},\n  retracted = {2010-02-06, doi:10.1016/s0140-6736(10)60175-4},\n}',
		);
		expect(after.replace(/ {2}(?:pubstate|retracted) = .*\n/g, '')).toBe(wakefield);
		expect(await again(after)).toEqual([]);
	});

	it.each([{ note: 'Retracted' }, { keywords: 'retracted' }, { title: 'RETRACTED: On the Ideal Theory of Rings' }])(
		'is not reported if the entry states it: %j',
		async (fields) => {
			expect(await messages({ 'updated-by': [update('retraction')] }, fields)).toEqual([]);
		},
	);

	it('replaces another state of the entry', async () => {
		const library = entry({ pubstate: 'published' });
		const { fixed } = await checked(library, {
			'/crossref/10.1000/x': crossrefAnswer(article({ 'updated-by': [update('withdrawal')] })),
		});
		expect(fixed('online/retracted')).toBe(
			library
				.replace('{published}', '{withdrawn}')
				.replace(/\n}\n$/, '\n  withdrawn = {1925-04-03, doi:10.1000/notice},\n}\n'),
		);
	});

	test.each([
		['retraction', 'was retracted on 1925-04-03'],
		['withdrawal', 'was withdrawn on 1925-04-03'],
		['removal', 'was withdrawn on 1925-04-03'],
		['expression_of_concern', 'has an expression of concern of 1925-04-03'],
		['correction', 'was corrected on 1925-04-03'],
		['erratum', 'was corrected on 1925-04-03'],
	])('has the type %s at Crossref', async (type, words) => {
		const [message, ...others] = await messages({ 'updated-by': [update(type)] });
		expect(message).toContain(`noether ${words}, says the publisher: https://doi.org/10.1000/notice`);
		expect(others).toEqual([]);
	});

	it('is also in the title of the record, or in an update that names the work itself', async () => {
		expect(await messages({ title: ['RETRACTED ARTICLE: On the Ideal Theory of Rings'] })).toEqual([
			'online/retracted: noether was retracted, says the record at Crossref',
		]);
		expect(await messages({ 'update-to': [update('retraction', { DOI: '10.1000/X' })] })).toEqual([
			'online/retracted: noether was retracted on 1925-04-03, says the publisher',
		]);
	});

	it('is in the comment of a preprint at arXiv', async () => {
		const library = '@misc{a, title = {On Primes}, eprint = {2301.00001}, eprinttype = {arxiv}, year = 2023}';
		const feed = (comment: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>
			<id>http://arxiv.org/abs/2301.00001v2</id><title>On Primes</title><published>2023-01-01T00:00:00Z</published>
			<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">${comment}</arxiv:comment></entry></feed>`;
		const answer = (comment: string) => ({ '/arxiv/2301.00001': text(feed(comment)) });
		const { messages, fixed } = await checked(library, answer('This paper has been withdrawn by the author'));
		expect(messages).toEqual(['online/retracted: a was withdrawn, says the record at arXiv']);
		expect(fixed('online/retracted')).toBe(library.replace(/}$/, ', pubstate = {withdrawn}}'));
		expect((await checked(library, answer('12 pages'))).messages).toEqual([]);
	});

	it('is reported once if several say so, without the corrections before it', async () => {
		const updates = [
			update('correction', { DOI: '10.1000/c' }),
			update('retraction'),
			update('retraction', { source: 'retraction-watch' }),
		];
		expect(await messages({ 'updated-by': updates })).toHaveLength(1);
	});

	it('does not count after a reinstatement', async () => {
		const later = { DOI: '10.1000/r', updated: { 'date-parts': [[1926]] } };
		expect(await messages({ 'updated-by': [update('retraction'), update('reinstatement', later)] })).toEqual([]);
	});
});

describe('a correction', () => {
	it('in place is one of the recorded habits', async () => {
		const item = recordedItem('list-item-correction-self');
		const library = `@article{a, title = {End of aging as a probe of finite-size effects near the spin-glass transition temperature}, journal = {Physical Review B}, year = 2018, doi = {10.1103/PhysRevB.98.104436}}`;
		const { messages, fixed, again } = await checked(library, {
			'/crossref/10.1103/PhysRevB.98.104436': crossrefAnswer(item),
		});
		expect(messages).toEqual(['online/corrected: a was corrected on 2019-04-08, says the publisher']);
		const after = fixed('online/corrected');
		expect(after).toBe(library.replace(/}$/, ', corrected = {2019-04-08}}'));
		expect(await again(after)).toEqual([]);
	});

	it('completes those that the entry has', async () => {
		const updates = [update('correction'), update('erratum', { DOI: '10.1000/old' })];
		const library = entry({ corrected: 'doi:10.1000/old' });
		const { messages, fixed, again } = await checked(library, {
			'/crossref/10.1000/x': crossrefAnswer(article({ 'updated-by': updates })),
		});
		expect(messages).toEqual([
			'online/corrected: noether was corrected on 1925-04-03, says the publisher: https://doi.org/10.1000/notice',
		]);
		const after = fixed('online/corrected');
		expect(after).toContain('corrected = {doi:10.1000/old; 1925-04-03, doi:10.1000/notice}');
		expect(await again(after)).toEqual([]);
	});

	it('is not reported if a field of the entry leads to it', async () => {
		const fields = { erratum: 'https://doi.org/10.1000/notice' };
		expect(await messages({ 'updated-by': [update('correction')] }, fields)).toEqual([]);
	});

	it('says how many there are', async () => {
		const updates = [update('correction'), update('correction', { DOI: '10.1000/second' })];
		const [message] = await messages({ 'updated-by': updates });
		expect(message).toContain('was corrected on 1925-04-03 (and 1 more)');
	});
});

describe('a new version', () => {
	it('is reported with its DOI', async () => {
		expect(await messages({ 'updated-by': [update('new_version', { DOI: '10.1000/x.2' })] })).toEqual([
			'online/new-version: A newer version of noether has the DOI 10.1000/x.2',
		]);
	});

	it.each(['work-new-version-self-update', 'work-f1000'])(
		'is none if the work itself is the newest: %s',
		async (file) => {
			const item = recordedItem(file);
			const library = `@article{a, title = {${item['title']}}, doi = {${item['DOI']}}}`;
			const { messages } = await checked(library, { [`/crossref/${item['DOI']}`]: crossrefAnswer(item) });
			expect(messages).toEqual([]);
		},
	);
});

describe('updates that are no news', () => {
	it.each(['addendum', 'clarification', 'new_edition', 'constructor'])('include %s', async (type) => {
		const own = { DOI: '10.1000/x' };
		expect(await messages({ 'updated-by': [update(type, own)] })).toEqual([]);
	});

	it.each([[null], ['x'], [[{}]], [[{ type: 3 }]], [{ type: 'retraction' }]])('include %j', async (value) => {
		expect(await messages({ 'updated-by': value })).toEqual([]);
	});
});
