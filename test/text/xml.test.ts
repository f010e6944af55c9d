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

	it('ignores the file that a document type names, as in answers of PubMed', () => {
		const type =
			'<!DOCTYPE a PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.example.org/a.dtd">';
		expect(parseXml(`<?xml version="1.0" ?>\n${type}\n<a>x &b;</a>`, [])).toMatchObject({ a: 'x &b;' });
	});

	it.each([
		'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
		'<!DOCTYPE a SYSTEM "a>b" [<!ENTITY b "c">]><a>&b;</a>',
		'<!doctype a [\n<!entity % b SYSTEM "file:///etc/passwd"> %b; ]><a/>',
		'<!DOCTYPE a [<!ELEMENT a ANY>]><a/>',
	])('rejects entities: %s', (text) => {
		expect(parseXml(text, [])).toBeUndefined();
	});

	it('rejects text that is not well-formed', () => {
		expect(parseXml('<a><b></a>', [])).toBeUndefined();
	});
});
