import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const maps = readdirSync(dist).filter((name) => name.endsWith('.map'));
const sources = maps.flatMap((name): string[] => JSON.parse(readFileSync(join(dist, name), 'utf8')).sources);
const folders = new Set(sources.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
const bundled = [...folders].map((folder) => {
	const { name, version } = JSON.parse(readFileSync(join(dist, folder, 'package.json'), 'utf8'));
	return `${name} ${version}`;
});
const [, ...sections] = readFileSync(join(dist, 'LICENSES.txt'), 'utf8').split(
	/^(?=(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*\n\n)/m,
);

describe('LICENSES.txt', () => {
	it('lists exactly the packages whose code the source maps name', () => {
		expect(sections.map((section) => section.split('\n', 1)[0]).sort()).toEqual([...new Set(bundled)].sort());
	});

	it('contains transitive dependencies', () => {
		const names = sections.map((section) => section.split(' ', 1)[0]);
		expect(names).toEqual(expect.arrayContaining(['strnum', 'path-expression-matcher', '@nodable/entities']));
	});

	it.each(sections.map((section) => section.split('\n\n')))('has a licence text for %s', (_, ...paragraphs) => {
		expect(paragraphs.join('\n')).toMatch(/permi(?:t|ssion)/i);
		expect(paragraphs.join('\n')).toMatch(/copyright/i);
	});

	it('does not miss packages in the scripts for browsers, which contain none', () => {
		for (const name of readdirSync(join(dist, '../src/browser'), { recursive: true, encoding: 'utf8' })) {
			const path = join(dist, '../src/browser', name);
			if (name.endsWith('.ts') && existsSync(path)) expect(readFileSync(path, 'utf8')).not.toMatch(/ from '[^.]/);
		}
	});
});
