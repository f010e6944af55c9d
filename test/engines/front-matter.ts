import { listOf, rendered } from '../render/library.ts';
import { anyTexts } from './any-text.ts';

/** Texts that a version of YAML, or a simple parser, reads as another type. */
const texts = [
	...[
		'no',
		'Yes',
		'on',
		'OFF',
		'y',
		'~',
		'null',
		'',
		'2026-01-01',
		'2026-01-01 10:00',
		'1e3',
		'0x10',
		'012',
		'0o7',
		'1:30',
	],
	...[
		'1_000',
		'1,000',
		':a',
		':a b',
		'.5',
		'+1',
		'-1',
		'.inf',
		'NaN',
		'true',
		'=',
		'<<',
		'-',
		'?',
		'|',
		'>',
		'- a',
		'a: b',
		'a:',
		'# x',
		'x # y',
	],
	...[
		"it's",
		'"q"',
		"'q'",
		'{{ x }}',
		'{% x %}',
		'[a]',
		'{a}',
		'@a',
		'`a`',
		'&a',
		'*a',
		'!a',
		'%a',
		'---',
		'+++',
		'...',
	],
	...[
		' a',
		'a ',
		'a\nb',
		'\ta',
		'a\\b',
		'C:\\n',
		'é素🚀',
		'\u2028',
		'\u0085',
		'\u00a0',
		'\ufeff',
		'a'.repeat(200),
		'a b '.repeat(60),
	],
	...anyTexts.slice(0, 500),
];
/** Front matter values that parsers misread. */
export const values = {
	title: 'Papers: "all" & {{ it }} # no',
	texts,
	deep: { list: [{ no: 'no', n: 1, yes: true }] },
};

/** A page with these values above a list. */
export function pageWithValues(language: 'yaml' | 'toml'): string {
	const list = listOf('@book{a, title = {T}}');
	return rendered(list, 'markdown', { frontMatter: { values: values, language } }) ?? '';
}
