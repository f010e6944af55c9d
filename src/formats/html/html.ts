import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import { tableNames } from '../../statistics/statistics.ts';
import { valueIn } from '../../text/value-in.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { readableMathml } from '../math/mathml.ts';

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

/** Characters with a reference, and those that are removed: controls, lone surrogates, bidirectional controls. */
const unsafe = /\r\n|[&<>"'{}\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/**
 * Escapes plain text for element content and double-quoted attributes. Curly braces and line ends become character
 * references, so that site generators (Jekyll, Hugo, Eleventy, Vue, MDX) do not interpret them.
 */
function text(value: string): string {
	return value.replace(unsafe, (character) => valueIn(references, character) ?? '');
}

const rules: InlineRules = {
	text,
	math: (tex, display) => readableMathml(tex, display) ?? `<code>${text(tex)}</code>`,
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

/** A fragment for an existing page. */
export const html: Format = {
	name: 'html',
	extension: '.html',
	templates: 'html',
	main: 'list',
	shows: tableNames,
	hasLooks: true,
	frontMatter: true,
	references: 'file',
	text,
	inline: (value, context) => writeInline(value, rules, context),
	link: (url, label) => {
		const address = safeAddress(url);
		return address === null ? label : `<a href="${text(address)}">${label}</a>`;
	},
	phrases: { unbroken: '<span class="bibfolio-nowrap">{text}</span>' },
	comment: (lines) => `<!-- ${lines.join('\n').replace(/--+|[<>]/g, (match) => (match[1] ? '–' : ' '))} -->`,
	tidy,
};

/** Removes indentation, trailing whitespace and empty lines: in Markdown, they could end an HTML block. */
function tidy(lines: string): string {
	if (!/\r|\n\s|\s\n/.test(lines)) return lines;
	// An array of lines would need more memory than the page.
	return `${lines.trim().replace(/(?<!\s)\s*[\r\n]\s*/g, '\n')}\n`;
}

/** A complete HTML page. */
export const htmlPage: Format = {
	...html,
	name: 'html-page',
	main: 'page',
	isPage: true,
	options: { script: true, 'to-top': true },
};
