import { expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { csl, sync } from './syncing.ts';

const ada = person('Ada Lovelace', { orcid: '0000-0002-1825-0097', profiles: { dblp: '1', openalex: 'A1' } });
const notes = {
	title: 'Notes on the Analytical Engine',
	year: 1843,
	names: ['Ada Lovelace'],
	'container-title': 'Scientific Memoirs',
};
const engine = `@article{menabrea1843,
  author = {Lovelace, Ada},
  title = {Notes on the {Analytical Engine}},
  journal = {Scientific Memoirs},
  year = 1843,
  doi = {10.1000/NOTES},
}
`;

it('finds a work by its DOI, whatever its case and title', async () => {
	const { lines, asked } = await sync({
		people: [ada],
		library: engine,
		profiles: {
			'orcid 0000-0002-1825-0097': [{ ...notes, title: 'Sketch of the Engine', DOI: '10.1000/notes' }],
			'dblp 1': [],
			'openalex A1': [],
		},
	});
	expect(lines).toEqual(['present Sketch of the Engine: the DOI 10.1000/notes']);
	expect(asked).toEqual([]);
});

it('joins the records of one work, and asks for its record once', async () => {
	const { works, lines, asked, write } = await sync({
		people: [ada],
		profiles: {
			'orcid 0000-0002-1825-0097': [{ title: notes.title, year: 1843, DOI: '10.1000/NOTES' }],
			'dblp 1': [notes],
			'openalex A1': [{ ...notes, DOI: '10.1000/notes', page: '666-731' }],
		},
		records: { '10.1000/notes': csl({ ...notes, DOI: '10.1000/notes', volume: '3' }) },
	});
	expect(lines).toEqual([
		'new Notes on the Analytical Engine: the ORCID profile of Ada Lovelace has it, and the name is among the authors',
	]);
	expect(works[0]?.listings.length).toBe(3);
	expect(asked).toEqual(['10.1000/notes']);
	expect(write().text).toContain('pages');
	expect(write().stillNew).toEqual([]);
});
