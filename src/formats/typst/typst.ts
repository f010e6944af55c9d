import { plainText } from '../../latex/plain-text.ts';
import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { onOneLine } from '../text/text.ts';

/**
 * What means something to Typst's markup, quotation marks that it would turn and signs that it would join among it.
 * A hyphen or stroke inside a word stays bare, so that the file reads well.
 */
const special = /((?<=[\p{L}\p{N}])[-/](?=[\p{L}\p{N}]))|[\\*_`#$<>@[\]~'"=+/-]|\.(?=\.)|(?<=\.)\.|(?<=^\d+)\./gu;

function text(value: string): string {
	return onOneLine(value).replace(special, (sign, bare: string | undefined) => bare ?? `\\${sign}`);
}

/** A string of Typst's code. */
function string(value: string): string {
	return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** A call, ended by a semicolon, or what follows might be taken for more of it. */
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

/** Typst's markup for `#include`, with nothing but its own elements, which show rules restyle. */
export const typst: Format = {
	name: 'typst',
	extension: '.typ',
	templates: 'typ',
	main: 'list',
	options: { links: 'addresses' },
	text,
	inline: (value, context) => writeInline(value, rules, context),
	link(url, label) {
		const address = safeAddress(url);
		if (address === null) return label;
		return label === text(url) ? `#link(${string(address)});` : `#link(${string(address)})[${label}];`;
	},
	comment: (lines) => lines.map((line) => `// ${onOneLine(line)}`.trimEnd()).join('\n'),
	tidy: (lines) => lines.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n'),
};
