import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/sources/read-text.ts';
import { atomForm, referencesFromAtom } from '../../../src/sources/records/arxiv-atom.ts';
import { answer } from '../profiles/reading.ts';

describe('The publications of preprints at arXiv', () => {
	it('are what the authors say about them', () => {
		const references = ['query-fastpaper.xml', 'id-journal-ref-no-doi.xml'].flatMap((file) => {
			const read = readText(atomForm, answer(`recorded/arxiv/${file}`));
			return 'value' in read && read.value ? referencesFromAtom(read.value) : [];
		});
		expect(references).toEqual([
			{ id: '2002.00741', doi: null, journal: '', isWithdrawn: false },
			{ id: '1102.2017', doi: null, journal: 'Mechanism and Machine Theory 46 (2011) 1335--1349', isWithdrawn: false },
			{ id: '1112.2954', doi: expect.stringMatching(/^10\./), journal: expect.any(String), isWithdrawn: false },
			{ id: 'astro-ph/0601001', doi: null, journal: 'ActaAstron.56:1-50,2006', isWithdrawn: false },
		]);
	});
});
