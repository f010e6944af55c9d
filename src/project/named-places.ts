import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { formats } from '../formats/index.ts';
import { type NamedPlaces, refusedPlace } from '../library/files/project-places.ts';
import { libraryFiles } from '../library/files/read-sources.ts';
import type { OutputSpec } from '../output/output.ts';
import { pdfPath } from '../output/pdf/make-pdf.ts';
import { valueIn } from '../text/value-in.ts';
import type { CommandLineOptions } from './command-line-options.ts';
import type { ProjectFile } from './project-file.ts';
import { isFile } from './project-outputs.ts';
import { asArray } from './project-selectors.ts';

type Path = readonly (string | number)[];

/** The places that command-line options name, which are the user's own. Paths of options are relative to root. */
export function namedPlaces(options: CommandLineOptions, root: string): NamedPlaces {
	const { allowOutside = [], out, templates, files = [] } = options;
	const at = (path: string) => resolve(root, path);
	const library = libraryFiles(files, root, () => {}).filter((path) => path !== '-');
	return {
		allowed: allowOutside.map(at),
		outputs: out === undefined ? [] : outputsAt(out).map(at),
		inputs: [...(templates === undefined ? [] : [templates]), ...library].map(at),
	};
}

/** The folder of `--out`, or the file with its PDF or LaTeX document. */
function outputsAt(out: string): string[] {
	const document = out.replace(/\.pdf$/i, '.tex');
	return isFile(document) ? [out, document, pdfPath(document)] : [out];
}

/** The outputs that may not be written where they are, with the reasons. */
export function refusedOutputs(
	outputs: readonly OutputSpec[],
	{ root, cwd, writable }: { readonly root: string; readonly cwd: string; readonly writable: readonly string[] },
	spanOf: (spec: OutputSpec) => Span | undefined,
): ReadonlyMap<OutputSpec, Diagnostic> {
	const refusals = new Map<OutputSpec, Diagnostic>();
	for (const spec of outputs) {
		const { path } = spec;
		const isFolder = valueIn(formats, spec.format)?.folder ?? false;
		const refusal = refusedPlace('write', path, root, writable, { span: spanOf(spec), cwd, isFolder });
		if (refusal) refusals.set(spec, refusal);
	}
	return refusals;
}

/** Where the configuration names an output: a key of it, or else the list that a default output is named after. */
export function pathOfOutput(file: ProjectFile, { row, list }: OutputSpec, key: 'path' | 'for-each' = 'path'): Path {
	if (row === null) return list === null ? ['outputs'] : ['lists', list];
	const output = asArray(file.outputs ?? [])[row];
	return ['outputs', ...(Array.isArray(file.outputs) ? [row] : []), ...(typeof output === 'string' ? [] : [key])];
}
