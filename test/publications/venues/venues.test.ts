import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/latex/plain-text.ts';
import { cslTypeOf } from '../../../src/publications/csl/csl-type.ts';
import { type VenueRow, venueOf } from '../../../src/publications/venues/venues.ts';
import { makeEntry } from '../make-entry.ts';

const row = {
	kind: null,
	name: null,
	short: null,
	rank: null,
	quartile: null,
	issn: [],
	years: null,
	colour: null,
	url: null,
};

function read(type: string, fields: Record<string, string>, rows: readonly VenueRow[] = []) {
	const entry = makeEntry(type, fields);
	return venueOf(entry, cslTypeOf(entry), rows);
}

describe('the kind of a venue', () => {
	test.each<[string, Record<string, string>, string]>([
		['article', { journal: 'Pattern Recognition' }, 'journal'],
		['article', { journaltitle: 'Proceedings of the IEEE' }, 'journal'],
		['article', { journal: 'Proceedings of the ACM on Programming Languages' }, 'journal'],
		['article', { journal: 'Journal of Physics: Conference Series' }, 'journal'],
		['article', { journal: 'Proceedings of the AAAI Conference on Artificial Intelligence' }, 'conference'],
		['article', { journal: 'Advances in neural information processing systems' }, 'conference'],
		['article', { journal: 'Colloquium Mathematicum' }, 'journal'],
		['article', { journal: 'Symposium' }, 'journal'],
		['article', { journal: 'Colloquium on Automata' }, 'conference'],
		['article', { journal: 'Lecture Notes in Computer Science (including subseries X)' }, 'conference'],
		['article', { journal: 'Lecture Notes in Mathematics' }, 'journal'],
		['article', { journal: 'Electron. Colloquium Comput. Complex.', volume: 'TR24-021' }, 'preprint'],
		['article', { journal: 'IACR Cryptol. ePrint Arch.', volume: '2016', pages: '86' }, 'preprint'],
		['article', { journal: 'CoRR', volume: 'abs/2206.03208' }, 'preprint'],
		['article', { journaltitle: 'CoRR abs/2206.03208' }, 'preprint'],
		['article', { journal: 'arXiv preprint arXiv:2206.03208' }, 'preprint'],
		['article', { journal: 'bioRxiv' }, 'preprint'],
		['article', { journal: 'Available at SSRN 3456789' }, 'preprint'],
		['article', { eprint: '2206.03208', archiveprefix: 'arXiv' }, 'preprint'],
		['article', { journal: 'Physical Review Letters', eprint: '2206.03208', archiveprefix: 'arXiv' }, 'journal'],
		['misc', { eprint: '2206.03208', archiveprefix: 'arXiv' }, 'preprint'],
		['misc', { publisher: 'arXiv', doi: '10.48550/arXiv.2206.03208' }, 'preprint'],
		['misc', { howpublished: 'arXiv:2206.03208' }, 'preprint'],
		['online', { eprint: '2206.03208', eprinttype: 'arxiv' }, 'preprint'],
		['unpublished', { note: 'arXiv:2206.03208' }, 'preprint'],
		['techreport', { institution: 'arXiv', number: '2206.03208' }, 'preprint'],
		['preprint', { title: 'X' }, 'preprint'],
		['article', { doi: '10.1101/2023.09.26.559513', publisher: 'Cold Spring Harbor Laboratory' }, 'preprint'],
		['article', { doi: '10.1101/gr.111278.110', publisher: 'Cold Spring Harbor Laboratory' }, 'journal'],
		['article', { doi: '10.2139/ssrn.3353217', journal: 'Cell' }, 'journal'],
		['misc', { url: 'https://doi.org/10.31234/osf.io/ab12c' }, 'preprint'],
		['inproceedings', { booktitle: 'International Conference on Machine Learning', series: 'LNCS' }, 'conference'],
		['inproceedings', { booktitle: 'Lecture Notes in Computer Science' }, 'conference'],
		['inproceedings', { booktitle: 'ICLR', eprint: '2206.03208', eprinttype: 'arxiv' }, 'conference'],
		['inproceedings', { booktitle: 'Proceedings of the ICML’16 Workshop on Visualization' }, 'workshop'],
		['inproceedings', { booktitle: 'XXAI', eventtitle: 'ICML Workshop' }, 'workshop'],
		['inproceedings', { booktitle: '16th Annual Conf. on Learning Theory and 7th Kernel Workshop' }, 'conference'],
		[
			'inproceedings',
			{ booktitle: 'International Symposium on Algorithms and the Third Annual Workshop on Graphs' },
			'conference',
		],
		['inproceedings', { booktitle: 'Conference on Data Mining and Co-located Workshops' }, 'conference'],
		[
			'inproceedings',
			{ booktitle: 'Workshop on Explanations at the Conference on Vision and 3rd Symposium' },
			'workshop',
		],
		['inproceedings', { booktitle: 'Proceedings of the Workshop on Explainable AI at NeurIPS' }, 'workshop'],
		['inproceedings', { booktitle: 'ICCV’17 Workshop' }, 'workshop'],
		[
			'inproceedings',
			{ booktitle: 'Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)' },
			'workshop',
		],
		[
			'inproceedings',
			{ booktitle: 'International Conference on Learning Representations, Workshop Track' },
			'workshop',
		],
		['inproceedings', { booktitle: 'XXAI', keywords: 'xai, workshop' }, 'workshop'],
		['inproceedings', { booktitle: 'Conference and Workshops on Neural Systems' }, 'conference'],
		['conference', { booktitle: 'ICML' }, 'conference'],
		['incollection', { booktitle: 'xxAI -- Beyond Explainable AI' }, 'chapter'],
		['incollection', { booktitle: 'Proceedings of the Conference on Gait' }, 'conference'],
		['inbook', { booktitle: 'Latent Variables: 12th International Conference, LVA 2015, Proceedings' }, 'conference'],
		['incollection', { booktitle: 'ANTS XIII. Proceedings of the thirteenth number theory symposium' }, 'conference'],
		['inbook', { booktitle: 'Explainable AI' }, 'chapter'],
		['suppbook', { booktitle: 'Explainable AI' }, 'chapter'],
		['inreference', { booktitle: 'Encyclopedia' }, 'chapter'],
		['book', { author: 'Hedström, Anna', publisher: 'Springer' }, 'book'],
		['book', { editor: 'Samek, Wojciech', publisher: 'Springer' }, 'edited-volume'],
		['proceedings', { editor: 'Samek, Wojciech' }, 'edited-volume'],
		['collection', { editor: 'Samek, Wojciech' }, 'edited-volume'],
		['phdthesis', { school: 'TU Berlin' }, 'thesis'],
		['thesis', { type: 'mathesis', institution: 'TU Berlin' }, 'thesis'],
		['techreport', { institution: 'TU Berlin' }, 'report'],
		['manual', { organization: 'TU Berlin' }, 'report'],
		['patent', { number: 'EP 1' }, 'patent'],
		['misc', { publisher: 'Google Patents', note: 'US Patent 12,157,235' }, 'patent'],
		['misc', { note: 'US Patent App. 18/193,975' }, 'patent'],
		['misc', { note: 'Patent pending' }, 'other'],
		['talk', { eventtitle: 'MPNE' }, 'talk'],
		['presentation', { eventtitle: 'MPNE' }, 'talk'],
		['unpublished', { eventtitle: 'MPNE', type: 'invited talk' }, 'talk'],
		['unpublished', { eventtitle: 'MPNE', howpublished: 'Peer-reviewed demo' }, 'talk'],
		['misc', { howpublished: 'Talk at Universität Bamberg' }, 'talk'],
		['misc', { note: 'Invited keynote' }, 'talk'],
		['lecture', { eventtitle: 'Summer School' }, 'lecture'],
		['talk', { type: 'lecture series' }, 'lecture'],
		['poster', { eventtitle: 'NeurIPS' }, 'poster'],
		['misc', { howpublished: 'Poster presented at NeurIPS' }, 'poster'],
		['unpublished', { note: 'Poster presented at the Space Workshop' }, 'poster'],
		['unpublished', { note: 'Invited talk at the Space Workshop' }, 'talk'],
		['techreport', { type: 'Presentation', institution: 'AERA annual meeting' }, 'talk'],
		['techreport', { type: 'Poster', institution: 'AERA annual meeting' }, 'poster'],
		['conference', { type: 'Poster Presentation', booktitle: 'Asphalt Conference' }, 'poster'],
		['inproceedings', { type: 'Poster', booktitle: 'Proceedings of CHI', pages: '1--4' }, 'conference'],
		['software', { url: 'https://github.com/x/y' }, 'software'],
		['misc', { howpublished: '\\url{https://github.com/albermax/innvestigate}' }, 'software'],
		['misc', { type: 'software' }, 'software'],
		['soft', { howpublished: '\\url{https://cran.r-project.org/package=spring}' }, 'software'],
		['misc', { publisher: 'GitHub', journal: 'GitHub repository' }, 'software'],
		['online', { url: 'https://papers.ssrn.com/abstract=5274675' }, 'preprint'],
		['dataset', { publisher: 'Zenodo' }, 'dataset'],
		['misc', { type: 'Dataset' }, 'dataset'],
		['award', { title: 'Best Paper' }, 'award'],
		['unpublished', { note: 'Working paper' }, 'preprint'],
		['unpublished', { note: 'Presented at the annual meeting of the APSA, Chicago' }, 'talk'],
		['unpublished', { note: 'Paper to be presented at ICML' }, 'talk'],
		['unpublished', { note: 'Keynote' }, 'talk'],
		['unpublished', { note: 'Seminar, MIT' }, 'talk'],
		['unpublished', { note: 'Colloquium at ETH Zürich' }, 'talk'],
		['unpublished', { note: 'Eingeladener Vortrag an der TU Wien' }, 'talk'],
		['unpublished', { note: 'Communication orale, Congrès Z' }, 'talk'],
		['unpublished', { note: 'Charla invitada en la UNAM' }, 'talk'],
		['unpublished', { note: 'Relazione su invito al convegno Y' }, 'talk'],
		['misc', { howpublished: 'Invited talk at EPFL' }, 'talk'],
		['unpublished', { note: 'Seminar paper, University of X' }, 'preprint'],
		['unpublished', { note: 'Manuscript. Presented at X' }, 'preprint'],
		['unpublished', { note: 'Preliminary version presented at STOC' }, 'preprint'],
		['unpublished', { note: 'Communication with the author' }, 'preprint'],
		['unpublished', { note: 'Lecture notes' }, 'preprint'],
		['misc', { note: 'Presented at ICML', eprint: '1901.00001', eprinttype: 'arxiv' }, 'preprint'],
		['techreport', { note: 'Presented at ICML', institution: 'MIT' }, 'report'],
		['unpublished', { year: '1864', note: 'Letter to Darwin' }, 'other'],
		['unpublished', { date: '1990-12' }, 'other'],
		['unpublished', { year: '2001', library: 'British Library, Add. MS 123' }, 'other'],
		['unpublished', { year: '2001', archive: 'arXiv' }, 'preprint'],
		['unpublished', { year: '1991' }, 'preprint'],
		['misc', { note: 'Preprint' }, 'preprint'],
		['misc', { howpublished: 'Preprint at \\url{https://arxiv.org/abs/2001.01237}' }, 'preprint'],
		['misc', { howpublished: '\\url{https://arxiv.org/abs/2001.01237}' }, 'preprint'],
		['misc', { note: 'Submitted. arXiv:2001.01237' }, 'preprint'],
		['article', { note: 'To appear in Annals. arXiv:2001.01237' }, 'journal'],
		['misc', { note: 'Code of arXiv:2001.01237' }, 'other'],
		['unpublished', { address: 'Limassol, Cyprus' }, 'talk'],
		['unpublished', { location: 'Köln', note: 'Open-Access-Tage 2024' }, 'talk'],
		['unpublished', { address: 'Berlin', note: 'Unpublished manuscript' }, 'preprint'],
		['misc', { howpublished: 'Diplomarbeit, TU Berlin' }, 'thesis'],
		['misc', { title: 'Something' }, 'other'],
		['misc', { organization: 'BioImage Archive', keywords: 'dataset' }, 'dataset'],
		['article', { abbr: 'Working Paper' }, 'preprint'],
		['misc', { venue: 'Carnegie Mellon University' }, 'talk'],
		['online', { url: 'https://example.org' }, 'other'],
		['seminarpaper', { booktitle: 'Proceedings of the Conference on Gait' }, 'conference'],
		['paperinjournal', { journal: 'Neurocomputing' }, 'journal'],
	])('@%s %o is %s', (type, fields, kind) => {
		expect(read(type, fields).kind).toBe(kind);
	});

	test('comes from the entry if it names one', () => {
		expect(read('article', { journal: 'Neurocomputing', venuekind: 'workshop' }).kind).toBe('workshop');
		expect(read('book', { entrysubtype: 'Edited Volume' }).kind).toBe('edited-volume');
		expect(read('article', { journal: 'Time', entrysubtype: 'magazine' }).kind).toBe('journal');
	});
});

