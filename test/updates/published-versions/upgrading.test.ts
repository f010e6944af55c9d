import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { replacedBytes } from '../../../src/editing/replacements.ts';
import { decodeBytes } from '../../../src/library/files/decode.ts';
import { findPublishedVersions } from '../../../src/updates/published-versions/find-published-versions.ts';
import type { PublishedVersion } from '../../../src/updates/published-versions/published-version.ts';
import { versionProposal } from '../../../src/updates/published-versions/version-proposals.ts';
import { applied, arxivRoutes, crossrefItems, crossrefRoutes, reading, readText, services } from '../services.ts';

/** Each folder contains `library.bib`, the expected library and its lines for review. Update the expected files with `-u`. */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

const routes = {
	...crossrefRoutes(
		crossrefItems([
			...['work-preprintsorg', 'work-research-square', 'work-posted-content-biorxiv', 'works-search-2026'].map(
				(name) => `../sources/recorded/crossref/${name}.json`,
			),
			'published-versions/publications.json',
		]),
	),
	...arxivRoutes(
		['query-fastpaper', 'id-journal-ref-no-doi', 'id-1605.08386-no-doi'].map(
			(name) => `../sources/recorded/arxiv/${name}.xml`,
		),
	),
	'/biorxiv/biorxiv/10.1101/2020.01.30.927871': 'recorded/biorxiv/details-withdrawn-two-versions.json',
	'/biorxiv/biorxiv/10.1101/060400': 'recorded/biorxiv/details-interval-page.json',
};

async function versionsIn(text: string) {
	const { server, client } = await services(routes);
	const { publications } = readText(text);
	const codes: string[] = [];
	const options = { publications, reading, found: [], client };
	return {
		versions: await findPublishedVersions(options, ({ code }) => code === 'lookup/unknown' || codes.push(code)),
		server,
		codes,
	};
}

describe('upgrading preprints', () => {
	it.each(readdirSync(fixtures))('%s', async (name) => {
		const folder = join(fixtures, name);
		const bytes = readFileSync(join(folder, 'library.bib'));
		const { text } = decodeBytes(bytes);
		const { versions, codes } = await versionsIn(text);
		const proposals = certain(versions);
		const { lines, replacements, isWell, text: after } = applied(text, proposals);
		expect(isWell).toBe(true);
		expect(codes).toEqual([]);
		const reasons = versions.map(
			({ preprint, isCertain, source, why }) =>
				`${preprint.key} ${isCertain ? 'certain' : 'unsure'} (${source}): ${why}`,
		);
		await expect([...reasons, '', ...lines, ''].join('\n')).toMatchFileSnapshot(join(folder, 'lines.txt'));
		const result = replacedBytes(bytes, replacements);
		expect(result && decodeBytes(result).text).toBe(after);
		await expect(after).toMatchFileSnapshot(join(folder, 'expected.bib'));
		const again = await versionsIn(after);
		expect(
			applied(
				after,
				again.versions.map((each) => versionProposal(each, reading)),
			).text,
		).toBe(after);
	});
});

function certain(versions: readonly PublishedVersion[]) {
	return versions.filter(({ isCertain }) => isCertain).map((each) => versionProposal(each, reading));
}
