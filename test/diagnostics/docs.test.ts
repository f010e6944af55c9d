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

	it.each(Object.entries(codes))('gives the severity of %s', (code, { severity }) => {
		expect(sections.get(code)).toContain(`\n*${severity}.* `);
	});
});

describe('Fixtures', () => {
	it.each(names)('exist for %s', (code) => {
		expect(existsSync(new URL(`${code}/expected.txt`, fixtures))).toBe(true);
	});

	it('exist only for codes', () => {
		const folders = readdirSync(fixtures).flatMap((area) =>
			readdirSync(new URL(`${area}/`, fixtures)).map((name) => `${area}/${name}`),
		);
		expect(folders.filter((name) => !names.includes(name))).toEqual([]);
	});
});

describe('Table of codes', () => {
	it('has names of the form area/problem', () => {
		for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
	});

	it('has a one-sentence summary for each code', () => {
		for (const { summary } of Object.values(codes)) expect(summary).toMatch(/^[A-Z].*[^.]\.$/);
	});
});
