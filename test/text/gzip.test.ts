import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzip } from '../../src/text/gzip.ts';

test('compresses a text to the same bytes on every machine', () => {
	expect(gzip('@article{smith2020, title = {On Grüße and Größen}}\n'.repeat(3))).toBe(
		'H4sIAAAAAAAAA3NILCrJTM5JrS7OzSzJMDIwMtBRKMksyUlVsFWo9s9TcC86vOfw/FSFxLwUEHsbkJ1XW8tFX20ASKOwT6UAAAA=',
	);
});

test('compresses any text without loss', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(gunzipSync(Buffer.from(gzip(text), 'base64')).toString()).toBe(text);
		}),
	);
});