describe('the venue table', () => {
	const rows: VenueRow[] = [
		{ ...row, match: ['*icml*workshop*'], kind: 'workshop', short: 'ICML WS' },
		{
			...row,
			match: ['*ICML*', '/machine learning$/'],
			name: 'International Conference on Machine Learning',
			short: 'ICML',
			rank: 'A*',
		},
		{ ...row, match: ['Neurocomputing'], colour: '#336699', url: 'https://example.org' },
	];

	test('names, ranks and sorts a venue by the first row that matches', () => {
		expect(read('inproceedings', { booktitle: 'Proc. ICML 2020' }, rows)).toMatchObject({
			kind: 'conference',
			name: [{ type: 'text', value: 'International Conference on Machine Learning' }],
			short: 'ICML',
			rank: 'A*',
		});
		expect(read('inproceedings', { booktitle: 'Proceedings of the ICML Workshop on X' }, rows).short).toBe('ICML WS');
		expect(read('inproceedings', { booktitle: 'Conference on Machine Learning' }, rows).rank).toBe('A*');
	});

	test('matches whole names by default', () => {
		expect(read('article', { journal: 'Neurocomputing' }, rows).colour).toBe('#336699');
		expect(read('article', { journal: 'Neurocomputing Letters' }, rows).colour).toBeNull();
	});

	test('ignores an invalid regular expression', () => {
		expect(read('article', { journal: 'X' }, [{ ...row, match: ['/(/'], kind: 'book' }]).kind).toBe('journal');
	});
});

