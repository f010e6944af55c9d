import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realPlace } from '../../../src/library/files/real-place.ts';
import { folderWith } from '../../folder.ts';

describe('realPlace', () => {
	const root = folderWith({ 'real/a.txt': 'a' });
	symlinkSync('real', join(root, 'link'));
	symlinkSync('../real/new.txt', join(root, 'real/dangling'));
	symlinkSync('link/deep/er', join(root, 'to-missing'));
	symlinkSync('circle', join(root, 'circle'));

	it.each([
		['real/a.txt', 'real/a.txt'],
		['link/a.txt', 'real/a.txt'],
		['link/new/deep.txt', 'real/new/deep.txt'],
		['link/dangling', 'real/new.txt'],
		['to-missing/x', 'real/deep/er/x'],
		['circle', 'circle'],
		['circle/x', 'circle/x'],
	])('resolves the links in %s', (path, place) => {
		expect(realPlace(join(root, path))).toBe(join(root, place));
	});

	it('resolves links above many missing folders', () => {
		const deep = Array.from({ length: 60 }, (_, index) => `d${index}`).join('/');
		expect(realPlace(join(root, 'link', deep))).toBe(join(root, 'real', deep));
	});

	it('is where the system creates a missing file', () => {
		const place = realPlace(join(root, 'to-missing/x'));
		mkdirSync(join(root, 'real/deep/er'), { recursive: true });
		writeFileSync(join(root, 'to-missing/x'), '');
		expect(realpathSync(join(root, 'to-missing/x'))).toBe(place);
	});
});
