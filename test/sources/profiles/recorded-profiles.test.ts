import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/editing/drafts/draft.ts';
import type { ProfileSource } from '../../../src/sources/profiles/profile-source.ts';
import { profileSources } from '../../../src/sources/profiles/profile-sources.ts';
import { readText } from '../../../src/sources/read-text.ts';
import { add } from '../../editing/adding.ts';
import { badServices, first, text } from '../behaviours.mjs';
import { readFrom } from './reading.ts';

const folder = new URL('../recorded/', import.meta.url);
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(?:json|xml)$/.test(path))
	.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

/** An address of a first page. */
const address = 'http://127.0.0.1:9/works?q=x&page=1&size=2&rows=2&start=0&limit=2&offset=0&per_page=2&cursor=*';

function pageOf(source: ProfileSource, answer: string) {
	const read = readText(source, answer);
	return 'problem' in read || read.value === null ? null : source.readPage(read.value as never, address);
}

function draftsOf(source: ProfileSource, answer: string): readonly Draft[] {
	const page = pageOf(source, answer);
	return page && 'works' in page ? page.works.map(({ draft }) => draft) : [];
}

/** The recorded pages of each profile source. */
const pages = profileSources.map((source) => ({
	source,
	label: source.label,
	answers: recorded.filter(({ text }) => draftsOf(source, text).length > 0),
}));

const inherited = Object.getOwnPropertyNames(Object.prototype);
/** Places of all pages of a source. */
const maxPlaces = 90;
const strings = /"(?:[^"\\]|\\.)*"|(?<=>)[^<>\n]+(?=<)/g;

describe('Recorded pages', () => {
	it.each(pages)('of $label are there', ({ answers }) => {
		expect(answers.length).toBeGreaterThan(0);
	});

	it.each(pages)('of $label are not half a list if the rest is bad', async ({ source, answers }) => {
		const withNext = answers.filter(({ text }) => {
			const page = pageOf(source, text);
			return page && 'next' in page && page.next !== null;
		});
		for (const { path, text: body } of withNext)
			for (const { name, behaviour } of badServices.filter(({ name }) =>
				/^(?:empty|failing|garbage|not-found)$/.test(name),
			)) {
				let count = 0;
				const answer = first(1, text(body), behaviour);
				const { works, messages } = await readFrom(source, source.example, '/{}', {
					'/*': (request, response, visit) => answer(request, response, { ...visit, count: ++count }),
				});
				if (count > 1) expect([path, name, works, messages.length]).toEqual([path, name, null, 1]);
			}
	});

	it.each(pages)('of $label are read as text if they contain names of Object.prototype', ({ source, answers }) => {
		for (const { path, text: answer } of answers) {
			const all = [...answer.matchAll(strings)];
			const step = Math.ceil((all.length * answers.length) / maxPlaces);
			for (const [place, { 0: old, index }] of all.filter((_, at) => at % step === 0).entries()) {
				const name = inherited[place % inherited.length] ?? '';
				const changed =
					answer.slice(0, index) + (old.startsWith('"') ? `"${name}"` : name) + answer.slice(index + old.length);
				const drafts = draftsOf(source, changed).slice(0, 20);
				const added = add('', drafts, { dialect: 'biblatex' });
				expect([path, old, added.isWell]).toEqual([path, old, true]);
				expect(added.text).not.toMatch(/native code|\[object|undefined/);
			}
		}
	});
});