describe('the names of a venue', () => {
	test.each<[string, Record<string, string>, string | null, string | null]>([
		['article', { journal: 'Nature', journalsubtitle: 'Letters' }, 'Nature: Letters', null],
		[
			'article',
			{ fjournal: 'Annals of Mathematics', journal: 'Ann. of Math.' },
			'Annals of Mathematics',
			'Ann. of Math.',
		],
		['article', { journaltitle: 'Physical Review Letters', shortjournal: 'PRL' }, 'Physical Review Letters', 'PRL'],
		['inproceedings', { booktitle: 'Proceedings of X', abbr: 'X' }, 'Proceedings of X', 'X'],
		['talk', { eventtitle: 'MPNE meets AI' }, 'MPNE meets AI', null],
		['phdthesis', { school: 'TU Berlin' }, 'TU Berlin', null],
		['article', { doi: '10.2139/ssrn.3353217', publisher: 'Elsevier BV' }, 'SSRN', null],
		['article', { journal: 'arXiv preprint arXiv:1706.03762' }, 'arXiv', null],
		['article', { journal: 'eprint arXiv:1706.03762' }, 'arXiv', null],
		['article', { journal: 'IACR Cryptol. ePrint Arch.' }, 'IACR Cryptol. ePrint Arch.', null],
		['misc', { howpublished: 'Cryptology ePrint Archive, Paper 2019/123' }, 'Cryptology ePrint Archive', null],
		['article', { journal: 'OSF Preprints' }, 'OSF Preprints', null],
		['misc', { title: 'X' }, null, null],
	])('@%s %o', (type, fields, name, short) => {
		const venue = read(type, fields);
		expect(venue.name && plainText(venue.name)).toBe(name);
		expect(venue.short).toBe(short);
	});
});
