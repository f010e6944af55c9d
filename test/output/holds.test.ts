import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holds } from '../../src/output/holds.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-'));
const file = join(folder, 'list.md');
const parts = [Buffer.from('first'), Buffer.from(''), Buffer.from('second')];

it.each([
	['firstsecond', true],
	['firstseconD', false],
	['Firstsecond', false],
	['firstsecond\n', false],
	['firstsecon', false],
	['', false],
])('compares the bytes of a file with parts: %j', (contents, same) => {
	writeFileSync(file, contents);
	expect(holds(file, parts, 11)).toBe(same);
});

it('finds nothing in what is no file', () => {
	expect(holds(join(folder, 'none'), parts, 11)).toBe(false);
	mkdirSync(join(folder, 'inner'));
	expect(holds(join(folder, 'inner'), parts, 11)).toBe(false);
});

it('knows an empty file', () => {
	writeFileSync(file, '');
	expect(holds(file, [], 0)).toBe(true);
});
