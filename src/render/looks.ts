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
	/** Titles lead to the work, so that the links below need not repeat that address. */
	readonly linksTitles: boolean;
}

interface LookRow {
	readonly entry: string;
	readonly linksTitles: boolean;
	/** What it is for, in help and schema. */
	readonly summary: string;
}

/** A title that leads to the work, then names and venue. Also the default of a project's own looks. */
const titleFirst = { entry: 'entry-title', linksTitles: true };

/** The built-in looks, by name; the first one is the default. The stylesheet of each is `look-NAME.css`. */
export const looks: Readonly<Record<string, LookRow>> = {
	title: { ...titleFirst, summary: 'titles first, linked and bold' },
	record: { entry: 'entry-record', linksTitles: false, summary: 'a reference: names, year, title, venue' },
	compact: { ...titleFirst, summary: 'small and dense, for long lists' },
	cards: { ...titleFirst, summary: 'cards with large pictures' },
};

export const defaultLook = 'title';

/** A look by its name. One of the project may lack a template of its own; it then has that of the default look. */
export function lookNamed(name: string, templates: TemplateSet): Look {
	const stylesheet = `look-${name}.css`;
	const row = valueIn(looks, name);
	const entry = `entry-${name}`;
	// A template of the project's own may or may not link titles.
	if (!row && templates.get(entry, 'html')) return { name, entry, stylesheet, linksTitles: false };
	const { entry: template, linksTitles } = row ?? titleFirst;
	return { name, entry: template, stylesheet, linksTitles };
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
