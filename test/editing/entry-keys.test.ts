import { describe, expect, it } from 'vitest';
import { detectKeyPattern, freeKeys, isMachineKey } from '../../src/editing/entry-keys.ts';
import { type KeyData, readKeyPattern } from '../../src/editing/key-pattern.ts';
import { works } from './adding.ts';

const data: KeyData = {
	names: ['Müller', 'van der Maaten', 'Смирнов'],
	title: 'The “Unreasonable” Effectiveness of Über-Data: Part 2',
	year: '2019',
	month: '05',
	type: 'article',
	container: 'Journal of Things',
	volume: '7',
	firstPage: '12',
};

describe('key patterns', () => {
	it.each([
		['auth.lower + shorttitle(3,3) + year', 'mullerUnreasonableEffectivenessUber2019'],
		['[auth:lower]_[year]', 'muller_2019'],
		['[auth3][shortyear]', 'Mul19'],
		['auth + ":" + year', 'Muller:2019'],
		['authors(2) + shortyear', 'MullervanderMaatenEtAl19'],
		['authEtAl.upper + month', 'MULLERETAL05'],
		['lastauth + volume + firstpage', 'Smirnov712'],
		['alpha + shortyear', 'MvS19'],
		['veryshorttitle.lower + "-" + type', 'unreasonable-article'],
		['journal.abbr + year.substring(3,2)', 'JOT19'],
	])('%s', (pattern, key) => {
		const read = readKeyPattern(pattern);
		expect(typeof read === 'function' && read(data)).toBe(key);
	});

	it.each(['auth + yaer', 'auth.lowr', 'auth +', '[auth', ''])('are rejected if they are invalid: %s', (pattern) => {
		expect(readKeyPattern(pattern)).toMatchObject({ error: expect.stringContaining('key pattern') });
	});

	it('generate ASCII keys for every script', () => {
		const read = readKeyPattern('auth.lower + year');
		const keyOf = (name: string) => typeof read === 'function' && read({ ...data, names: [name] });
		expect(['Łukasiewicz', 'Straße', '王', 'Παπαδόπουλος', 'محمد', "O'Brien"].map(keyOf)).toEqual([
			'lukasiewicz2019',
			'strasse2019',
			'wang2019',
			'papadopoylos2019',
			expect.stringMatching(/^[a-z]+2019$/),
			'obrien2019',
		]);
	});
});

describe('keys', () => {
	it('get a letter if they are taken, ignoring case', () => {
		const taken = new Set(
			['doe2020', ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => (letter.length > 1 ? letter : `doe2020${letter}`)),
		);
		expect(freeKeys(new Set())('Doe2020')).toBe('Doe2020');
		expect(freeKeys(new Set(['doe2020']))('Doe2020')).toBe('Doe2020a');
		expect(freeKeys(taken)('Doe2020')).toBe('Doe2020aa');
	});

	it('of programs are distinguished from those of people', () => {
		expect(
			['DBLP:conf/nips/V17', '10.1145/2939672', '12345', 'WOS:0001', 'ITEM-1', 'a b', 'Müller2020', ''].filter(
				(key) => !isMachineKey(key),
			),
		).toEqual([]);
		expect(['doe2020', 'Doe:2020', 'doe_2020-x', 'vaswani+17'].filter(isMachineKey)).toEqual([]);
	});

	it('follow the pattern of the library', () => {
		const entry = (key: string, name: string, year: number) =>
			`@book{${key}, author={${name}, J}, title={Old Books Here}, year=${year}}\n`;
		const library = (...keys: string[]) =>
			works(keys.map((key, at) => entry(key, ['Doe', 'Roe', 'Poe'][at] ?? '', 2001 + at)).join(''));
		expect(detectKeyPattern(library('doe2001', 'roe2002a', 'poe2003'))).toBe('auth.lower + year');
		expect(detectKeyPattern(library('Doe:2001', 'Roe:2002', 'Poe:2003'))).toBe('auth + ":" + year');
		expect(detectKeyPattern(library('doe2001old', 'roe2002old', 'other'))).toBe(
			'auth.lower + year + veryshorttitle.lower',
		);
		expect(detectKeyPattern(library('x', 'y', 'z'))).toBe(null);
	});
});
