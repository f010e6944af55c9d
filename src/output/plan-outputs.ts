import { posix, resolve } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { formats } from '../formats/index.ts';
import type { PublicationList } from '../lists/list.ts';
import type { RenderedList } from '../render/render-lists.ts';
import { valueIn } from '../text/value-in.ts';
import { obsoletePages } from './obsolete-pages.ts';
import type { Output, OutputSpec } from './output.ts';
import { groupByPath, planFile } from './planned-files.ts';

/** An output that was built, and what it shows. */
export interface BuiltOutput extends Output {
	readonly spec: OutputSpec;
	/** Null for a format without a list. */
	readonly list: PublicationList | null;
}

/**
 * Plans the outputs for rendered lists: their files, and the pages of an earlier build to remove from their folders.
 * Reports regions whose markers are missing. Writes nothing.
 *
 * @param project `within` as in {@link Output}, and where the configuration names the outputs
 * @returns the outputs, and the files with markers that were read (absolute)
 */
export function planOutputs(
	rendered: readonly RenderedList<OutputSpec>[],
	root: string,
	report: Report,
	{ within, spanOf }: { readonly within: readonly string[]; readonly spanOf: (spec: OutputSpec) => Span | undefined },
): { readonly outputs: readonly BuiltOutput[]; readonly hosts: readonly string[] } {
	const outputs = rendered.flatMap(({ target: spec, list, files }): BuiltOutput[] => {
		const pathOf = (name: string) => (name === '' ? spec.path : posix.join(spec.path, name));
		const { region } = spec;
		const shared = { within, span: spanOf(spec), spec, list };
		const pages = files.map(({ name, contents }) => ({
			...{ path: pathOf(name), region, contents, ...shared },
		}));
		return valueIn(formats, spec.format)?.folder ? [...pages, ...removals(spec.path, pages, shared, root)] : pages;
	});
	const hosts = groupByPath(outputs.filter(({ region }) => region !== null));
	for (const regions of hosts) planFile(regions, root, report);
	return { outputs, hosts: hosts.flatMap(([first]) => (first ? resolve(root, first.path) : [])) };
}

/** Removes the pages that an earlier build wrote into a folder and this build does not. */
function removals(
	folder: string,
	pages: readonly Output[],
	shared: Pick<BuiltOutput, 'within' | 'span' | 'spec' | 'list'>,
	root: string,
): BuiltOutput[] {
	const paths = pages.map(({ path }) => path);
	const removal = { region: null, contents: '', obsolete: true, ...shared };
	return obsoletePages(folder, paths, root).map((path) => ({ path, ...removal }));
}
