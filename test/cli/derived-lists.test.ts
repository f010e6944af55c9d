import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endingsOf, flavourNames, formats } from '../../src/formats/index.ts';
import { folderWith } from '../folder.ts';
import { run } from './run.ts';

const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url));
const languages = readdirSync(new URL('../../templates/locales', import.meta.url)).map((name) => name.slice(0, -5));
const files = { 'papers.bib': papers, 'bibfolio.yaml': 'library: papers.bib\nsite: https://example.org/\n' };

describe('formats', () => {
	it.each(
		Object.values(formats).map(({ name, extension, folder }) => [name, folder ? 'x/' : `x${extension}`] as const),
	)('%s is written to --out %s', async (format, out) => {
		const folder = folderWith(files);
		const { code, err } = await run(folder, ['build', '--format', format, '--out', out, '--quiet']);
		expect([code, err]).toEqual([0, '']);
		expect(statSync(join(folder, out)).isDirectory()).toBe(out.endsWith('/'));
		expect(existsSync(join(folder, 'out'))).toBe(false);
	});

	it.each([...new Set(Object.values(formats).flatMap(endingsOf))].filter((ending) => ending !== '/'))(
		'--out x%s alone selects a format with that ending',
		async (ending) => {
			const folder = folderWith(files);
			const { out } = await run(folder, ['build', '--out', `x${ending}`, '--json']);
			const [output] = JSON.parse(out).outputs;
			expect(output.path).toBe(`x${ending}`);
			expect(endingsOf(formats[output.format] as (typeof formats)[string])).toContain(ending);
		},
	);
});

describe('help and schema', async () => {
	const help = (await run(folderWith({}), ['build', '--help'])).out.replace(/\s+/g, ' ');

	it('list every format, flavour and language', () => {
		expect(help).toContain(`Only these formats: ${Object.keys(formats).join(', ')}`);
		expect(help).toContain(`Markdown flavour: ${flavourNames.join(', ')}`);
		expect(help).toContain(`Language of the lists: ${languages.join(', ')}`);
	});

	it('list every rendered format of bibfolio list', async () => {
		const { out } = await run(folderWith({}), ['list', '--help']);
		for (const { name, main } of Object.values(formats)) if (main === 'list') expect(out).toContain(name);
	});

	it('list the languages in the schema', async () => {
		const schema = JSON.parse((await run(folderWith({}), ['schema'])).out);
		expect(schema.properties.locale.description).toContain(languages.join(', '));
	});
});
