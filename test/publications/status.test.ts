import { describe, expect, test } from 'vitest';
import { readStatus } from '../../src/publications/status.ts';
import { makeEntry } from './make-entry.ts';

const read = (fields: Record<string, string>, type = 'article') => readStatus(makeEntry(type, fields));

describe('the status of a work', () => {
	test('is read from a field that starts with a digit only if the field is for the status', () => {
		for (const field of ['year', 'note', 'volume', 'pages'])
			expect(read({ [field]: '12 submitted' }).kind).toBe('published');
		expect(read({ pubstate: '2 reviews, submitted' })).toEqual({
			kind: 'published',
			words: '2 reviews, submitted',
			field: 'pubstate',
		});
	});

	test.each([
		['inpreparation', 'in-preparation'],
		['submitted', 'submitted'],
		['forthcoming', 'in-press'],
		['inpress', 'in-press'],
		['prepublished', 'in-press'],
		['published', 'published'],
		['in press', 'in-press'],
		['In Review', 'under-review'],
		['accepted', 'accepted'],
	])("BibLaTeX's pubstate %s is %s, without words of its own", (pubstate, kind) => {
		expect(read({ pubstate })).toEqual({ kind, words: null, field: 'pubstate' });
	});

	test.each<[Record<string, string>, string, string | null]>([
		[{ pubstate: 'in Press, Journal Pre-proof' }, 'in-press', 'in Press, Journal Pre-proof'],
		[{ pubstate: 'granted' }, 'published', 'granted'],
		[{ pubstate: 'filed' }, 'submitted', 'filed'],
		[{ year: 'to appear' }, 'in-press', null],
		[{ year: 'in press' }, 'in-press', null],
		[{ year: 'forthcoming' }, 'in-press', null],
		[{ date: '{in press}' }, 'in-press', null],
		[{ year: '(submitted)' }, 'submitted', null],
		[{ year: 'forthcoming', journal: 'Submitted' }, 'submitted', null],
		[{ year: 'TBD', note: 'Under review at Nature' }, 'under-review', 'Under review at Nature'],
		[{ year: 'forthcoming', note: 'accepted' }, 'in-press', null],
		[{ year: 'submitted', note: 'To appear' }, 'submitted', null],
		[{ note: 'To appear.' }, 'in-press', null],
		[{ note: 'Under review' }, 'under-review', null],
		[{ note: 'under double-blind review' }, 'under-review', null],
		[{ note: 'Submitted to Nature' }, 'submitted', 'Submitted to Nature'],
		[{ note: 'submitted for publication' }, 'submitted', null],
		[{ note: 'accepted' }, 'accepted', null],
		[{ note: 'accepted for publication in JMLR' }, 'accepted', 'accepted for publication in JMLR'],
		[{ note: 'in preparation' }, 'in-preparation', null],
		[{ note: 'im Druck' }, 'in-press', null],
		[{ note: 'eingereicht' }, 'submitted', null],
		[{ note: 'zur Veröffentlichung angenommen' }, 'accepted', null],
		[{ note: 'à paraître' }, 'in-press', null],
		[{ howpublished: 'Manuscript submitted' }, 'published', null],
		[{ volume: 'in press' }, 'in-press', null],
		[{ pages: 'to appear' }, 'in-press', null],
		[{ pages: 'under submission' }, 'submitted', null],
		[{ volume: 'ahead-of-print' }, 'in-press', null],
		[{ journal: 'Under revise and resubmit' }, 'under-review', null],
		[{ note: 'cited By 0; Article in Press' }, 'in-press', null],
		[{ note: 'cited By 3' }, 'published', null],
		[{ journal: 'Submitted to Nature' }, 'submitted', 'Submitted to Nature'],
		[{ journal: 'Accounts of Chemical Research' }, 'published', null],
		[{ journal: 'In Practice', note: 'Submissions were reviewed' }, 'published', null],
		[{ note: 'Published as a conference paper at ICLR' }, 'published', null],
	])('%o is %s', (fields, kind, words) => {
		expect(read(fields)).toMatchObject({ kind, words });
	});

	test('is not set by an addendum: an accepted preprint is a preprint', () => {
		expect(read({ addendum: 'Accepted for publication in \\emph{JMLR}' })).toEqual({
			kind: 'published',
			words: null,
			field: null,
		});
	});

	test('of a preprint is published, although Zotero writes prepublished', () => {
		const preprint = { eprint: '2206.03208', eprinttype: 'arxiv', pubstate: 'prepublished' };
		expect(read(preprint, 'online').kind).toBe('published');
	});

	test('comes from pubstate before all other fields', () => {
		expect(read({ year: 'in press', pubstate: 'submitted' }).kind).toBe('submitted');
	});
});
