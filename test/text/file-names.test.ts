import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, fileNameKey, fileNames } from '../../src/text/file-names.ts';

const hash = expect.stringMatching(/-[0-9a-f]{8}$/);

describe('a file name', () => {
	it.each([
		['Deep Learning', 'deep-learning'],
		['深層学習', '深層学習'],
		['Äpfel & Maße', 'äpfel-maße'],
		['C++', 'c-plus-plus'],
		['C#', 'c-sharp'],
		['A*', 'a-star'],
		['#hashtag', 'hashtag'],
		['AC/DC', 'ac-dc'],
		['node.js', 'node.js'],
		['Proc. of X, 2020.', 'proc-of-x-2020'],
		['2010–2019', '2010-2019'],
		['../../etc/passwd', 'etc-passwd'],
		['..', 'u2e-u2e'],
		['.git', 'git'],
		['🎉', 'u1f389'],
		['deep 🎉 learning', 'deep-learning'],
		['CON', 'con-'],
		['nul.x', 'nul-.x'],
		['COM¹', 'com1-'],
		['Index', 'index-'],
		['console', 'console'],
		['_private', 'private'],
		['e\u0301', '\u00e9'],
		['a\u200bb\u202e', 'ab'],
		['\u0301x', 'x'],
		['', 'none'],
	])('of "%s" is "%s"', (text, name) => {
		expect(fileName(text)).toBe(name);
	});

	it('keeps the case of ids', () => {
		expect(fileName('AL.Kay_2', { keepCase: true })).toBe('AL.Kay_2');
	});

	it('of a long text is cut, and differs from that of another text with the same beginning', () => {
		const [one, other] = fileNames(['深'.repeat(200), `${'深'.repeat(200)}層`]);
		expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(100);
		expect(one).toMatch(/^深{20,}-[0-9a-f]{8}$/);
		expect(other).not.toBe(one);
	});
});

describe('file names', () => {
	it('distinguish texts with the same letters by their text, not by their order', () => {
		expect(fileNames(['AC/DC', 'AC-DC', 'ac dc'])).toEqual([hash, 'ac-dc', hash]);
		expect(fileNames(['C++', 'C#', 'C'])).toEqual(['c-plus-plus', 'c-sharp', 'c']);
		expect(fileNames(['same', 'same'])).toEqual(['same', hash]);
		expect(fileNames(['AL', 'al'], { keepCase: true })).toEqual(['AL', hash]);
	});

	const texts = fc.uniqueArray(
		fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.string({ unit: 'grapheme', maxLength: 200 }),
			fc.constantFrom(
				'C',
				'c',
				'C++',
				'C#',
				'con',
				'CON.',
				'nul ',
				'ac dc',
				'AC/DC',
				'..',
				'.',
				'Straße',
				'STRASSE',
				'ς',
				'Σ',
			),
		),
		{ maxLength: 12 },
	);

	it('are safe on every system', () => {
		fc.assert(
			fc.property(texts, fc.boolean(), (values, keepCase) => {
				for (const name of fileNames(values, { keepCase })) {
					expect(name).toMatch(
						/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))(?!index$)[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/iu,
					);
					expect(name).not.toMatch(/\.$|\.\.|[\s/\\:]/);
					expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
					expect(name.normalize('NFC')).toBe(name);
				}
			}),
		);
	});

	it('are unique when case and the form of Unicode are ignored', () => {
		fc.assert(
			fc.property(texts, (values) => {
				const keys = fileNames(values).map(fileNameKey);
				expect(new Set(keys).size).toBe(values.length);
			}),
		);
	});

	it('do not depend on the order of the texts, nor on texts with other names', () => {
		fc.assert(
			fc.property(texts, texts, (values, others) => {
				const names = fileNames(values);
				expect(fileNames(values.toReversed()).reverse()).toEqual(names);
				const keys = new Set(values.map((value) => fileNameKey(fileName(value))));
				const added = others.filter((other) => !keys.has(fileNameKey(fileName(other))));
				expect(fileNames([...added, ...values]).slice(added.length)).toEqual(names);
			}),
		);
	});
});
