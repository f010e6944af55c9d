import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../../library/files/read-file.ts';

/** The files in a folder and its subfolders. Paths are relative, with forward slashes. */
export interface Folder {
	/** Absolute. */
	readonly root: string;
	/** Sorted by depth, then by name. */
	readonly files: readonly string[];
	has(path: string): boolean;
	/** The first 200,000 characters of a text file; '' if it cannot be read. */
	text(path: string): string;
}

/** Folders with packages and generated files. */
const skipped =
	/^(?:\..+|node_modules|bower_components|vendor|venv|env|__pycache__|_site|_build|site-packages|public|dist|build|target|resources)$/;
const maximumDepth = 3;
const mostFiles = 5000;

/** Lists the files in a folder, three levels deep. Treats a folder that cannot be read as empty. */
export function scanFolder(root: string): Folder {
	const files: string[] = [];
	let level = [''];
	for (let depth = 0; depth <= maximumDepth && files.length < mostFiles; depth++) {
		const subfolders: string[] = [];
		for (const folder of level) {
			for (const entry of entriesOf(join(root, folder))) {
				const path = folder ? `${folder}/${entry.name}` : entry.name;
				if (entry.isDirectory()) {
					if (!skipped.test(entry.name) || entry.name === '.vitepress') subfolders.push(path);
				} else files.push(path);
			}
		}
		level = subfolders;
	}
	const paths = new Set(files);
	return { root, files, has: (path) => paths.has(path), text: (path) => beginning(join(root, path)) };
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
	} catch {
		return [];
	}
}

function beginning(file: string): string {
	try {
		return readRegularFile(file).toString('utf8').slice(0, 200_000);
	} catch {
		return '';
	}
}
