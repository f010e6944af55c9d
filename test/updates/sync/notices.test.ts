import { describe, expect, it } from 'vitest';
import { person } from '../../people/sample-person.ts';
import { csl, sync } from './syncing.ts';

const ada = person('Ada Lovelace', { profiles: { hal: 'ada' } });
const library = `@article{notes, author = {Lovelace, Ada}, title = {Notes on the Analytical Engine}, year = 1843,
  journal = {Scientific Memoirs}, doi = {10.1000/abc}}\n`;

/** The verdict on a work with a title; its record has `item`. */
async function verdictOn(title: string, item?: object) {
	const work = { title, names: ['Ada Lovelace'], year: 1844, ...(item && { DOI: '10.1000/notice' }) };
	const records = { '10.1000/notice': { ...csl(work), ...item } };
	const { lines, works, write } = await sync({ people: [ada], library, profiles: { 'hal ada': [work] }, records });
	return {
		line: lines[0]?.replace(`${works[0]?.identity.title}: `, ''),
		isWritten: write().text !== library,
	};
}

describe('a notice', () => {
	it.each([
		'Erratum',
		'Erratum: Notes on the Analytical Engine',
		'Corrigendum to “Notes on the Analytical Engine”',
		'Correction to: Notes on the Analytical Engine',
		'Correction: Notes on the Analytical Engine',
		'Author Correction: Notes on the Analytical Engine',
		"Publisher's Note: Notes on the Analytical Engine",
		'Retraction Note to: Notes on the Analytical Engine',
		'[Correction] Notes on the Analytical Engine',
		'Expression of Concern: Notes on the Analytical Engine',
	])('%s is recognized by its title', async (title) => {
		const { line, isWritten } = await verdictOn(title);
		expect(line).toMatch(title === 'Erratum' ? /^notice an erratum$/ : /^notice an? .* of notes$/);
		expect(isWritten).toBe(false);
	});

	it.each([
		'Correction of Gait Disorders',
		'Corrections to Scaling in the Ising Model',
		'Retraction of the Tongue',
		'Withdrawal from Opioids',
		'Erratic: A Novel',
		'Errata and Their History',
		'Addendum Angles of Gears',
		'Retractions and Deformations',
	])('%s is a work', async (title) => {
		expect((await verdictOn(title)).line).toMatch(/^new /);
	});

	it('is recognized by its record', async () => {
		const update = { 'update-to': [{ type: 'corrigendum', DOI: '10.1000/ABC' }] };
		expect(await verdictOn('On a Mistake', update)).toEqual({
			line: 'notice a corrigendum of notes',
			isWritten: false,
		});
	});

	it('is not a new version, and not a record that points at itself', async () => {
		const version = { 'update-to': [{ type: 'new_version', DOI: '10.1000/other' }] };
		expect((await verdictOn('On a Mistake', version)).line).toMatch(/^new /);
		const self = { 'update-to': [{ type: 'correction', DOI: '10.1000/NOTICE' }] };
		expect((await verdictOn('On a Mistake', self)).line).toMatch(/^new /);
	});

	it('leaves a retracted work to the user', async () => {
		const retraction = { 'updated-by': [{ type: 'retraction', DOI: '10.1000/other' }] };
		expect(await verdictOn('On a Mistake', retraction)).toEqual({
			line: 'unsure there is a retraction of it',
			isWritten: false,
		});
	});
});
