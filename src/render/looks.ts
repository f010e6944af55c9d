import { readdirSync } from 'node:fs';
import { valueIn } from '../text/value-in.ts';
import type { TemplateSet } from './engine/templates.ts';

/** How HTML lists look: a template that orders the parts of an entry, and a stylesheet. */
export interface Look {
	readonly name: string;
	/** The template of an entry: `entry-title`. */
	readonly entry: string;
	/** The file of its stylesheet, which is added to `bibfolio.css`. */
	readonly stylesheet: string;
}

interface LookRow {
	readonly entry: string;
	/** What it is for, in help and schema. */
	readonly summary: string;
}

/** The built-in looks, by name; the first one is the default. The stylesheet of each is `look-NAME.css`. */
export const looks: Readonly<Record<string, LookRow>> = {
	title: { entry: 'entry-title', summary: 'titles first, linked and bold' },
	record: { entry: 'entry-record', summary: 'a reference: names, year, title, venue' },
	compact: { entry: 'entry-title', summary: 'small and dense, for long lists' },
	cards: { entry: 'entry-title', summary: 'cards with large pictures' },
};

export const defaultLook = 'title';

/** A look by its name. One of the project may lack a template of its own; it then has that of the default look. */
export function lookNamed(name: string, templates: TemplateSet): Look {
	const own = `entry-${name}`;
	const entry = templates.get(own, 'html') ? own : (valueIn(looks, name)?.entry ?? `entry-${defaultLook}`);
	return { name, entry, stylesheet: `look-${name}.css` };
}

/** The names of all looks: the built-in ones, and those with a stylesheet in the folder of the project's templates. */
export function lookNames(folder: string): readonly string[] {
	let files: readonly string[] = [];
	try {
		files = readdirSync(folder).sort();
	} catch {
		// A project without templates; one that cannot be read is reported when they are loaded.
	}
	const own = files.flatMap((file) => /^look-([\w-]+)\.css$/.exec(file)?.[1] ?? []);
	return [...new Set([...Object.keys(looks), ...own])];
}
