import type { Format } from './format.ts';
import { type InlineRules, writeInline } from './inline.ts';

/**
 * Escapes that mean the same to cmark-gfm, pandoc, kramdown, python-markdown, MyST, MDX, markdown-it and goldmark:
 * a backslash before the punctuation all of them know, a decimal reference for the rest.
 */
const backslashed = '\\`*_{}[]()#+-.!';
const referenced = '&<>|~^$@:"\'=%/';

const escapes: ReadonlyMap<string, string> = new Map([
	...[...backslashed].map((mark) => [mark, `\\${mark}`] as const),
	...[...referenced].map((mark) => [mark, `&#${mark.charCodeAt(0)};`] as const),
	...['\n', '\r', '\t'].map((space) => [space, ' '] as const),
]);

/** All of them, and control characters, which are dropped. */
const special = /[\\`*_{}[\]()#+\-.!&<>|~^$@:"'=%/\p{Cc}]/u;
const eachSpecial = new RegExp(special.source, 'gu');

/**
 * Marks that stay bare between the neighbours named, where no dialect sees anything in them, so that the file reads
 * well: the hyphen of a double name, the stop after an initial, the colon of a subtitle.
 */
const harmless: Readonly<Record<string, RegExp>> = {
	'-': /^[\p{L}\p{N}]-[\p{L}\p{N}]$/u,
	'.': /^\p{L}\. $/u,
	':': /^\p{L}: $/u,
	'/': /^[\p{L}\p{N}]\/[\p{L}\p{N}]$/u,
	'&': /^ & $/u,
	'(': /^ \([\p{L}\p{N}]$/u,
	')': /^[\p{L}\p{N}]\)[ ,]$/u,
	'!': /^\p{L}! $/u,
};

/** What typographers make a sign of: (c), (r), (tm), (p). */
const sign = /\((?:c|r|p|tm)\)/i;

function text(value: string): string {
	if (!special.test(value)) return value;
	const signs = sign.test(value);
	return value.replace(eachSpecial, (mark, at: number) => {
		const bare = harmless[mark];
		if (bare && !(signs && (mark === '(' || mark === ')')) && bare.test(value.slice(at - 1, at + 2))) return mark;
		return escapes.get(mark) ?? '';
	});
}

/** An address between parentheses: what could end it or mean something to a site's engine is percent-encoded. */
function address(url: string): string {
	return url
		.replace(/[\s<>()[\]{}\\|`^"'$*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
		.replace(/&/g, '&amp;');
}

/**
 * Mathematics between dollar signs; as code where it holds one itself. Bare `<` would be HTML, and doubled braces mean
 * something to Jekyll, Hugo and Vue.
 */
function math(tex: string, display: boolean): string {
	const inner = tex
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/</g, '\\lt ')
		.replace(/>/g, '\\gt ')
		.replace(/([{}])(?=[{}%#])/g, '$1 ');
	if (inner === '' || inner.includes('$')) return `<code>${text(tex)}</code>`;
	return display ? `$$${inner}$$` : `$${inner}$`;
}

/** An address that may stand for itself between angle brackets. */
const bare = /^https?:\/\/[\w\-./?=%#&~+,;:@!]+$/;

const rules: InlineRules = {
	text,
	math,
	wrap: {
		emphasis: ['\u0001', '\u0002'],
		strong: ['\u0003', '\u0004'],
		'small-caps': ['', ''],
		code: ['<code>', '</code>'],
		superscript: ['<sup>', '</sup>'],
		subscript: ['<sub>', '</sub>'],
		underline: ['<u>', '</u>'],
		strike: ['<del>', '</del>'],
		roman: ['', ''],
		'no-case': ['', ''],
	},
	link: (href) => ['[', `](${address(href)})`],
};

/** Control characters (which no text holds any more) stand for the ends of emphasis until its neighbours are known. */
const ends: Readonly<Record<string, { open: boolean; mark: string; tag: string }>> = {
	'\u0001': { open: true, mark: '*', tag: '<em>' },
	'\u0002': { open: false, mark: '*', tag: '</em>' },
	'\u0003': { open: true, mark: '**', tag: '<strong>' },
	'\u0004': { open: false, mark: '**', tag: '</strong>' },
};
const eachEnd = /\p{Cc}/gu;

/**
 * Asterisks where CommonMark sees emphasis in them (spec 0.31, 'left-flanking'), HTML where it would not: inside a
 * word beside punctuation, beside blanks, in emphasis already. Beyond the ends of the text white space is assumed.
 */
function settleEmphasis(written: string): string {
	const marks = [...written.matchAll(eachEnd)];
	if (!marks.length) return written;
	const open: { index: number; sound: boolean }[] = [];
	const chosen: string[] = [];
	for (const [index, { 0: mark, index: at }] of marks.entries()) {
		const end = ends[mark];
		const [before, after] = [written[at - 1], written[at + 1]];
		if (end?.open) open.push({ index, sound: open.length === 0 && flanks(before, after) });
		else {
			const begun = open.pop();
			const first = marks[begun?.index ?? 0];
			const tight = begun?.sound && flanks(after, before) && at > (first?.index ?? 0) + 1;
			for (const one of [begun?.index ?? 0, index]) {
				const row = ends[marks[one]?.[0] ?? ''];
				chosen[one] = (tight ? row?.mark : row?.tag) ?? '';
			}
		}
	}
	let count = 0;
	return written.replace(eachEnd, () => chosen[count++] ?? '');
}

/** Whether a mark with these neighbours, the one outside and the one inside, is one. */
function flanks(outside: string | undefined, inside: string | undefined): boolean {
	if (inside === undefined || /[\s\p{Cc}*_]/u.test(inside)) return false;
	if (outside === undefined || /\s/.test(outside)) return true;
	if (/[\p{Cc}*_]/u.test(outside)) return false;
	return /[\p{P}\p{S}]/u.test(outside) || !/[\p{P}\p{S}]/u.test(inside);
}

/** GitHub-flavoured Markdown that other dialects read alike. */
export const markdown: Format = {
	name: 'markdown',
	extension: '.md',
	templates: 'md',
	main: 'list',
	text,
	inline: (value, context) => settleEmphasis(writeInline(value, rules, context)),
	link: (url, label) => (label === text(url) && bare.test(url) ? `<${url}>` : `[${label}](${address(url)})`),
	comment: (lines) => `<!-- ${lines.join('\n').replace(/--+|[<>]/g, (found) => (found[1] ? '–' : ' '))} -->`,
	// Two blanks at the end of a line break it, so they stay, except before a blank line.
	finish: (file) =>
		`${file
			.replace(/[ \t]+$/gm, (blanks) => (blanks === '  ' ? blanks : ''))
			.replace(/(?: {2})?\n(?:[ \t]*\n){2,}/g, '\n\n')
			.replace(/ {2}\n\n/g, '\n\n')
			.trim()}\n`,
};
