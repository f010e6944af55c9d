import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileNames } from '../../../src/people/person.ts';
import { profileSources } from '../../../src/sources/profiles/profile-sources.ts';
import { readText } from '../../../src/sources/read-text.ts';

/** Whether a text has works, or a problem that a message can contain. */
function isRead(source: (typeof profileSources)[number], text: string): boolean {
	const read = readText(source, text);
	if ('problem' in read) return read.problem !== '';
	if (read.value === null) return true;
	const page = source.readPage(read.value as never, 'https://example.org/?q=x');
	return 'problem' in page ? page.problem !== '' : Array.isArray(page.works);
}

describe('all profile sources', () => {
	it('are one for each id of a person', () => {
		expect(profileSources.map(({ name }) => name).sort()).toEqual(['orcid', ...profileNames].sort());
	});

	it.each(profileSources)('of $label recognize their example, also with whitespace around it', ({ example, idIn }) => {
		expect(idIn(` ${example}\n`)).toBe(example);
	});

	it.each(profileSources)('of $label read any answer, or say what is wrong with it', (source) => {
		const texts = fc.oneof(
			fc.string(),
			fc.json(),
			fc.string().map((words) => `<r>${words}</r>`),
		);
		fc.assert(
			fc.property(texts, (text) => isRead(source, text)),
			{ numRuns: 100 },
		);
		for (const text of ['', ' ', 'null', '5', '"x"', '[]', '{}', '<x/>', '<html>', '[['.repeat(5000)])
			expect(isRead(source, text), text.slice(0, 10)).toBe(true);
	});

	it.each(profileSources)('of $label recognize any text as an id or not', ({ idIn }) => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const id = idIn(text);
				// An id is recognized again, and does not change.
				return id === null || idIn(id) === id;
			}),
		);
	});
});
