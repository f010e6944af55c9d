import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { decodeSource } from '../../../src/library/files/decode.ts';
import { placeOf } from '../reading.ts';

function decode(bytes: Uint8Array) {
	const diagnostics: Diagnostic[] = [];
	const { text } = decodeSource('a.bib', bytes, (diagnostic) => diagnostics.push(diagnostic));
	return {
		text,
		codes: diagnostics.map(({ code }) => code),
		messages: diagnostics.map(({ message }) => message),
		places: diagnostics.map(placeOf),
	};
}

const text = '@misc{a,\n  author = {Müller, Zoë},\n}\n';
const utf16 = Buffer.from(text, 'utf16le');
const swapped = Buffer.from(utf16).swap16();

describe('decodeSource', () => {
	it.each([
		['UTF-8', Buffer.from(text)],
		['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
	])('reads %s without a report', (_, bytes) => {
		expect(decode(bytes)).toMatchObject({ text, codes: [] });
	});

	it.each([
		['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
		['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
		['UTF-16 LE without one', utf16],
		['UTF-16 BE without one', swapped],
		['Latin-1', Buffer.from(text, 'latin1')],
	])('reads and reports %s', (_, bytes) => {
		expect(decode(bytes)).toMatchObject({ text, codes: ['file/encoding'] });
	});

	it('reads any text in UTF-8', () => {
		const upTo = (most: number) => fc.integer({ min: 1, max: most }).map((code) => String.fromCodePoint(code));
		const texts = [0x7f, 0xff, 0xffff, 0x10ffff].map((most) => fc.string({ unit: upTo(most), minLength: 1 }));
		fc.assert(
			fc.property(fc.oneof(...texts), fc.constantFrom('', '\ufeff'), (text, mark) => {
				const bytes = Buffer.from(`${mark}.${text}`);
				expect(decode(bytes)).toMatchObject({ text: new TextDecoder().decode(bytes), codes: [] });
			}),
		);
	});

	it('reads the quotes and dashes of Windows-1252, and reports the position of the first one', () => {
		const { text: read, places } = decode(
			Buffer.from([...Buffer.from('@misc{a,\n note = {'), 0x93, 0x80, 0x96, 0x94, 0x7d, 0x7d]),
		);
		expect(read).toBe('@misc{a,\n note = {“€–”}}');
		expect(places).toEqual(['2:10']);
	});

	it('reads a file that is partly UTF-8', () => {
		expect(decode(Buffer.concat([Buffer.from('Müller é€😀 '), Buffer.from('Müller', 'latin1')])).text).toBe(
			'Müller é€😀 Müller',
		);
	});

	it.each([
		['% Encoding: ISO8859_2\n', [0xb3], 'ł'],
		['% Encoding: Cp1250\n', [0x9c], 'ś'],
		['%% -*- coding: latin-2 -*-\n', [0xb3], 'ł'],
		['%% Saved with string encoding MacRoman\n', [0x9f], 'ü'],
		['% Encoding: KOI8-R\n', [0xc1], 'а'],
		['% Encoding: UTF-8\n', [0xfc], 'ü'],
		['% Encoding: nonsense\n', [0xfc], 'ü'],
	])('uses the encoding that the file declares: %s', (head, bytes, expected) => {
		expect(decode(Buffer.concat([Buffer.from(head), Buffer.from(bytes)])).text).toBe(head + expected);
	});

	it('does not believe it when the file is UTF-8', () => {
		expect(decode(Buffer.from('% Encoding: ISO8859_1\nMüller'))).toMatchObject({
			text: '% Encoding: ISO8859_1\nMüller',
			codes: [],
		});
	});

	it('makes a space of a NUL', () => {
		expect(decode(Buffer.from('@misc{a, note = {x\0y}}')).text).toBe('@misc{a, note = {x y}}');
	});

	it('reads a file of nothing', () => {
		expect(decode(Buffer.from('')).text).toBe('');
	});

	it('never loses a byte of what is not text', () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
		expect(decode(bytes.subarray(2)).text.length).toBeGreaterThan(200);
	});
});
