import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import { tableNames } from '../../statistics/statistics.ts';
import { widthOf } from '../../text/terminal-width.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { alignColumns, cellMarks, ruleMark } from './align-columns.ts';

const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Writes a text on one line: line breaks become spaces, control characters are removed. */
export function onOneLine(value: string): string {
	return value.replace(unwanted, (character) => ('\n\r\t\v\f\u0085\u2028\u2029'.includes(character) ? ' ' : ''));
}

const rules: InlineRules = {
	text: onOneLine,
	math: (tex, display) => onOneLine(plainText([{ type: 'math', tex, display }])),
	wrap: {
		emphasis: ['', ''],
		strong: ['', ''],
		'small-caps': ['', ''],
		code: ['', ''],
		superscript: ['', ''],
		subscript: ['', ''],
		underline: ['', ''],
		strike: ['', ''],
		roman: ['', ''],
		'no-case': ['', ''],
	},
	link: (href, isBare) => ['', isBare ? '' : ` <${href}>`],
};

/** Writes superscripts and subscripts with Unicode characters, or with a character before them. */
function scripted(nodes: RichText): RichText {
	return nodes.map((node) => {
		if (node.type === 'superscript' || node.type === 'subscript') return { type: 'text', value: plainText([node]) };
		return 'children' in node ? { ...node, children: scripted(node.children) } : node;
	});
}

/** Plain text, for mail and forms. */
export const text: Format = {
	name: 'text',
	extension: '.txt',
	templates: 'txt',
	main: 'list',
	shows: tableNames,
	options: { links: 'addresses' },
	// Control characters, which text never contains, mark headings and cells until their widths are known.
	phrases: { underlined: '\u0080{sign}', 'text-cell': cellMarks.left, 'number-cell': cellMarks.right, rule: ruleMark },
	text: onOneLine,
	inline: (value, context) => writeInline(scripted(value), rules, context),
	link(url, label) {
		const address = safeAddress(url);
		return address === null || label === onOneLine(url) ? label : `${label} <${address}>`;
	},
	comment: () => '',
	tidy: (lines) =>
		alignColumns(lines)
			.replace(
				/^\u0080(.)(.*)$/gm,
				(_, sign: string, heading: string) => `${heading}\n${sign.repeat(widthOf(heading))}`,
			)
			.replace(/(?<![ \t])[ \t]+$/gm, '')
			.replace(/\n{3,}/g, '\n\n'),
};
