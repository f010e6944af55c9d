import { isAbsolute, join } from 'node:path';
import { formats } from '../formats/index.ts';
import { hostKindOf, hostKinds } from '../output/regions/host-files.ts';
import { nearest } from '../text/closest-word.ts';
import { slashed } from './command-line.ts';
import type { OutputFile, ProjectFile } from './project-file.ts';
import { formatOf, formatOfOutput, outputFiles } from './project-outputs.ts';
import { many } from './project-where.ts';

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
		const isPath = typeof many(file.outputs ?? [])[index] === 'string';
		const at = (key: string) => (isPath ? own : [...own, key]);
		if (list !== undefined && !ids.includes(list)) {
			const near = nearest(list, ids);
			invalid(`Unknown list “${list}”`, at('list'), near ? `Did you mean “${near}”?` : `There are ${ids.join(', ')}`);
		}
		if (region !== undefined && !/^[\w.-]+$/.test(region))
			invalid(`Unexpected “${region}”, expected a name of letters, digits, “-”, “_” and “.”`, at('region'));
		if (region !== undefined && !hostKindOf(path)) {
			const endings = hostKinds.flatMap((kind) => kind.extensions).join(', ');
			invalid(`There are no markers for files like ${path}`, at('path'), `There are for ${endings}`);
		} else if (region === undefined && format === undefined && formatOf(path) === '')
			invalid(`The ending of ${path} tells no format`, at('path'), `Add format: ${Object.keys(formats).join(', ')}`);
		checkFlavour(output, (message, key, hint) => invalid(message, at(key), hint));
		if (format === 'sitemap' && file.site === undefined)
			invalid('A sitemap needs the address of the site', at('format'), 'Write “site: https://example.org/”');
		const plain = slashed(isAbsolute(path) ? path : join('.', path));
		const place = `${plain} ${region ?? ''}`;
		if (places.has(place) && region !== undefined)
			invalid(`Two outputs go into the region “${region}” of ${path}`, at('region'), 'Give one of them another region');
		else if (regions.has(plain) && (region === undefined || regions.get(plain) === undefined))
			invalid(`Two outputs have the path ${path}`, at('path'), 'Give one of them another path');
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
		invalid(`The format ${name} has no flavour “${flavour}”`, 'flavour', `It is one of the format ${other}`);
	}
	if (frontMatter === false) return;
	const others = Object.values(formats).flatMap((one) => (one.frontMatter ? one.name : []));
	if (region !== undefined)
		invalid('A list between markers has no front matter', 'front-matter', 'The file that it stands in may have some');
	else if (!format.frontMatter)
		invalid(`A list in the format ${name} has no front matter`, 'front-matter', `There is for ${others.join(', ')}`);
}
