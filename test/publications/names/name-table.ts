import { readFileSync } from 'node:fs';
import type { Name, NameList } from '../../../src/publications/names/name.ts';

/** Rows 'value => expected' of a fixture; empty lines and comments (#) are skipped. */
export function readTable(file: URL): [value: string, expected: string][] {
	return rowsOf(readFileSync(file, 'utf8'));
}

function rowsOf(text: string): [value: string, expected: string][] {
	return text
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => {
			const [value = '', expected = ''] = line.split(/ =>(?: |$)/);
			return [value, expected.trim()];
		});
}

/** The rows of each section of a fixture; a section begins with '## Title'. */
export function readSections(file: URL): { title: string; rows: [value: string, expected: string][] }[] {
	const [, ...sections] = readFileSync(file, 'utf8').split(/^## /m);
	return sections.map((text) => ({
		title: text.slice(0, text.indexOf('\n')),
		rows: rowsOf(text.slice(text.indexOf('\n'))),
	}));
}

/** Names in the notation of the fixtures: 'given | von | family | suffix ; «organization» +others'. */
export function showNames(list: NameList): string {
	return [list.names.map(showName).join(' ; '), list.etAl ? '+others' : ''].filter(Boolean).join(' ');
}

function showName(name: Name): string {
	if (name.literal !== null) return `«${name.literal}»`;
	const von = name.nonDroppingParticle ? `!${name.nonDroppingParticle}` : name.droppingParticle;
	return [name.given, von, name.family, name.suffix].join(' | ').replace(/ {2,}/g, ' ').trim();
}
