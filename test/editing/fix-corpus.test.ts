import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sample } from '../tools.ts';
import { fixed } from './fixing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['test', 'bib']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
	)
	.filter((path) => path.endsWith('.bib') && !path.includes('node_modules') && !path.includes('mojibake'))
	.sort();

/** What these report is not read as it is meant until it is fixed. */
const misreadBefore: ReadonlySet<string> = new Set([
	'bib/unknown-type',
	'date/unparsable', // a misspelt month
	'field/misspelt',
	'text/mojibake',
]);

describe('fixing every test library', () => {
	it.each(sample(files, 4))('%s', async (path) => {
		const bytes = readFileSync(join(root, path));
		const { before, after, once, twice } = await fixed(bytes);
		expect(twice.equals(once), 'changes nothing more').toBe(true);
		expect(after.fixable).toEqual([]);
		const misread = before.fixable.some((code) => misreadBefore.has(code));
		if (!misread) expect(after.works).toEqual(before.works);
	});
});
