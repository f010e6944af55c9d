import { readFileSync } from 'node:fs';
import type { Name, NameList } from '../../../src/publications/names/name.ts';

/** Rows 'value => expected' of a fixture; empty lines and comments (#) are skipped. */
export function readTable(file: URL): [value: string, expected: string][] {
	const text = readFileSync(file, 'utf8');
	return text
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => {
			const [value = '', expected = ''] = line.split(/ =>(?: |$)/);
			return [value, expected.trim()];
		});
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
