import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files in a folder and its subfolders, by their paths. */
export type Files = Readonly<Record<string, string>>;

export function filesIn(folder: string): Files {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const files = paths.filter((path) => statSync(join(folder, path)).isFile());
	return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
