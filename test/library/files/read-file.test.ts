import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileOrPipe, readRegularFile } from '../../../src/library/files/read-file.ts';
import { folderWith } from '../../folder.ts';
import { itWith } from '../../tools.ts';

function codeOf(read: () => unknown): string {
	try {
		read();
		return 'none';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code ?? '';
	}
}

describe('Reading a file', () => {
	const root = folderWith({ 'a.bib': '@book{a}', 'folder/x': '' });

	it('returns the bytes of a regular file', () => {
		expect(String(readRegularFile(join(root, 'a.bib')))).toBe('@book{a}');
		expect(String(readFileOrPipe(join(root, 'a.bib')))).toBe('@book{a}');
	});

	it('fails for a folder and a missing file', () => {
		expect(codeOf(() => readRegularFile(join(root, 'folder')))).toBe('EISDIR');
		expect(codeOf(() => readRegularFile(join(root, 'missing')))).toBe('ENOENT');
	});

	it.runIf(process.platform !== 'win32')('refuses devices, which may never end', () => {
		for (const read of [readRegularFile, readFileOrPipe]) {
			expect(codeOf(() => read('/dev/zero'))).toBe('device');
			expect(codeOf(() => read('/dev/null'))).toBe('device');
		}
	});

	itWith('mkfifo')('does not wait for a pipe', () => {
		execFileSync('mkfifo', [join(root, 'pipe')]);
		expect(codeOf(() => readRegularFile(join(root, 'pipe')))).toBe('pipe');
	});

	it.runIf(process.platform !== 'win32')('refuses a socket', async () => {
		const server = createServer();
		await new Promise<void>((listening) => server.listen(join(root, 's'), listening));
		expect(codeOf(() => readFileOrPipe(join(root, 's')))).toBe('socket');
		await new Promise((closed) => server.close(closed));
	});
});
