import { basename, dirname, join } from 'node:path/posix';
import type { ListFile } from '../../../project/project-file.ts';
import { valueIn } from '../../../text/value-in.ts';
import type { Folder } from '../folder.ts';
import { freePath, type Proposal } from '../sites.ts';
import { type MovedPart, type MovedSettings, noSettings, type Setting } from './moved-settings.ts';

/** A call of bibtex2html in a Makefile or script, to the end of its line or command. */
const call = /\bbibtex2html((?:[ \t]|\\\r?\n)(?:[^\n;|&\\]|\\\r?\n|\\.)*)/;

/** Translates the options of bibtex2html in a Makefile or script; null if there is none. */
export function bibtex2html(folder: Folder): MovedSettings | null {
	for (const file of folder.files.filter((path) => /(?:^|\/)(?:GNU)?makefile$|\.(?:mk|sh|bash|bat)$/i.test(path))) {
		const text = folder.text(file);
		// Comments, with spaces instead, so that offsets stay the same.
		const code = text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length));
		const match = call.exec(code);
		const words = match?.[1] === undefined ? [] : wordsOf(match[1]);
		const libraries = words.filter((word) => /\.bib$/i.test(word)).map((word) => join(dirname(file), word));
		if (match && libraries.some(folder.has))
			return settingsOf(file, code, match, words, libraries.filter(folder.has), folder);
	}
	return null;
}

/** Words of a shell command; quotes keep spaces. */
function wordsOf(command: string): string[] {
	return [...command.replace(/\\\r?\n/g, ' ').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
		([, double, single, bare]) => double ?? single ?? bare ?? '',
	);
}

/** Options with values, as many as the number. */
const valued: Readonly<Record<string, number>> = {
	...{ s: 1, style: 1, o: 1, output: 1, t: 1, title: 1, e: 1, exclude: 1, css: 1, 'style-sheet': 1, c: 1, command: 1 },
	...{ m: 1, macros: 1, citefile: 1, header: 1, footer: 1, charset: 1, note: 1, bg: 1, f: 1, field: 1, suffix: 1 },
	...{ 'bib-suffix': 1, 'link-suffix': 1, 'file-suffix': 1, nf: 2, 'named-field': 2 },
};

/** Options without an effect on a list of Bibfolio. */
const ignored = [
	...['q', 'quiet', 'w', 'warn-error', 'd', 'sort-by-date', 'r', 'reverse-sort', 'u', 'unsorted', 'nokeys', 'no-keys'],
	...[
		'revkeys',
		'rev-keys',
		'nodoc',
		'nofooter',
		'no-footer',
		'noheader',
		'no-header',
		'i',
		'ignore-errors',
		'html-entities',
	],
	...[
		'unicode',
		'o',
		'output',
		't',
		'title',
		'e',
		'exclude',
		'nf',
		'named-field',
		'f',
		'field',
		'debug',
		'charset',
		'single',
	],
	...[
		'linebreak',
		'dl',
		'use-table',
		'nl',
		'no-links',
		'nokeywords',
		'no-keywords',
		'c',
		'command',
		'bg',
		'doc',
		'no-doc',
	],
];

function settingsOf(
	file: string,
	code: string,
	match: RegExpExecArray,
	words: readonly string[],
	library: readonly string[],
	folder: Folder,
): MovedSettings {
	const calls = code.match(new RegExp(call, 'g'))?.length ?? 1;
	const options = optionsIn(words);
	const has = (...names: readonly string[]) => names.some((name) => options.has(name));
	const valuesOf = (...names: readonly string[]) => names.flatMap((name) => options.get(name) ?? []);
	const excluded = valuesOf('e', 'exclude').flat();
	const [title] = valuesOf('t', 'title').flat();
	const list: ListFile = {
		...(excluded.length && { where: `not key=${excluded.join(',')}` }),
		'group-by': [],
		sort: has('u', 'unsorted')
			? []
			: has('d', 'sort-by-date')
				? [has('r', 'reverse-sort') ? '-date' : 'date']
				: ['author', 'date'],
		number: has('revkeys', 'rev-keys') ? 'down' : has('nokeys', 'no-keys') ? 'none' : 'up',
	};
	const links = [
		...valuesOf('nf', 'named-field').map(([field = '', label = '']) => ({ kind: field, fields: field, label })),
		...valuesOf('f', 'field').map(([field = '']) => ({ kind: field, fields: field, label: field })),
	].filter(({ fields }) => fields !== '');
	const settings: Setting[] = [
		...(title === undefined
			? []
			: [{ key: 'title', comment: 'The title of the page (-t).', value: title.replace(/<[^>]*>/g, '') } as const]),
		...(links.length ? [{ key: 'links', comment: 'Fields with links (-nf and -f).', value: links } as const] : []),
	];
	const line = code.slice(0, match.index).split('\n').length;
	const written = code.slice(match.index, match.index + match[0].length).trimEnd();
	const replacement: MovedPart = {
		...{ file, line, start: match.index, end: match.index + written.length, written },
		list: null,
		write: () => 'npx bibfolio build',
	};
	const [stem = basename(library[0] ?? '').replace(/\.bib$/i, '')] = valuesOf('o', 'output').flat();
	const page = join(dirname(file), `${stem}.html`);
	const path = freePath(page, folder);
	const output: Proposal = { site: 'bibtex2html', path, format: 'html-page', use: null };
	return {
		...noSettings,
		tool: `bibtex2html (${file})`,
		library,
		settings,
		lists: [{ id: 'publications', comment: written.replace(/\s*\\?\s+/g, ' '), value: list }],
		replacements: [replacement],
		outputs: [output],
		notes: [
			...notesOn(options),
			...(path === page
				? []
				: [`${page} stays as bibtex2html wrote it; to replace it, delete it and write "path: ${page}"`]),
			...(calls > 1 ? [`${file} calls bibtex2html ${calls} times; only the first call is translated`] : []),
		],
	};
}

function optionsIn(words: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
	const options = new Map<string, string[][]>();
	for (let index = 0; index < words.length; index++) {
		const name = /^--?([A-Za-z][\w-]*)$/.exec(words.at(index) ?? '')?.[1];
		if (name === undefined) continue;
		const count = valueIn(valued, name) ?? 0;
		options.set(name, [...(options.get(name) ?? []), words.slice(index + 1, index + 1 + count)]);
		index += count;
	}
	return options;
}

const explained: Readonly<Record<string, string>> = {
	s: 'a BibTeX style has no counterpart; for a CSL style, see docs/csl-styles.md',
	style: 'a BibTeX style has no counterpart; for a CSL style, see docs/csl-styles.md',
	m: 'LaTeX macros belong under "macros" in bibfolio.yaml',
	macros: 'LaTeX macros belong under "macros" in bibfolio.yaml',
	citefile: 'choose works with "where" (see docs/selecting-works.md)',
	nobibsource: 'published BibTeX can be removed with a template (see docs/templates.md)',
	'no-bibsource': 'published BibTeX can be removed with a template (see docs/templates.md)',
	noabstract: 'abstracts fold; to remove them, see docs/templates.md',
	'no-abstract': 'abstracts fold; to remove them, see docs/templates.md',
};

function notesOn(options: ReadonlyMap<string, unknown>): string[] {
	return [...options.keys()]
		.filter((name) => !ignored.includes(name))
		.map((name) => `-${name}: ${valueIn(explained, name) ?? 'it has no counterpart'}`);
}
