import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/library/entry.ts';
import { fieldsOf, fixture, read } from './reading.ts';

const good = fixture('good.bib');
const { library } = read(good);
const written = (entry: Entry) => JSON.stringify([entry.type, fieldsOf(entry, true)]);
const before = library.entries.map((entry) => {
	const start = entry.source.origin?.offset ?? 0;
	return { key: entry.key, text: written(entry), start, end: start + entry.span.end };
});
const macros = { start: 0, end: good.lastIndexOf('@string') + 80 };

describe('one character deleted, doubled or put in', () => {
	it('costs at most the entry it stands in or beside', () => {
		const characters = fc.constantFrom(...'{}"@,#=()%\\ \na1');
		fc.assert(
			fc.property(fc.nat(good.length), fc.oneof(fc.constantFrom('deleted', 'doubled'), characters), (at, what) => {
				const put = what === 'deleted' ? '' : what === 'doubled' ? good.slice(at, at + 1).repeat(2) : what;
				const mutated = good.slice(0, at) + put + good.slice(what.length > 1 ? at + 1 : at);
				const after = read(mutated);
				const left = new Set(after.library.entries.map(written));
				const lost = before.filter(({ text }) => !left.has(text));
				const elsewhere = lost.filter(({ start, end }) => at < start - 1 || at > end + 1);
				// A macro that is damaged is damaged wherever it is used.
				if (at < macros.start || at > macros.end) expect(elsewhere).toEqual([]);
				if (after.library.entries.length < before.length && put !== '%') expect(after.codes).not.toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});
