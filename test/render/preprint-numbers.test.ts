import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listOf, rendered } from './library.ts';

const library = readFileSync(new URL('../publications/readings/preprint-numbers.bib', import.meta.url), 'utf8');
const entries = library.split(/^(?=@)/m).filter((entry) => entry.startsWith('@'));

/** The text of an entry without addresses, and how often it contains the number of the preprint. */
function count(entry: string, format: string, number: string): number {
	const text = (rendered(listOf(entry), format, { options: { bibtex: false, coins: false } }) ?? '')
		.replace(/<pre[\s\S]*?<\/pre>|<[^<>]*>|https?:\S+/g, '')
		.replaceAll('–', '-');
	return text.split(number).length - 1;
}

describe('the number of a preprint', () => {
	it.each(entries.map((entry) => [entry.slice(0, 100), entry]))('is shown at most once: %s', (_, entry) => {
		const number = /\d{4}\.\d{5}|2020\.01\.01\.\d+|rs-\d+|\d{7}/.exec(entry)?.[0] ?? '';
		expect(number).not.toBe('');
		for (const format of ['html', 'text', 'markdown', 'typst']) expect(count(entry, format, number)).toBeLessThan(2);
	});
});
