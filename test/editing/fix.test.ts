import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { type Code, codeRow, codes } from '../../src/diagnostics/codes.ts';
import { respondingFrom } from '../diagnostics/service-responses.ts';
import { fixed } from './fixing.ts';

/** Names of hosts need no network. */
vi.mock('node:dns/promises', () => ({ lookup: async () => [{ address: '93.184.215.14', family: 4 }] }));

const fixes = new URL('fixes/', import.meta.url);
const fixtures = new URL('../diagnostics/fixtures/', import.meta.url);
const fixable = (Object.keys(codes) as Code[]).filter((code) => codeRow(code).remedy);

/**
 * With `--only CODE`, `fixes/CODE/input.bib`, or else the fixture of the diagnostic, must become `fixes/CODE/fixed.bib`.
 * Web services respond as the `responses.json` of the fixture says.
 * Update the expected files with `npx vitest run test/editing/fix.test.ts -u`.
 */
describe('fixes', () => {
	it.each(fixable)('%s', async (code) => {
		const input = new URL(`${code}/input.bib`, fixes);
		const bytes = readFileSync(existsSync(input) ? input : new URL(`${code}/input.bib`, fixtures));
		const responses = new URL(`${code}/responses.json`, fixtures);
		if (existsSync(responses)) vi.stubGlobal('fetch', respondingFrom(responses));
		const { once, twice, after } = await fixed(bytes, [code]);
		vi.unstubAllGlobals();
		expect(once.equals(bytes)).toBe(false);
		expect(twice.equals(once)).toBe(true);
		expect(after.diagnostics.filter((one) => one.code === code && one.remedy)).toEqual([]);
		await expect(once.toString()).toMatchFileSnapshot(fileURLToPath(new URL(`${code}/fixed.bib`, fixes)));
	});
});

describe('fixable diagnostics', () => {
	it('are marked in the table of codes', async () => {
		const { before } = await fixed(readFileSync(new URL('fixes/library/duplicate/input.bib', import.meta.url)));
		const silent = before.diagnostics.filter(({ code, remedy }) => remedy && !codeRow(code).remedy);
		expect(silent.map(({ code }) => code)).toEqual([]);
	});

	it('with an opt-in fix stay without --only', async () => {
		const bytes = readFileSync(new URL('fixes/library/duplicate/input.bib', import.meta.url));
		const { once, first } = await fixed(bytes);
		expect([once.equals(bytes), first.code, first.out]).toEqual([
			true,
			0,
			'Nothing to fix\n2 problems left: run bibfolio check\n',
		]);
	});
});
