import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../sources/behaviours.mjs';
import type { Route, SourceServer } from '../../sources/server.ts';
import { type Ran, run } from '../run.ts';
import { scenarioFolder, scenarioServer } from '../sync/scenario.ts';

/** A record of Crossref. */
export function crossrefRecord(doi: string, title: string, more: object = {}): Route {
	const author = [{ given: 'Clara', family: 'Lindqvist' }];
	return text(JSON.stringify({ message: { DOI: doi, title: [title], author, source: 'Crossref', ...more } }));
}

/** Updates that Crossref knows of a work. */
export const updatedBy = (type: string, doi: string) => ({
	'updated-by': [{ type, DOI: doi, source: 'publisher', updated: { 'date-parts': [[2025, 3, 4]] } }],
});

/** A project whose services know 38 works of Clara Lindqvist. */
export interface UpdatedProject {
	readonly folder: string;
	readonly server: SourceServer;
	update(...words: string[]): Promise<Ran>;
	read(path: string): string;
}

/** The project of the scenario of sync, with more settings and more answers. */
export async function updatedProject(
	routes: Readonly<Record<string, Route>> = {},
	settings = '',
	files: Readonly<Record<string, string>> = {},
): Promise<UpdatedProject> {
	const nothing = text(JSON.stringify({ message: { items: [] } }));
	const server = await scenarioServer({ '/search*': nothing, ...routes });
	const others = ['biorxiv', 'openalex-work'].map((name) => `  ${name}: ${server.url}/${name}/{}\n`);
	const search = `  crossref-search: ${server.url}/search?query={}\n`;
	const folder = scenarioFolder(server.url, `${others.join('')}${search}${settings}`, files);
	return {
		folder,
		server,
		update: (...words) => run(folder, ['update', ...words]),
		read: (path) => readFileSync(join(folder, path), 'utf8'),
	};
}
