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

describe('a deleted, doubled or inserted character', () => {
	it('costs at most the entry at or next to its position', () => {
		const characters = fc.constantFrom(...'{}"@,#=()%\\ \na1');
		fc.assert(
			fc.property(fc.nat(good.length), fc.oneof(fc.constantFrom('deleted', 'doubled'), characters), (at, what) => {
				const put = what === 'deleted' ? '' : what === 'doubled' ? good.slice(at, at + 1).repeat(2) : what;
				const mutated = good.slice(0, at) + put + good.slice(what.length > 1 ? at + 1 : at);
				const after = read(mutated);
				const left = new Set(after.library.entries.map(written));
				const lost = before.filter(({ text }) => !left.has(text));
				const elsewhere = lost.filter(({ start, end }) => at < start - 1 || at > end + 1);
				// A damaged macro also damages the entries that use it.
				if (at < macros.start || at > macros.end) expect(elsewhere).toEqual([]);
				if (after.library.entries.length < before.length && put !== '%') expect(after.codes).not.toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});
