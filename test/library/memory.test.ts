import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { libraryReader } from '../../src/library/read-library.ts';
import { makeLibrary } from '../bench/library.ts';

test('keeps no text of the readings before, though every edited entry stays as it was read', () => {
	const original = makeLibrary(200);
	const keys = [...original.matchAll(/^@article\{([^,]+),/gm)].map(([, key]) => key).slice(0, 40);
	expect(keys).toHaveLength(40);
	// Each reading has a text of its own, as when a file is read.
	const readEdited = () => {
		const reader = libraryReader();
		const read = (text: string) => reader([source('papers.bib', Buffer.from(text).toString('utf8'))], () => {});
		let text = original;
		let library = read(text);
		const before = heap();
		for (const key of keys) {
			text = text.replace(`@article{${key},`, `@article{${key}, edited = {yes},`);
			library = read(text);
		}
		expect(library.entries.filter(({ fields }) => fields.has('edited'))).toHaveLength(40);
		return heap() - before;
	};
	// The least of several: what V8 compiles meanwhile is measured, too, and on a busy machine it does so late.
	const grown = Array.from({ length: 4 }, readEdited);
	expect(Math.min(...grown)).toBeLessThan(10 * original.length);
});

/** Bytes in use after everything unused is gone. */
function heap(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	// A collection that had begun already leaves what became garbage since.
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}
