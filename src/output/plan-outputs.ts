import { posix, resolve } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { formats } from '../formats/index.ts';
import type { RenderedList } from '../render/render-lists.ts';
import { valueIn } from '../text/value-in.ts';
import type { BuiltOutput } from './built-output.ts';
import { reportCollisions } from './collisions.ts';
import { withoutMissingHosts } from './missing-hosts.ts';
import { obsoletePages } from './obsolete-pages.ts';
import { obsoleteParts } from './obsolete-parts.ts';
import type { Output, OutputSpec } from './output.ts';
import { partMark, withMark } from './part-marks.ts';
import { groupByPath, planFile } from './planned-files.ts';

/** The configuration of outputs. */
export interface ConfiguredOutputs {
	/** All of them, with or without parts. */
	readonly rows: readonly OutputSpec[];
	/** The configured output of each output. */
	readonly rowOf: ReadonlyMap<OutputSpec, OutputSpec>;
	/** Where the configuration names a configured output. */
	spanOf(row: OutputSpec): Span | undefined;
	/** True if people may be missing because of a problem, so that their files must stay. */
	readonly keepsParts: boolean;
	/** See {@link Output}. */
	readonly within: readonly string[];
}

/**
 * Plans the outputs for rendered lists: their files, and those of an earlier build to remove. Reports regions whose markers
 * are missing, and two outputs at one place. Writes nothing.
 *
 * @returns the outputs, and the files with markers that were read or are missing (absolute)
 */
export function planOutputs(
	rendered: readonly RenderedList<OutputSpec>[],
	root: string,
	report: Report,
	configured: ConfiguredOutputs,
): { readonly outputs: readonly BuiltOutput[]; readonly hosts: readonly string[] } {
	const { rows, rowOf, spanOf, keepsParts, within } = configured;
	const written = rendered.flatMap(({ target: spec, list, files }): BuiltOutput[] => {
		const row = rowOf.get(spec) ?? spec;
		const pathOf = (name: string) => (name === '' ? spec.path : posix.join(spec.path, name));
		const { region } = spec;
		const shared = { within, span: spanOf(row), spec, row, list };
		const pages = files.map(({ name, bytes }) => {
			const mark = row.forEach === null ? null : partMark(row, name);
			const marked = () => (mark ? withMark(bytes, mark) : bytes);
			return {
				path: pathOf(name),
				region,
				get bytes() {
					return marked();
				},
				get contents() {
					return marked().toString();
				},
				...shared,
			};
		});
		const isWholeFolder = valueIn(formats, spec.format)?.folder && row.forEach === null;
		return isWholeFolder ? [...pages, ...removals(spec.path, pages, shared, root)] : pages;
	});
	reportCollisions(written, report);
	const { outputs, missing } = withoutMissingHosts(written, root, report);
	const targets = new Set(rendered.map(({ target }) => target));
	const incomplete = new Set([...rowOf].flatMap(([spec, row]) => (targets.has(spec) ? [] : row)));
	const repeated = keepsParts ? [] : rows.filter((row) => row.forEach !== null && !incomplete.has(row));
	const removed = repeated.flatMap((row) =>
		obsoleteParts(row, written, root).map((output) => ({
			...output,
			...{ within, span: spanOf(row), spec: row, row, list: null },
		})),
	);
	const all = [...outputs, ...removed];
	const hosts = groupByPath(all.filter(({ region }) => region != null));
	for (const regions of hosts) planFile(regions, root, report);
	const hostPaths = [...hosts.flatMap(([first]) => first?.path ?? []), ...missing];
	return { outputs: all, hosts: [...new Set(hostPaths)].map((path) => resolve(root, path)) };
}

/** Removes the pages that an earlier build wrote into a folder and this build does not. */
function removals(
	folder: string,
	pages: readonly Output[],
	shared: Pick<BuiltOutput, 'within' | 'span' | 'spec' | 'row' | 'list'>,
	root: string,
): BuiltOutput[] {
	const paths = pages.map(({ path }) => path);
	const removal = { region: null, contents: '', obsolete: true, ...shared };
	return obsoletePages(folder, paths, root).map((path) => ({ path, ...removal }));
}
