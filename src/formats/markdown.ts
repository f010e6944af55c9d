import { safeAddress } from '../publications/addresses.ts';
import type { RichText } from '../text/rich-text.ts';
import type { Format, InlineContext } from './format.ts';
import { type InlineRules, writeInline } from './inline.ts';
import { escapeAt, special } from './markdown-escapes.ts';

/** GitHub-flavoured Markdown that other dialects read alike. */
export const markdown: Format = {
	name: 'markdown',
	extension: '.md',
	templates: 'md',
	main: 'list',
	text,
	inline,
	link(url, label) {
		const safe = safeAddress(url);
		if (safe === null) return label;
		return label === text(url) && standsAlone.test(safe) ? `<${safe}>` : `[${label}](${address(safe)})`;
	},
	comment: (lines) => `<!-- ${lines.join('\n').replace(/--+|[<>]/g, (found) => (found[1] ? '–' : ' '))} -->`,
	// Two blanks at the end of a line break it, so they stay, except before a blank line.
	finish: (file) =>
		`${file
			.replace(/[ \t]+$/gm, (blanks) => (blanks === '  ' ? blanks : ''))
			.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
			.replace(/ {2}\n\n/g, '\n\n')
			.trim()}\n`,
};

/**
 * Control characters, which no text keeps, stand for markup until the neighbours of every character are known: these
 * for what is always the same, NULs around an index for the rest.
 */
const emphasis: Readonly<Record<string, { open: boolean; mark: string; tag: string }>> = {
	'\u0091': { open: true, mark: '*', tag: '<em>' },
	'\u0092': { open: false, mark: '*', tag: '</em>' },
	'\u0093': { open: true, mark: '**', tag: '<strong>' },
	'\u0094': { open: false, mark: '**', tag: '</strong>' },
};
const tags = [
	'<code>',
	'</code>',
	'<sup>',
	'</sup>',
	'<sub>',
	'</sub>',
	'<u>',
	'</u>',
	'<del>',
	'</del>',
	'[',
] as const;
const standIn = (tag: (typeof tags)[number]) => String.fromCharCode(0x80 + tags.indexOf(tag));

const wrap: InlineRules['wrap'] = {
	emphasis: ['\u0091', '\u0092'],
	strong: ['\u0093', '\u0094'],
	'small-caps': ['', ''],
	code: [standIn('<code>'), standIn('</code>')],
	superscript: [standIn('<sup>'), standIn('</sup>')],
	subscript: [standIn('<sub>'), standIn('</sub>')],
	underline: [standIn('<u>'), standIn('</u>')],
	strike: [standIn('<del>'), standIn('</del>')],
	roman: ['', ''],
	'no-case': ['', ''],
};

function text(value: string): string {
	return special.test(value) ? settle(plain(value), []) : value;
}

function inline(value: RichText, context: InlineContext): string {
	const only = value.length === 1 ? value[0] : undefined;
	if (only?.type === 'text') return text(only.value);
	const held: string[] = [];
	const hold = (markup: string) => `\u0000${String.fromCharCode(0xff + held.push(markup))}\u0000`;
	const rules: InlineRules = {
		text: plain,
		math: (tex, display) => hold(math(tex, display)),
		wrap,
		link: (href) => [standIn('['), hold(`](${address(href)})`)],
	};
	const written = writeInline(value, rules, context);
	return special.test(written) ? settle(written, held) : written;
}

/** Controls, and marks that turn the direction of what follows. */
const unwanted = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const eachUnwanted = new RegExp(unwanted.source, 'gu');

function plain(value: string): string {
	if (!unwanted.test(value)) return value;
	return value.replace(eachUnwanted, (control) => ('\n\r\t'.includes(control) ? ' ' : ''));
}

const eachSpecial = new RegExp(`\\u0000([^\\u0000])\\u0000|${special.source}`, 'gu');

/** Escapes what is text and puts in what stands for markup. */
function settle(written: string, held: readonly string[]): string {
	const ends = emphasisEnds(written);
	return written.replace(eachSpecial, (found, index: string | undefined, at: number) => {
		if (index !== undefined) return held[index.charCodeAt(0) - 0x100] ?? '';
		return ends?.get(at) ?? tags[found.charCodeAt(0) - 0x80] ?? escapeAt(written, at);
	});
}

/**
 * The ends of emphasis by place: asterisks where CommonMark sees emphasis in them (spec 0.31, 'left-flanking'), HTML
 * where it would not: inside a word beside punctuation, beside blanks, in other emphasis.
 */
function emphasisEnds(written: string): ReadonlyMap<number, string> | null {
	if (!/[\u0091-\u0094]/u.test(written)) return null;
	const ends = new Map<number, string>();
	const open: { at: number; sound: boolean }[] = [];
	for (const { 0: found, index: at } of written.matchAll(/[\u0091-\u0094]/gu)) {
		const end = emphasis[found];
		if (!end) continue;
		const [before, after] = [written[at - 1], written[at + 1]];
		if (end.open) open.push({ at, sound: open.length === 0 && flanks(before, after) });
		else {
			const begun = open.pop() ?? { at, sound: false };
			const tight = begun.sound && flanks(after, before);
			const first = emphasis[written[begun.at] ?? ''];
			ends.set(begun.at, (tight ? first?.mark : first?.tag) ?? '');
			ends.set(at, tight ? end.mark : end.tag);
		}
	}
	return ends;
}

/** Whether asterisks with these neighbours, outside and inside, begin or end emphasis. At the ends of a text is space. */
function flanks(outside: string | undefined, inside: string | undefined): boolean {
	if (inside === undefined || /[\s\p{Cc}*_]/u.test(inside)) return false;
	if (outside === undefined || /\s/.test(outside)) return true;
	if (/[\p{Cc}*_]/u.test(outside)) return false;
	return /[\p{P}\p{S}]/u.test(outside) || !/[\p{P}\p{S}]/u.test(inside);
}

/** An address that may stand for itself between angle brackets. */
const standsAlone = /^https?:\/\/[\w\-./?=%#&~+,;:@!]+$/;

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
		.replace(/ ?< ?/g, ' \\lt ')
		.replace(/ ?> ?/g, ' \\gt ')
		.replace(/\{(?=[{%#])|[}%#](?=\})/g, '$& ')
		.trim();
	if (inner === '' || inner.includes('$')) return `<code>${text(tex)}</code>`;
	return display ? `$$${inner}$$` : `$${inner}$`;
}
