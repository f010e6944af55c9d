import { resolve } from 'node:path';
import type { BuildResult } from '../build.ts';
import { formats } from '../formats/index.ts';
import {
	addressOf,
	type ListedOutput,
	listingPage,
	type PreviewState,
	type ShownErrors,
	type Site,
} from '../preview/serve/serve.ts';
import type { Project } from '../project/project.ts';
import { valueIn } from '../text/value-in.ts';
import { worksByPath } from './build-summary.ts';

interface PreviewFile {
	readonly path: string;
	readonly format: string;
	/** The output that the file is a part of; null for an output of one file. */
	readonly folder: string | null;
}

/** Maximum number of files per folder on the start page. A folder may contain a file for each work. */
const mostListed = 12;

/** The contents of the preview: the outputs, the start page, and the errors of the last build. */
export function shownOf(project: Project, result: BuildResult | null, errors: ShownErrors | null): PreviewState {
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
	// A single page is the start page. Otherwise, the start page lists the outputs.
	const pages = project.outputs.flatMap(({ path, format }) => (format === 'html-page' ? [addressIn(path)] : []));
	const [page, second] = pages;
	const home = page !== undefined && second === undefined ? page : null;
	return { site, home, listing: listingPage('Publication lists', rows), errors };
}

/** The files of all outputs. The files in a folder are known after the first build. */
function filesOf({ outputs }: Project, result: BuildResult | null): PreviewFile[] {
	return outputs.flatMap(({ path, format }): PreviewFile[] => {
		if (!valueIn(formats, format)?.folder) return [{ path, format, folder: null }];
		const built = result?.outputs.filter((output) => output.spec.path === path && !output.obsolete) ?? [];
		return built.map((output) => ({ path: output.path, format, folder: path }));
	});
}
