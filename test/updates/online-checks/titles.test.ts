import { describe, expect, it, test } from 'vitest';
import { article, checked, crossrefAnswer, entry, recordedItem } from './checking.ts';

/** Whether the DOI of an entry is reported as that of another work. */
async function isReported(fields: Readonly<Record<string, string>>, more: object, type?: string): Promise<boolean> {
	const { messages } = await checked(entry(fields, type), { '/crossref/10.1000/x': crossrefAnswer(article(more)) });
	return messages.some((message) => message.startsWith('online/other-title'));
}

describe('the title of the same work', () => {
	test.each([
		['another case', 'ON THE IDEAL THEORY OF RINGS', 'On the Ideal Theory of Rings'],
		['protected capitals', 'On the {I}deal Theory of {Rings}', 'On the ideal theory of rings'],
		['no subtitle', 'On the Ideal Theory of Rings', 'On the Ideal Theory of Rings: With an Appendix on Modules'],
		['another subtitle', 'ECQ: Explainable Networks', 'ECQ'],
		['markup', 'The {$\\alpha$}-Decay of {\\emph{Radium}}', 'The <i>α</i>-decay of <scp>R</scp>adium'],
		['the name of a Greek letter', 'Alpha-Decay of Radium and Thorium', 'α-Decay of Radium and Thorium'],
		['formulas', 'Growth of {$H_2O$} Clusters in Ice', 'Growth of H<sub>2</sub>O Clusters in Ice'],
		[
			'MathML',
			'Bounds on {$x^2$} in Rings',
			'Bounds on <mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> in Rings',
		],
		[
			'escaped markup',
			'Ideal Rings and Modules',
			'&lt;span class="word"&gt;Ideal &lt;b&gt;Rings&lt;/b&gt; and Modules',
		],
		['accents', 'Uber elastische Flachen', 'Über elastische Flächen'],
		['glued words', 'Ideal theory of rings', 'Idealtheory of<i>rings</i>'],
		['a typo', 'On the Ideal Theroy of Rings', 'On the Ideal Theory of Rings'],
		['British spelling', 'Behaviour and Colour of Generalised Rings', 'Behavior and Color of Generalized Rings'],
		['a prefix', 'On the Ideal Theory of Rings', 'Data from: On the Ideal Theory of Rings'],
		['an ampersand', 'Rings & Ideals', 'Rings &amp; Ideals'],
		['a line break', 'Little Science, Big Science, and Beyond', 'Little Science, Big\n   Science, and Beyond'],
	])('may have %s', async (_, title, registered) => {
		expect(await isReported({ title }, { title: [registered] })).toBe(false);
	});

	it('may be one of several in the record', async () => {
		const item = recordedItem('work-two-titles');
		for (const title of ['Penile injury caused by a Moulinette', 'Penisverletzung durch eine Moulinette']) {
			const { messages } = await checked(
				entry({ title, doi: `${item['DOI']}`, volume: '', number: '', pages: '', year: '' }),
				{
					[`/crossref/${item['DOI']}`]: crossrefAnswer(item),
				},
			);
			expect(messages).toEqual([]);
		}
	});

	it('may be a translation, if names and place or language say so', async () => {
		const title = 'Zur Idealtheorie in Ringbereichen';
		expect(await isReported({ title }, {})).toBe(false);
		const elsewhere = { title, volume: '', pages: '', langid: 'german' };
		expect(await isReported(elsewhere, {})).toBe(false);
		expect(await isReported({ title: 'Об идеалах', volume: '', pages: '' }, {})).toBe(false);
	});

	it('may be the later one of a renamed preprint', async () => {
		const preprint = {
			type: 'posted-content',
			subtype: 'preprint',
			title: ['A Note About Primes'],
			'container-title': [],
		};
		expect(await isReported({ pages: '' }, preprint)).toBe(false);
	});

	it('may be in a book whose DOI it has, or a book with the DOI of a chapter', async () => {
		const book = {
			type: 'book',
			title: ['Modern Algebra'],
			author: [{ family: 'Waerden', given: 'Bartel' }],
			'container-title': [],
		};
		const chapter = { title: 'Ideals', booktitle: 'Modern Algebra', journal: '', volume: '', pages: '', number: '' };
		expect(await isReported(chapter, book, 'incollection')).toBe(false);
		const whole = { title: 'Modern Algebra', journal: '', publisher: 'Springer', volume: '', pages: '', number: '' };
		const inBook = { type: 'book-chapter', title: ['Ideals'], 'container-title': ['Modern Algebra'] };
		expect(await isReported(whole, inBook, 'book')).toBe(false);
	});

	test.each([
		'work-book-chapter',
		'work-conference-proceedings-iccv',
		'work-dissertation',
		'work-neurolibre',
		'work-posted-content-biorxiv',
		'work-journal-article-elife',
		'work-preprintsorg-title-encoded-html',
	])('is that of the recorded answer %s', async (file) => {
		const item = recordedItem(file);
		const [title = ''] = item['title'] as string[];
		const plain = title
			.replace(/&lt;.*?&gt;|<.*?>/g, '')
			.replace(/\s+/g, ' ')
			.replace(/[&%$#_{}~^\\]/g, '');
		const { messages } = await checked(`@misc{a, title = {${plain}}, doi = {${item['DOI']}}}`, {
			[`/crossref/${item['DOI']}`]: crossrefAnswer(item),
		});
		expect(messages).toEqual([]);
	});

	it('may be missing in the entry or in the record', async () => {
		expect(await isReported({ title: '' }, {})).toBe(false);
		expect(await isReported({}, { title: [] })).toBe(false);
	});
});

describe('the title of another work', () => {
	test.each([
		['of other people', 'A Theorem on Groups', { author: [{ family: 'Burnside', given: 'William' }] }],
		['of the same author', 'A Theorem on Groups', { volume: '90', page: '1-9' }],
		[
			'with the same common word',
			'Rings of Saturn',
			{ author: [{ family: 'Huygens', given: 'Christiaan' }], page: '1-2' },
		],
		['without names', 'Editorial', { author: [], page: '1-2' }],
	])('is reported: one %s', async (_, title, more) => {
		expect(await isReported({}, { title: [title], ...more })).toBe(true);
	});

	it('is shown, and nothing else is compared with it', async () => {
		const { messages } = await checked(entry(), {
			'/crossref/10.1000/x': crossrefAnswer(
				article({
					title: ['A Theorem on Groups'],
					author: [{ family: 'Burnside' }],
					issued: { 'date-parts': [[1950]] },
					'updated-by': [{ type: 'retraction', DOI: '10.1000/n' }],
				}),
			),
		});
		expect(messages).toEqual([
			'online/other-title: The DOI 10.1000/x of noether belongs to another work at Crossref: "A Theorem on Groups"',
		]);
	});
});

describe('the DOI of a correction', () => {
	const of = async (file: string, title: string) => {
		const item = recordedItem(file);
		return checked(`@article{a, title = {${title}}, doi = {${item['DOI']}}}`, {
			[`/crossref/${item['DOI']}`]: crossrefAnswer(item),
		});
	};

	it('is reported with that of the work', async () => {
		const title =
			'Is consumer neural response to visual merchandising types different depending on their fashion involvement?';
		const { messages, diagnostics } = await of('list-item-correction-update-to', title);
		expect(messages[0]).toContain(
			'The DOI 10.1371/journal.pone.0253360 of a is that of a notice at Crossref: "Correction: Is',
		);
		expect(diagnostics[0]?.hint).toContain('10.1371/journal.pone.0241578');
	});

	it('is reported if the record does not name the work', async () => {
		const title = 'Development of a Therapeutic Video Game With the MDA Framework';
		const { messages, diagnostics } = await of('work-jmir-journal-correction', title);
		expect(messages).toHaveLength(1);
		expect(diagnostics[0]?.hint).toBe('Use that of the work itself');
	});

	test.each([
		['list-item-corrigendum-title-only', 'Corrigendum'],
		['work-jmir-journal-correction', 'Correction: Development of a Therapeutic Video Game'],
	])('belongs to an entry for the correction itself: %s', async (file, title) => {
		expect((await of(file, title)).messages).toEqual([]);
	});

	it('is not that of a work about corrections', async () => {
		const title = 'Correction of Refractive Errors';
		expect(await isReported({ title }, { title: [title] })).toBe(false);
	});
});
