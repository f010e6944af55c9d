import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { mathml } from '../math/mathml.ts';

const references: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'{': '&#123;',
	'}': '&#125;',
	'\t': '\t',
	'\n': '&#10;',
	'\r': '&#10;',
	'\r\n': '&#10;',
};

/** What has a reference, and what is dropped: controls, lone surrogates, marks that turn the direction of what follows. */
const eachUnsafe = /\r\n|[&<>"'{}\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
/** Any of them, or a pair of surrogates: without the flag for Unicode, a text is looked through in a quarter of the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const suspect = /[&<>"'{}\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/;

/**
 * Plain text for element content and double-quoted attributes, in the tight form that survives other sites' engines:
 * braces (Jekyll, Hugo, Eleventy, Vue, MDX) and line ends as character references.
 */
function text(value: string): string {
	return suspect.test(value) ? value.replace(eachUnsafe, (found) => references[found] ?? '') : value;
}

const rules: InlineRules = {
	text,
	math: (tex, display) => mathml(tex, display) ?? `<code>${text(tex)}</code>`,
	wrap: {
		emphasis: ['<em>', '</em>'],
		strong: ['<strong>', '</strong>'],
		'small-caps': ['<span class="bibfolio-small-caps">', '</span>'],
		code: ['<code>', '</code>'],
		superscript: ['<sup>', '</sup>'],
		subscript: ['<sub>', '</sub>'],
		underline: ['<u>', '</u>'],
		strike: ['<s>', '</s>'],
		roman: ['<span class="bibfolio-roman">', '</span>'],
		'no-case': ['', ''],
	},
	link: (href) => [`<a href="${text(href)}">`, '</a>'],
};

/** A fragment for someone else's page. */
export const html: Format = {
	name: 'html',
	extension: '.html',
	templates: 'html',
	main: 'list',
	frontMatter: true,
	text,
	inline: (value, context) => writeInline(value, rules, context),
	link: (url, label) => {
		const address = safeAddress(url);
		return address === null ? label : `<a href="${text(address)}">${label}</a>`;
	},
	comment: (lines) => `<!-- ${lines.join('\n').replace(/--+|[<>]/g, (found) => (found[1] ? '–' : ' '))} -->`,
	tidy,
};

/** No blank lines, no indentation, no blanks at the ends of lines: inside Markdown any of them could end the HTML. */
function tidy(lines: string): string {
	if (isTidy(lines)) return lines;
	const tidied = lines.split(/[\r\n]+/).map((line) => line.trim());
	return `${tidied.filter(Boolean).join('\n')}\n`;
}

/** Lines are long here: going from one end of a line to the next is a small part of looking at each character. */
function isTidy(lines: string): boolean {
	for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', end + 1))
		if (/\s/.test(lines.charAt(end - 1)) || /\s/.test(lines.charAt(end + 1))) return false;
	return !lines.includes('\r');
}

/** A whole page. */
export const htmlPage: Format = { ...html, name: 'html-page', main: 'page' };
