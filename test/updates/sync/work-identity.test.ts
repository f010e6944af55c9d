import { describe, expect, it } from 'vitest';
import { type IgnoredWork, ignoredFinder, type WorkIdentity } from '../../../src/updates/sync/work-identity.ts';

const identity: WorkIdentity = { doi: [], arxiv: [], pmid: [], records: ['orcid:1'], title: 'On Engines', year: 1843 };

function isIgnored(
	ignored: Partial<IgnoredWork>,
	work: Partial<WorkIdentity>,
	people: readonly string[] = ['ada'],
): boolean {
	const empty = { doi: [], arxiv: [], pmid: [], records: [], title: '', year: null };
	const find = ignoredFinder([{ ...empty, people: [], reason: 'not mine', ...ignored }]);
	return find({ ...empty, ...work }, people) !== null;
}

describe('an ignored work', () => {
	it('stays ignored if it gets a DOI later', () => {
		expect(isIgnored(identity, { ...identity, doi: ['10.1000/x'], title: 'On Engines and Looms', year: 1844 })).toBe(
			true,
		);
	});

	it('is recognized by its title and year in another profile', () => {
		expect(isIgnored(identity, { ...identity, records: ['dblp:x'], title: 'On engines.' })).toBe(true);
	});

	it('is recognized by a DOI in another case', () => {
		expect(isIgnored({ doi: ['10.1000/X'] }, { doi: ['10.1000/x'] })).toBe(true);
	});

	it('is not another work with its title', () => {
		expect(isIgnored(identity, { ...identity, records: ['orcid:2'], year: 1850 })).toBe(false);
		const one = { ...identity, records: [], doi: ['10.1000/x'] };
		expect(isIgnored(one, { ...one, doi: ['10.1000/y'] })).toBe(false);
		expect(isIgnored({ title: '' }, { title: '' })).toBe(false);
	});

	it('applies to the people it was ignored for', () => {
		expect(isIgnored({ ...identity, people: ['ada'] }, identity, ['ada'])).toBe(true);
		expect(isIgnored({ ...identity, people: ['ada'] }, identity, ['ada', 'charles'])).toBe(false);
		expect(isIgnored({ ...identity, people: ['ada', 'charles'] }, identity, ['charles'])).toBe(true);
	});
});
