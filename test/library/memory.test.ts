import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { libraryReader } from '../../src/library/read-library.ts';
import { makeLibrary } from '../bench/library.ts';

test('frees the texts of earlier readings, although every edited entry is kept', () => {
	const original = makeLibrary(100);
	const keys = [...original.matchAll(/^@article\{([^,]+),/gm)].map(([, key]) => key).slice(0, 30);
	expect(keys).toHaveLength(30);
	// Each reading has a separate text, as when a file is read.
	const readEdited = () => {
		const reader = libraryReader();
		const read = (text: string) => reader([source('papers.bib', Buffer.from(text).toString('utf8'))], () => {});
		let text = original;
		let library = read(text);
		const heapBefore = heap();
		for (const key of keys) {
			text = text.replace(`@article{${key},`, `@article{${key}, edited = {yes},`);
			library = read(text);
		}
		expect(library.entries.filter(({ fields }) => fields.has('edited'))).toHaveLength(30);
		return heap() - heapBefore;
	};
	// Several attempts, because code that V8 compiles in the meantime counts, too, and a busy machine compiles late.
	const limit = 10 * original.length;
	let grown = readEdited();
	for (let attempt = 1; attempt < 4 && grown >= limit; attempt++) grown = readEdited();
	expect(grown).toBeLessThan(limit);
}, 60_000);

/** Bytes in use after a garbage collection. */
function heap(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	// A collection that is already running ignores newer garbage, so collect twice.
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}
