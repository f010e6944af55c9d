import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { add, drafts } from './adding.ts';

/** Each folder contains `library.bib`, the input and the expected library. Update the expected files with `-u`. */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

describe('adding to a library', () => {
	it.each(readdirSync(fixtures))('%s', async (name) => {
		const folder = join(fixtures, name);
		const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
		const library = readFileSync(join(folder, 'library.bib'), 'utf8').replace(/^\ufeff/, '');
		const { text, isWell, replacements } = add(library, drafts(readFileSync(join(folder, input), 'utf8')));
		expect(isWell).toBe(true);
		expect(replacements.every(({ start, end }) => start === end)).toBe(true);
		await expect(text).toMatchFileSnapshot(join(folder, 'expected.bib'));
	});
});
