import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../folder.ts';
import { type Route, sourceServer } from '../../sources/server.ts';
import { arxivRoutes, crossrefItems, crossrefRoutes } from '../../updates/services.ts';
import { run } from '../run.ts';

const recorded = (name: string) => `../sources/recorded/crossref/${name}.json`;
const items = crossrefItems([
	...['work-new-version-self-update', 'list-item-correction-self', 'work-journal-article-elife'].map(recorded),
	'published-versions/publications.json',
]);
const routes = { ...crossrefRoutes(items), ...arxivRoutes(['../sources/recorded/arxiv/query-fastpaper.xml']) };

const library = `@article{twittenhoff2020,
  author = {Twittenhoff, Christian and others},
  title = {An RNA thermometer dictates production of a secreted bacterial toxin},
  journal = {PLOS Pathogens},
  year = {2020},
  doi = {10.1371/journal.ppat.1008184},
}

@misc{penunuri2011,
  author = {Penunuri, F. and others},
  title = {Synthesis of Spherical 4R Mechanism for Path Generation using Differential Evolution},
  eprint = {1112.2954},
  archiveprefix = {arXiv},
  year = {2011},
}

@article{wrong2020,
  author = {Doe, Jane},
  title = {Another Title for the DOI of a Different Work},
  journal = {Journal},
  year = {2018},
  doi = {10.1103/PhysRevB.98.104436},
}
`;

/** Runs sync in a folder without people. */
async function sync(args: readonly string[], searches?: string) {
	const { url } = await sourceServer(routes);
	const addresses = { doi: 'doi', crossref: 'crossref', datacite: 'datacite', biorxiv: 'biorxiv' };
	const lookup = [
		...Object.entries(addresses).map(([name, path]) => `  ${name}: ${url}/${path}/{}`),
		`  crossref-search: ${searches ?? url}/search?query.bibliographic={}&rows=5`,
		`  arxiv: ${searches ?? url}/arxiv?id_list={}`,
	];
	const cwd = folderWith({ 'papers.bib': library, 'bibfolio.yaml': `lookup:\n${lookup.join('\n')}\n` });
	const first = await run(cwd, ['sync', ...args]);
	return {
		...first,
		cwd,
		text: readFileSync(join(cwd, 'papers.bib'), 'utf8'),
		again: () => run(cwd, ['sync', ...args]),
	};
}

describe('sync without people', () => {
	it('completes and upgrades entries, one line for each change, and changes nothing in a second run', async () => {
		const { out, code, text, again, cwd } = await sync(['--complete', '--upgrade']);
		expect(out).toBe(`
Changed 2 entries in papers.bib
  twittenhoff2020: The record of 10.1371/journal.ppat.1008184
    twittenhoff2020: volume = {16} (Crossref)
    twittenhoff2020: number = {1} (Crossref)
    twittenhoff2020: pages = {e1008184} (Crossref)
  penunuri2011: arXiv names the DOI of its publication
    penunuri2011: @misc → @article (Crossref)
    penunuri2011: year = {2011} → {2012} (Crossref)
    penunuri2011: journal = {Mechanism and Machine Theory} (Crossref)
    penunuri2011: volume = {57} (Crossref)
    penunuri2011: pages = {62--70} (Crossref)
    penunuri2011: doi = {10.1016/j.mechmachtheory.2012.07.003} (Crossref)

To change by hand: 1 entry
  wrong2020: the record has the title "End of aging as a probe of finite-size effects near the spin-glass transition temperature"
`);
		expect(code).toBe(0);
		expect(text).toContain('eprint = {1112.2954}');
		const second = await again();
		expect(second.out).not.toContain('Changed');
		expect(readFileSync(join(cwd, 'papers.bib'), 'utf8')).toBe(text);
	});

	it('writes nothing with --check, --dry-run, or without these options', async () => {
		const check = await sync(['--complete', '--check']);
		expect([check.code, check.text]).toEqual([1, library]);
		const dry = await sync(['--upgrade', '--dry-run']);
		expect([dry.code, dry.text]).toEqual([0, library]);
		expect(dry.out).toContain('+@article{penunuri2011,');
		expect(dry.err).toContain('Would change 1 entry');
		expect((await sync([])).code).toBe(2);
	});

	it('prints changes as JSON', async () => {
		const { changed, byHand } = JSON.parse((await sync(['--complete', '--json'])).out);
		expect(changed).toMatchObject([
			{ key: 'twittenhoff2020', file: 'papers.bib', kind: 'completion', source: 'Crossref', type: null },
		]);
		expect(changed[0].fields[0]).toEqual({ name: 'volume', before: null, after: '{16}' });
		expect(byHand).toMatchObject([{ key: 'wrong2020' }]);
	});

	it('changes what the services that answer know, and reports each failure once', async () => {
		const failing = await sourceServer({ '/*': (_, response) => response.writeHead(500).end() });
		const { err, code, text } = await sync(['--complete', '--upgrade'], failing.url);
		const host = failing.url.replace('http://', '');
		expect(err.trim()).toBe(
			`error: Cannot ask arXiv for published versions: ${host} responded with status 500 [lookup/unavailable]\n  hint: Try again later`,
		);
		expect(code).toBe(1);
		expect(text).toContain('volume = {16}');
		expect(text).toContain('@misc{penunuri2011');
	});

	it('keeps the changes that are saved meanwhile', async () => {
		let folder = '';
		const saving: Route = (request, response, visit) => {
			writeFileSync(join(folder, 'papers.bib'), `% saved meanwhile\n${library}`);
			(routes['/doi/*'] as (...args: unknown[]) => void)(request, response, visit);
		};
		const { url } = await sourceServer({ ...routes, '/doi/*': saving });
		folder = folderWith({
			'papers.bib': library,
			'bibfolio.yaml': `library: papers.bib\nlookup:\n  doi: ${url}/doi/{}\n`,
		});
		await run(folder, ['sync', '--complete']);
		const text = readFileSync(join(folder, 'papers.bib'), 'utf8');
		expect(text).toContain('% saved meanwhile\n');
		expect(text).toContain('volume = {16}');
	});
});
