import { expect, it } from 'vitest';
import { doiOf, workId } from '../../../src/publications/metrics/work-id.ts';

it.each([
	['10.7554/eLife.01567', null, '10.7554/elife.01567'],
	['10.1000/x', '2206.03208', '10.1000/x'],
	[null, '2206.03208v2', 'arxiv:2206.03208'],
	[null, 'hep-th/9711200', 'arxiv:hep-th/9711200'],
	['10.48550/arXiv.2206.03208', null, 'arxiv:2206.03208'],
	['10.48550/ARXIV.2206.03208', '2206.03208v1', 'arxiv:2206.03208'],
	[null, null, null],
])('identifies a work with the DOI %s and the arXiv id %s as %s', (doi, arxiv, id) => {
	expect(workId({ doi, arxiv })).toBe(id);
});

it('asks for works of arXiv by the DOI that arXiv registers', () => {
	expect(doiOf('arxiv:2206.03208')).toBe('10.48550/arxiv.2206.03208');
	expect(doiOf('10.1000/x')).toBe('10.1000/x');
});
