import { describe, expect, it } from 'vitest';
import { draftFromCsl } from '../../src/editing/drafts/csl-drafts.ts';
import type { Dialect } from '../../src/editing/file-style.ts';
import { type CslItem, cslItem, cslTypes } from '../../src/publications/csl/csl-item.ts';
import { add, works } from './adding.ts';

/** CSL types without an equivalent in BibLaTeX, and the closest type that `bibfolio export` gives instead. */
const nearest: Readonly<Record<string, string>> = {
	'review-book': 'review',
	classic: 'book',
	collection: 'book',
	'entry-encyclopedia': 'entry',
	'entry-dictionary': 'entry',
	event: 'speech',
	post: 'webpage',
	'post-weblog': 'webpage',
	bill: 'legislation',
	regulation: 'legislation',
	treaty: 'legislation',
	hearing: 'legal_case',
	graphic: 'figure',
	pamphlet: 'book',
	musical_score: 'document',
};

const named = [
	{ family: 'Müller', given: 'Klaus-Robert' },
	{ family: 'Maaten', given: 'Laurens', 'dropping-particle': 'van der' },
	{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
	{ literal: 'Institute of Logic, Language and Mind' },
];

function itemOf(type: string): Record<string, unknown> {
	const isPart = /^(?:article-|chapter|paper|entry|review)/.test(type);
	return {
		type,
		title: 'Learning 100% of C++ & <i>E. coli</i> from $x^2$: a {test}',
		author: named,
		issued: { 'date-parts': [[2021, 3, 14]] },
		...(isPart && { 'container-title': 'Journal of A & B', page: '12-34', volume: '7' }),
		...(/^article-/.test(type) && { issue: '3' }),
		...(type === 'speech' || type === 'event' ? { 'event-title': 'A Meeting' } : {}),
		...(type === 'article' && { publisher: 'arXiv', number: 'arXiv:2103.00001' }),
		...(/^(?:webpage|post)/.test(type) && { URL: 'https://example.org/a_b~c?d=1&e=%20' }),
		...(/^(?:book|chapter|report)$/.test(type) && { publisher: 'Wiley & Sons', 'publisher-place': 'Köln' }),
		DOI: '10.1000/AB_c(1)<2>',
	};
}

function readBack(item: Record<string, unknown>, dialect: Dialect): CslItem {
	const { text, isWell } = add('', [draftFromCsl(item, true)], { dialect });
	expect(isWell).toBe(true);
	const [work, ...more] = works(text);
	expect(more).toEqual([]);
	if (!work) throw new Error(`no publication in ${text}`);
	return cslItem(work);
}

describe.each(['bibtex', 'biblatex'] as const)(
	'entries added in %s are read back as the same publication',
	(dialect) => {
		it.each([...cslTypes].filter((type) => !/^(?:periodical|collection)$/.test(type)))('%s', (type) => {
			const item = itemOf(type);
			const back = readBack(item, dialect);
			const lost = dialect === 'bibtex' ? { ...nearest, ...inBibtex } : nearest;
			expect(back.type).toBe(lost[type] ?? type);
			const { title, author, issued, DOI, ...rest } = back;
			// Case protection is added for BibTeX.
			const words = String(title).replace(/<span class="nocase">|<\/span>/g, '');
			expect({ title: words, author, issued, DOI }).toEqual({
				title: 'Learning 100% of C++ & <i>E. coli</i> from x²: a test',
				author: named,
				issued: { 'date-parts': [[2021, 3, 14]] },
				DOI: item['DOI'],
			});
			for (const name of ['container-title', 'page', 'volume', 'issue', 'URL', 'publisher-place'])
				if (item[name] !== undefined && !/^legal|hearing/.test(type)) expect(rest[name], name).toBe(item[name]);
		});
	},
);

/** BibTeX's types are less specific. */
const inBibtex: Readonly<Record<string, string>> = {
	review: 'article-journal',
	'review-book': 'article-journal',
	entry: 'chapter',
	'entry-dictionary': 'chapter',
	'entry-encyclopedia': 'chapter',
};
