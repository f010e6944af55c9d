import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/diagnostics/codes.ts';

const names = Object.keys(codes);
const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
const fixtures = new URL('fixtures/', import.meta.url);

describe('docs/diagnostics.md', () => {
	const sections = new Map(
		page
			.split(/^### /m)
			.slice(1)
			.map((section) => [section.slice(0, section.indexOf('\n')), section]),
	);

	it('has a section for every code and for nothing else', () => {
		expect([...sections.keys()].sort()).toEqual([...names].sort());
	});

	it.each(Object.entries(codes))('says how grave %s is', (code, { severity }) => {
		expect(sections.get(code)).toContain(`\n*${severity}.* `);
	});
});

describe('fixtures', () => {
	it.each(names)('has one for %s', (code) => {
		expect(existsSync(new URL(`${code}/expected.txt`, fixtures))).toBe(true);
	});

	it('has none for a code that is gone', () => {
		const found = readdirSync(fixtures).flatMap((area) =>
			readdirSync(new URL(`${area}/`, fixtures)).map((name) => `${area}/${name}`),
		);
		expect(found.filter((name) => !names.includes(name))).toEqual([]);
	});
});

describe('the table', () => {
	it('names every code area/what-is-wrong', () => {
		for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
	});

	it('sums every code up in one sentence', () => {
		for (const { summary } of Object.values(codes)) expect(summary).toMatch(/^[A-Z].*[^.]\.$/);
	});
});
