import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and of its subfolders. Paths are relative to it, with forward slashes. */
export interface Folder {
	/** Absolute. */
	readonly root: string;
	/** All files, shallow ones first, sorted by name. */
	readonly files: readonly string[];
	has(path: string): boolean;
	/** The beginning of a text file; '' if it cannot be read. */
	text(path: string): string;
}

/** Folders without the user's own files: packages and generated files. */
const skipped =
	/^(?:\..+|node_modules|bower_components|vendor|venv|env|__pycache__|_site|_build|site-packages|public|dist|build|target|resources)$/;
const deepest = 3;
const mostFiles = 5000;

/** Lists the files of a folder, three levels deep. Folders that cannot be read count as empty. */
export function lookAround(root: string): Folder {
	const files: string[] = [];
	let level = [''];
	for (let depth = 0; depth <= deepest && files.length < mostFiles; depth++) {
		const below: string[] = [];
		for (const folder of level) {
			for (const entry of entriesOf(join(root, folder))) {
				const path = folder ? `${folder}/${entry.name}` : entry.name;
				if (entry.isDirectory()) {
					if (!skipped.test(entry.name) || entry.name === '.vitepress') below.push(path);
				} else files.push(path);
			}
		}
		level = below;
	}
	const paths = new Set(files);
	return { root, files, has: (path) => paths.has(path), text: (path) => beginning(join(root, path)) };
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
	} catch {
		return [];
	}
}

function beginning(file: string): string {
	try {
		return readFileSync(file, 'utf8').slice(0, 200_000);
	} catch {
		return '';
	}
}
