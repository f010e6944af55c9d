import { plainText } from '../../latex/plain-text.ts';
import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import { tableNames } from '../../statistics/statistics.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { onOneLine } from '../text/text.ts';

/**
 * Characters with a meaning in Typst's markup, including quotation marks that it would change and characters that it would
 * join. A hyphen or slash inside a word is not escaped, so that the file is readable.
 */
const special = /((?<=[\p{L}\p{N}])[-/](?=[\p{L}\p{N}]))|[\\*_`#$<>@[\]~'"=+/-]|\.(?=\.)|(?<=\.)\.|\.(?<=^\d+\.)/gu;

function text(value: string): string {
	return onOneLine(value).replace(special, (character, bare: string | undefined) => bare ?? `\\${character}`);
}

/** A string literal of Typst's code. */
function string(value: string): string {
	return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** A function call. The semicolon keeps the following text from being parsed as a part of it. */
const call = (name: string): readonly [before: string, after: string] => [`#${name}[`, '];'];

const rules: InlineRules = {
	text,
	math: (tex, display) => text(plainText([{ type: 'math', tex, display }])),
	wrap: {
		emphasis: call('emph'),
		strong: call('strong'),
		'small-caps': call('smallcaps'),
		code: call('text(font: "DejaVu Sans Mono")'),
		superscript: call('super'),
		subscript: call('sub'),
		underline: call('underline'),
		strike: call('strike'),
		roman: call('text(style: "normal")'),
		'no-case': ['', ''],
	},
	link: (href) => call(`link(${string(href)})`),
};

/** Typst markup for `#include`. It uses only standard elements, which show rules can restyle. */
export const typst: Format = {
	name: 'typst',
	extension: '.typ',
	templates: 'typ',
	main: 'list',
	shows: tableNames,
	options: { links: 'addresses' },
	text,
	inline: (value, context) => writeInline(value, rules, context),
	link(url, label) {
		const address = safeAddress(url);
		if (address === null) return label;
		return label === text(url) ? `#link(${string(address)});` : `#link(${string(address)})[${label}];`;
	},
	comment: (lines) => lines.map((line) => `// ${onOneLine(line)}`.trimEnd()).join('\n'),
	tidy: (lines) => lines.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n'),
};
