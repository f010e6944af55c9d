import { isAbsolute, join } from 'node:path';
import { formats } from '../formats/index.ts';
import { hostKindOf, hostKinds } from '../output/regions/host-files.ts';
import { nearest } from '../text/closest-word.ts';
import { slashed } from './command-line-options.ts';
import type { OutputFile, ProjectFile } from './project-file.ts';
import { formatOf, formatOfOutput, outputFiles } from './project-outputs.ts';
import { asArray } from './project-selectors.ts';

type Path = readonly (string | number)[];

/** Outputs as configured: lists they name, paths they share, endings that tell no format or have no markers. */
export function checkOutputs(
	file: ProjectFile,
	ids: readonly string[],
	invalid: (message: string, path: Path, hint?: string) => void,
): void {
	const places = new Set<string>();
	const regions = new Map<string, string | undefined>();
	for (const [index, output] of outputFiles(file).entries()) {
		const { path, region, list, format } = output;
		const own = Array.isArray(file.outputs) ? ['outputs', index] : ['outputs'];
		const isPath = typeof asArray(file.outputs ?? [])[index] === 'string';
		const at = (key: string) => (isPath ? own : [...own, key]);
		if (list !== undefined && !ids.includes(list)) {
			const near = nearest(list, ids);
			invalid(`Unknown list "${list}"`, at('list'), near ? `Did you mean "${near}"?` : `Use one of: ${ids.join(', ')}`);
		}
		if (region !== undefined && !/^[\w.-]+$/.test(region))
			invalid(`Invalid region "${region}"`, at('region'), 'Use letters, digits, "-", "_" and "."');
		if (region !== undefined && !hostKindOf(path)) {
			const endings = hostKinds.flatMap((kind) => kind.endings).join(', ');
			invalid(`Cannot insert a list into ${path}: unsupported file type`, at('path'), `Use one of: ${endings}`);
		} else if (region === undefined && format === undefined && formatOf(path) === '')
			invalid(
				`Cannot infer the format of ${path} from its extension`,
				at('path'),
				`Add "format" with one of: ${Object.keys(formats).join(', ')}`,
			);
		checkFlavour(output, (message, key, hint) => invalid(message, at(key), hint));
		if (format === 'sitemap' && file.site === undefined)
			invalid('Missing key "site", which a sitemap needs', at('format'), 'Add "site: https://example.org/"');
		const plain = slashed(isAbsolute(path) ? path : join('.', path));
		const place = `${plain} ${region ?? ''}`;
		if (places.has(place) && region !== undefined)
			invalid(`Duplicate output region "${region}" in ${path}`, at('region'), 'Use a different region for each output');
		else if (regions.has(plain) && (region === undefined || regions.get(plain) === undefined))
			invalid(`Duplicate output path ${path}`, at('path'), 'Use a different path for each output');
		places.add(place);
		regions.set(plain, region);
	}
}

/** A flavour that the format has not, and front matter where none may stand. */
function checkFlavour(output: OutputFile, invalid: (message: string, key: string, hint: string) => void): void {
	const { flavour, region, 'front-matter': frontMatter = false } = output;
	const name = formatOfOutput(output);
	const format = formats[name];
	if (!format) return;
	if (flavour !== undefined && !format.flavours?.[flavour]) {
		const other = Object.values(formats).find((one) => one.flavours?.[flavour])?.name;
		invalid(`Format ${name} has no flavour "${flavour}"`, 'flavour', `Use it with the format ${other}`);
	}
	if (frontMatter === false) return;
	const others = Object.values(formats).flatMap((one) => (one.frontMatter ? one.name : []));
	if (region !== undefined)
		invalid('A list between markers cannot have front matter', 'front-matter', 'Add it to the file itself');
	else if (!format.frontMatter)
		invalid(`Format ${name} does not support front matter`, 'front-matter', `Use one of: ${others.join(', ')}`);
}
