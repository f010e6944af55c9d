import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { replacedBytes } from '../../../src/editing/replacements.ts';
import { decodeBytes } from '../../../src/library/files/decode.ts';
import { findCompletions } from '../../../src/updates/completion/find-completions.ts';
import { applied, crossrefItems, crossrefRoutes, reading, readText, services } from '../services.ts';

/** Each folder contains `library.bib`, the expected library and its lines for review. Update the expected files with `-u`. */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

const recorded = [
	'work-new-version-self-update',
	'work-conference-proceedings-iccv',
	'work-journal-article-elife',
	'work-book-chapter',
	'work-two-titles',
	'list-item-correction-self',
	'work-f1000',
	'work-dlib-few-fields',
	'works-query-near-miss',
	'works-search-2026',
	'list-item-has-preprint',
	'work-posted-content-biorxiv',
	'work-retracted-updated-by',
].map((name) => `../sources/recorded/crossref/${name}.json`);

async function complete(text: string, routes = crossrefRoutes(crossrefItems(recorded))) {
	const { server, client } = await services(routes);
	const codes: string[] = [];
	const options = { ...readText(text), reading, dialect: null, found: [], client };
	const { proposals, skipped } = await findCompletions(options, ({ code }) => codes.push(code));
	return {
		...applied(text, proposals),
		skipped: skipped.map(({ entry, why }) => `${entry.key}: ${why}`),
		server,
		codes,
	};
}

describe('completing a library', () => {
	it.each(readdirSync(fixtures))('%s', async (name) => {
		const folder = join(fixtures, name);
		const bytes = readFileSync(join(folder, 'library.bib'));
		const { text } = decodeBytes(bytes);
		const { lines, skipped, replacements, isWell, text: after } = await complete(text);
		expect(isWell).toBe(true);
		const skips = skipped.map((line) => `skipped ${line}`);
		await expect([...lines, ...skips, ''].join('\n')).toMatchFileSnapshot(join(folder, 'lines.txt'));
		const result = replacedBytes(bytes, replacements);
		expect(result && decodeBytes(result).text).toBe(after);
		await expect(after).toMatchFileSnapshot(join(folder, 'expected.bib'));
		expect(after.includes('\r\n') && /(?<!\r)\n/.test(after)).toBe(false);
		const again = await complete(after);
		expect(again.text).toBe(after);
	});
});
