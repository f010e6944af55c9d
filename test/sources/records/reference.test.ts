import { describe, expect, it } from 'vitest';
import { referenceIn } from '../../../src/sources/records/reference.ts';

const table: readonly [written: string, kind: string | null, id?: string][] = [
	['10.1371/journal.pone.0130140', 'doi', '10.1371/journal.pone.0130140'],
	['doi:10.1371/journal.pone.0130140.', 'doi', '10.1371/journal.pone.0130140'],
	['DOI: 10.1371/journal.pone.0130140', 'doi', '10.1371/journal.pone.0130140'],
	['https://doi.org/10.1371/journal.pone.0130140', 'doi', '10.1371/journal.pone.0130140'],
	[
		'http://dx.doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2',
		'doi',
		'10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
	],
	['(https://doi.org/10.1000/182),', 'doi', '10.1000/182'],
	['“10.1000/182”', 'doi', '10.1000/182'],
	['doi.org/10.1000/182', 'doi', '10.1000/182'],
	[
		'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0130140&type=printable',
		'doi',
		'10.1371/journal.pone.0130140',
	],
	['https://link.springer.com/chapter/10.1007/978-3-319-44781-0_8#citeas', 'doi', '10.1007/978-3-319-44781-0_8'],
	['https://onlinelibrary.wiley.com/doi/full/10.1002/widm.1312', 'doi', '10.1002/widm.1312'],
	['https://dl.acm.org/doi/abs/10.1145/2939672.2939778', 'doi', '10.1145/2939672.2939778'],
	['https://www.frontiersin.org/articles/10.3389/fnins.2019.01321/full', 'doi', '10.3389/fnins.2019.01321'],
	['https://www.biorxiv.org/content/10.1101/2020.01.01.892345v2.full', 'doi', '10.1101/2020.01.01.892345'],
	[
		'https://www.tandfonline.com/doi/pdf/10.1080/01621459.2017.1285773?needAccess=true',
		'doi',
		'10.1080/01621459.2017.1285773',
	],
	['https://www.nature.com/articles/s41467-019-08987-4.pdf', 'doi', '10.1038/s41467-019-08987-4'],
	['1706.03762', 'arxiv', '1706.03762'],
	['arXiv:1706.03762v7 [cs.CL]', 'arxiv', '1706.03762v7'],
	['https://arxiv.org/pdf/1706.03762v7.pdf', 'arxiv', '1706.03762v7'],
	['https://arxiv.org/abs/hep-th/9711200', 'arxiv', 'hep-th/9711200'],
	['hep-th/9711200', 'arxiv', 'hep-th/9711200'],
	['https://doi.org/10.48550/arXiv.1706.03762', 'arxiv', '1706.03762'],
	['PMID: 26161953', 'pubmed', '26161953'],
	['https://pubmed.ncbi.nlm.nih.gov/26161953/', 'pubmed', '26161953'],
	['PMC4498753', 'pmc', 'PMC4498753'],
	['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4498753/', 'pmc', 'PMC4498753'],
	['978-0-262-03561-3', 'isbn', '9780262035613'],
	['ISBN 0-306-40615-2.', 'isbn', '0306406152'],
	['https://aclanthology.org/N19-1423/', 'page', 'https://aclanthology.org/N19-1423/'],
	['26161953', null],
	['978-0-262-03561-4', null],
	['Dear', null],
	['', null],
	['file:///etc/passwd', null],
];

describe('references', () => {
	it.each(table)('%s', (written, kind, id) => {
		expect(referenceIn(written)).toEqual(kind === null ? null : { kind, id });
	});
});
