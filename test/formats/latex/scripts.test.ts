import { expect, it } from 'vitest';
import { scriptAt, writeScript } from '../../../src/formats/latex/scripts.ts';

it('finds a run of every character behind the Latin ones that a script has, and of no other', () => {
	const wrong = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(0x370 + code).repeat(2)).filter(
		(text) => (scriptAt(text, 0) === null) !== (writeScript(text) === text),
	);
	expect(wrong).toEqual([]);
});

it('gives the words of one script, from their first letter on', () => {
	expect(scriptAt('Über Москва, Тула – ok', 5)).toBe('Москва, Тула');
	expect(scriptAt('Über Москва', 0)).toBeNull();
});
