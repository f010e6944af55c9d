import { describe, expect, it } from 'vitest';
import { parseXml } from '../../src/text/xml.ts';

describe('parseXml', () => {
	it('decodes character references in texts and attributes', () => {
		expect(parseXml('<a b="&#252;"><c>J&#246;rg &#x26; &amp; &lt;</c></a>', [])).toEqual({
			a: { b: 'ü', c: 'Jörg & & <' },
		});
	});

	it('keeps the contents of elements with markup as XML', () => {
		const text = '<a><title>H<sub>2</sub>O &amp; <i>x</i></title><title/></a>';
		expect(parseXml(text, ['title'], ['title'])).toEqual({ a: { title: ['H<sub>2</sub>O &amp; <i>x</i>', ''] } });
	});

	it('rejects document types and text that is not well-formed', () => {
		expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', [])).toBeUndefined();
		expect(parseXml('<a><b></a>', [])).toBeUndefined();
	});
});
