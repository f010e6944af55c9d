import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { statisticNames } from '../../src/statistics/statistics.ts';
import { root } from './pages.ts';

const docs = readFileSync(join(root, 'docs/figures.md'), 'utf8');

/** What is in code in the first column of the table after a text. */
function documented(text: string): string[] {
	const [, after = ''] = docs.split(text);
	const rows = (after.split(/^#/m)[0] ?? '').match(/^\|[^|]*\|/gm) ?? [];
	return rows.slice(2).flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('docs/figures.md', () => {
	it('describes everything that figures show, with pictures', () => {
		expect(documented('# Figures').sort()).toEqual([...(formats['figure']?.shows ?? [])].sort());
		expect(formats['figure']?.shows?.filter((name) => !statisticNames.includes(name))).toEqual([]);
		const pictures = [...docs.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path = '']) => path);
		expect(pictures.length).toBeGreaterThan(1);
		for (const path of pictures) expect(existsSync(join(root, 'docs', path)), path).toBe(true);
	});

	it('describes every option, with the range of numbers', () => {
		const { options = {}, numbers = {} } = formats['figure'] ?? {};
		expect(documented('## Options').sort()).toEqual(Object.keys({ ...options, ...numbers }).sort());
		expect(docs).toContain(`${numbers['width']?.join(' to ')}`);
	});

	it('changes the color of a class that figures have', () => {
		const [, example = ''] = docs.split('```css');
		const [selector = ''] = /\.[\w-]+/.exec(example) ?? [];
		expect(builtInTemplates.files['figure.css']).toContain(`${selector},`);
	});
});
