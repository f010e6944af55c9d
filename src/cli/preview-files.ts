import { basename, resolve } from 'node:path';
import type { BuildResult } from '../build.ts';
import { formats } from '../formats/index.ts';
import type { OutputSpec } from '../output/output.ts';
import {
	addressOf,
	type ListedFile,
	type ListedOutput,
	listingPage,
	type PreviewState,
	type ShownErrors,
	type Site,
} from '../preview/serve/serve.ts';
import type { Project } from '../project/project.ts';
import { valueIn } from '../text/value-in.ts';
import { rowName, worksByPath } from './build-summary.ts';
import { pluralize } from './pluralize.ts';

/** A configured output, and its files. */
interface PreviewRow {
	readonly row: OutputSpec;
	/** True if it can have several files. */
	readonly isGroup: boolean;
	readonly files: readonly { readonly path: string; readonly name: string }[];
}

/** The contents of the preview: the outputs, the start page, and the errors of the last build. */
export function shownOf(project: Project, result: BuildResult | null, errors: ShownErrors | null): PreviewState {
	const { root } = project;
	const rows = project.outputs.map((row) => previewRow(row, result));
	const site: Site = {
		outputs: rows.flatMap(({ files }) => files.map(({ path }) => resolve(root, path))),
		inputs: [root, ...project.library.map((pattern) => resolve(root, pattern)), resolve(root, project.templates)],
	};
	const works = result && worksByPath(result);
	const listed = ({ path, name }: { path: string; name: string }): ListedFile => ({
		name,
		address: addressOf(resolve(root, path), site),
		description: works?.get(path) ?? '',
	});
	const seen = new Set<string>();
	const outputs = rows.flatMap(({ row, isGroup, files }): ListedOutput[] => {
		const isFirst = files.some(({ path }) => !seen.has(path));
		for (const { path } of files) seen.add(path);
		if (!isFirst) return [];
		if (!isGroup) return files.map((file) => ({ ...listed(file), format: row.format, files: null }));
		const description = pluralize(files.length, 'file');
		return [{ name: rowName(row), address: null, description, format: row.format, files: files.map(listed) }];
	});
	// A single page is the start page. Otherwise, the start page lists the outputs.
	const pages = rows.flatMap(({ row, files }) => (row.format === 'html-page' ? files : []));
	const [page, second] = pages;
	const home = page !== undefined && second === undefined ? addressOf(resolve(root, page.path), site) : null;
	return { site, home, listing: listingPage('Publication lists', outputs), errors };
}

/** The files of an output. Those of a folder and of parts are known after the first build. */
function previewRow(row: OutputSpec, result: BuildResult | null): PreviewRow {
	const isFolder = valueIn(formats, row.format)?.folder === true;
	if (!isFolder && row.forEach === null) return { row, isGroup: false, files: [{ path: row.path, name: row.path }] };
	const names = new Map<string, string>();
	for (const { path, list, row: builtRow, obsolete } of result?.outputs ?? []) {
		if (builtRow.path !== row.path || builtRow.region !== row.region || obsolete || !list) continue;
		const part = isFolder ? null : list.spec.part;
		names.set(path, part && !part.isTerm ? part.name : basename(path));
	}
	return { row, isGroup: true, files: [...names].map(([path, name]) => ({ path, name })) };
}
