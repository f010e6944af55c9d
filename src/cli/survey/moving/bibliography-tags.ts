import { valueIn } from '../../../text/value-in.ts';
import type { Folder } from '../folder.ts';

/** A `{% bibliography … %}` tag of jekyll-scholar in a page, or the loop around it. */
export interface BibliographyTag {
	/** Relative to the folder. */
	readonly file: string;
	/** One-based. */
	readonly line: number;
	/** UTF-16 offsets of the part to replace, end exclusive. */
	readonly start: number;
	readonly end: number;
	/** The part as written. */
	readonly written: string;
	/** Whitespace control at both ends: '-' or ''. */
	readonly dashes: readonly [open: string, close: string];
	/** Values by the long name of the option, such as `query`; several for `file`. */
	readonly options: ReadonlyMap<string, readonly string[]>;
	/** The field whose values a loop around the tag lists, each in a group of its own; null without one. */
	readonly groupField: string | null;
}

/** Another tag of jekyll-scholar, such as `{% cite %}`. */
export interface OtherTag {
	readonly name: string;
	readonly file: string;
	readonly line: number;
}

export interface ScholarTags {
	readonly lists: readonly BibliographyTag[];
	readonly others: readonly OtherTag[];
}

/** Finds the tags of jekyll-scholar in the files that Jekyll renders, outside `{% raw %}` and `{% comment %}`. */
export function scholarTags(folder: Folder): ScholarTags {
	const found = folder.files.filter((file) => isRendered(file, folder)).map((file) => tagsIn(file, folder.text(file)));
	return { lists: found.flatMap(({ lists }) => lists), others: found.flatMap(({ others }) => others) };
}

/** A page has front matter; layouts and includes need none. */
function isRendered(file: string, { text }: Folder): boolean {
	if (!/\.(?:md|markdown|html?|liquid)$/i.test(file)) return false;
	return /^_(?:includes|layouts)\//.test(file) || /^\uFEFF?---\s/.test(text(file));
}

const tag =
	/\{%(-?)\s*(bibliography|bibliography_count|cite|nocite|reference|cite_details|details_link|quote)(?![\w-])((?:(?!\{%)[\s\S])*?)(-?)%\}/g;

function tagsIn(file: string, text: string): ScholarTags {
	const inert = inertParts(text);
	const matches = [...text.matchAll(tag)].filter(
		({ index }) => !inert.some(({ start, end }) => index > start && index < end),
	);
	const lists: BibliographyTag[] = [];
	const others: OtherTag[] = [];
	for (const match of matches) {
		const [written, open = '', name = '', words = '', close = ''] = match;
		const line = text.slice(0, match.index).split('\n').length;
		if (name === 'bibliography') {
			const start = match.index;
			const end = start + written.length;
			const single = { file, line, start, end, written, dashes: [open, close] as const, groupField: null };
			lists.push(withLoop({ ...single, options: optionsIn(words) }, text));
		} else others.push({ name, file, line });
	}
	return { lists, others };
}

/** The parts of a text that Liquid does not read: `{% raw %}` and `{% comment %}` with their ends. */
function inertParts(text: string): { start: number; end: number }[] {
	const parts: { start: number; end: number }[] = [];
	let open: { name: string; start: number } | null = null;
	for (const { index, 1: word = '' } of text.matchAll(/\{%-?\s*((?:end)?(?:raw|comment))\s*-?%\}/g)) {
		if (open && word === `end${open.name}`) {
			parts.push({ start: open.start, end: index });
			open = null;
		} else if (!open && !word.startsWith('end')) open = { name: word, start: index };
	}
	return parts;
}

/** The long names of short options. */
const shortOptions: Readonly<Record<string, string>> = {
	A: 'suppress_author',
	C: 'cited_in_order',
	G: 'group_order',
	L: 'label',
	O: 'type_order',
	T: 'template',
	c: 'cited',
	f: 'file',
	g: 'group_by',
	h: 'bibliography_list_tag',
	l: 'locator',
	m: 'max',
	o: 'offset',
	p: 'prefix',
	q: 'query',
	r: 'remove_duplicates',
	s: 'style',
	t: 'text',
};

function optionsIn(words: string): Map<string, readonly string[]> {
	const options = new Map<string, readonly string[]>();
	for (const part of words.trim().split(/\s+(?=--?[A-Za-z])/)) {
		const [, long, short = '', value = ''] = /^(?:--([A-Za-z_]+)|-([A-Za-z]))\s*=?\s*([\s\S]*)$/.exec(part) ?? [];
		const name = long ?? valueIn(shortOptions, short);
		if (name !== undefined)
			options.set(name, [...(options.get(name) ?? []), value.trim().replace(/^(["'])(.*)\1$/s, '$2')]);
	}
	return options;
}

/**
 * Replaces the whole of a loop that lists each value of a field, as in older al-folio sites:
 * `{% for y in page.years %}<h2>{{y}}</h2>{% bibliography -q @*[year={{y}}] %}{% endfor %}`.
 */
function withLoop(single: BibliographyTag, text: string): BibliographyTag {
	const query = single.options.get('query')?.[0] ?? '';
	const [condition, field = '', name = ''] =
		/(?:(?:&&|,)\s*)?([\w-]+)\s*==?\s*\{\{-?\s*([\w-]+)\s*-?\}\}/.exec(query) ?? [];
	if (condition === undefined) return single;
	const head = [...text.slice(0, single.start).matchAll(/\{%-?\s*for\s+([\w-]+)\s+in\b[^%]*%\}/g)].at(-1);
	const tail = /\{%-?\s*endfor\s*-?%\}/.exec(text.slice(single.end));
	if (!head || !tail || head[1] !== name) return single;
	const between =
		text.slice(head.index + head[0].length, single.start) + text.slice(single.end, single.end + tail.index);
	if (between.includes('{%')) return single;
	const start = head.index;
	const end = single.end + tail.index + tail[0].length;
	const others = query
		.replace(condition, '')
		.replace(/\[\s*(?:&&|,)\s*/, '[')
		.replace(/\s+\]/, ']')
		.replace(/\[\s*\]/, '');
	const options = new Map(single.options).set('query', [others]);
	const line = text.slice(0, start).split('\n').length;
	return { ...single, start, end, line, written: text.slice(start, end), options, groupField: field };
}
