import { resolve } from 'node:path';
import type { BuildResult } from '../build.ts';
import { formats } from '../formats/index.ts';
import { addressOf, type ListedOutput, listingPage, type PreviewState, type Site } from '../preview/serve/serve.ts';
import type { Project } from '../project/project.ts';
import { worksByPath } from './build-summary.ts';

interface PreviewFile {
	readonly path: string;
	readonly format: string;
	/** The output that the file is a part of; null for an output of one file. */
	readonly folder: string | null;
}

/** Files of one folder that the start page names at most; a folder may have a file for each work. */
const mostListed = 12;

/** What the preview shows: the outputs, the start page, and the errors of the last build. */
export function shownOf(project: Project, result: BuildResult | null, errors: string | null): PreviewState {
	const { root } = project;
	const files = filesOf(project, result);
	const site: Site = {
		outputs: files.map(({ path }) => resolve(root, path)),
		inputs: [root, ...project.library.map((pattern) => resolve(root, pattern)), resolve(root, project.templates)],
	};
	const works = result && worksByPath(result);
	const addressIn = (path: string) => addressOf(resolve(root, path), site);
	const listed = files.filter(
		(file, index) => files[index - mostListed]?.folder !== file.folder || file.folder === null,
	);
	const formatOf = new Map(listed.map(({ path, format }) => [path, format]));
	const rows = [...formatOf].map(([path, format]): ListedOutput => {
		const description = [format, works?.get(path)].filter(Boolean).join(', ');
		return { path, address: addressIn(path), description };
	});
	// A single page is the start page; otherwise that lists the outputs.
	const pages = project.outputs.flatMap(({ path, format }) => (format === 'html-page' ? [addressIn(path)] : []));
	const [page, ...others] = pages;
	const home = page !== undefined && others.length === 0 ? page : null;
	return { site, home, listing: listingPage('Publication lists', rows), errors };
}

/** The files of all outputs. Those of a folder are known after the first build. */
function filesOf({ outputs }: Project, result: BuildResult | null): PreviewFile[] {
	return outputs.flatMap(({ path, format }): PreviewFile[] => {
		if (!formats[format]?.folder) return [{ path, format, folder: null }];
		const built = result?.outputs.filter((one) => one.spec.path === path && !one.obsolete) ?? [];
		return built.map((one) => ({ path: one.path, format, folder: path }));
	});
}
