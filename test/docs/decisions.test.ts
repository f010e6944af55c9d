import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage, root } from './pages.ts';

const files = readdirSync(join(root, 'docs/decisions'))
	.filter((name) => name !== 'README.md')
	.sort();
const index = readPage('docs/decisions/README.md').text;

describe('docs/decisions', () => {
	it.each(files)('%s has context, choice, trade-off and evidence in at most 120 words', (name) => {
		const { text } = readPage(`docs/decisions/${name}`);
		expect(text.trim().split(/\s+/).length).toBeLessThanOrEqual(120);
		expect(text.match(/^\*\*[^*]+\*\*/gm)).toEqual(['**Context.**', '**Choice.**', '**Gave up.**', '**Evidence.**']);
		expect(name).toMatch(/^\d{3}-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/);
	});

	it('are listed once in the index, with their title', () => {
		const titles = files.map((name) => {
			const [, title] = /^# (.+)$/m.exec(readPage(`docs/decisions/${name}`).text) ?? [];
			return `- [${name.slice(0, 3)} ${title}](${name})`;
		});
		expect((index.match(/^- \[.*$/gm) ?? []).sort()).toEqual(titles.sort());
	});

	it('have unique numbers', () => {
		expect(new Set(files.map((name) => name.slice(0, 3))).size).toBe(files.length);
	});
});
