import { describe, expect, it } from 'vitest';
import { metasOf } from '../../src/text/html-metas.ts';

describe('The metadata of a page', () => {
	it.each<[html: string, metas: [name: string, contents: string[]][]]>([
		['<meta name="a" content="1">', [['a', ['1']]]],
		["<META CONTENT='x &amp; y&nbsp;z' NAME=A />", [['a', ['x & y z']]]],
		[
			'<meta property=og:t content=T><meta name=a content=1><meta name=a content=2>',
			[
				['og:t', ['T']],
				['a', ['1', '2']],
			],
		],
		['<meta name="a" content="x > y">', [['a', ['x > y']]]],
		['<!-- <meta name="a" content="1"> --><script>"<meta name=b content=2>"</script>', []],
		['<meta name="" content="1"><meta content="1"><meta name="a"><meta name="a" content=" ">', []],
		['<meta name="a" content="1" name="b" content="2">', [['a', ['1']]]],
		[
			'<meta name="__proto__" content="1"><meta name="constructor" content="2">',
			[
				['__proto__', ['1']],
				['constructor', ['2']],
			],
		],
		[
			'<div><p><meta name=a content=1><svg><meta name=b content=2>',
			[
				['a', ['1']],
				['b', ['2']],
			],
		],
		['<meta name=a content="123456789"><meta name=a content="1234567890">', [['a', ['123456789']]]],
		['<meta name=a content="\ufffd">', []],
		['<meta name=a content=1', []],
	])('is read from %s', (html, expected) => {
		expect([...metasOf(html, 9)]).toEqual(expected);
	});

	// A quadratic reader needs hours for these.
	it.each([
		...['<meta ', '<meta name=a content=b>', '<meta a="', "<meta a='", '<meta name="a" content="', '<a ', '<meta a=b '],
		...[
			'<!--',
			'<![CDATA[',
			'<script>',
			'<title>',
			'<svg>',
			'<div>',
			'<p>',
			'<table><tr><td>',
			'<form>',
			'</div>',
			'<?x ',
		],
		...['&amp', '&#x', '<', '</', '"'],
	])('takes linear time for a page of 2 MB of %s', (piece) => {
		expect(metasOf(piece.repeat(2_000_000 / piece.length), 100).size).toBeLessThan(2);
	});
});
