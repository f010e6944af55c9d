import { isAbsolute, join } from 'node:path';
import { formats } from '../formats/index.ts';
import { sampleOf } from '../lists/part-placeholders.ts';
import { hostKindOf, hostKinds } from '../output/regions/host-files.ts';
import { regionName } from '../output/regions/markers.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import { checkRepeat } from './check-repeats.ts';
import { listOfAll, slashed } from './command-line-options.ts';
import type { OutputFile, ProjectFile } from './project-file.ts';
import { formatOf, formatOfOutput, hasList, outputFiles } from './project-outputs.ts';
import { asArray } from './project-selectors.ts';

type Path = readonly (string | number)[];

/** Reports unknown lists and looks, duplicate paths, unknown formats and unsupported options of the configured outputs. */
export function checkOutputs(
	file: ProjectFile,
	ids: readonly string[],
	looks: readonly string[],
	invalid: (message: string, path: Path, hint?: string) => void,
): void {
	const unknownLook = (look: string | undefined, path: Path) => {
		if (look === undefined || looks.includes(look)) return;
		const near = closestWord(look, looks);
		const hint = near
			? `Did you mean "${near}"?`
			: `Use one of: ${looks.join(', ')}; or create look-${look}.css beside your templates`;
		invalid(`Unknown look "${look}"`, path, hint);
	};
	unknownLook(file.look, ['look']);
	const regionPaths = new Set<string>();
	const regions = new Map<string, string | undefined>();
	for (const [index, output] of outputFiles(file).entries()) {
		const { path, region, list, format } = output;
		const outputPath = Array.isArray(file.outputs) ? ['outputs', index] : ['outputs'];
		const isPath = typeof asArray(file.outputs ?? [])[index] === 'string';
		const at = (key: string) => (isPath ? outputPath : [...outputPath, key]);
		if (list !== undefined && !ids.includes(list)) {
			const near = closestWord(list, [...ids, listOfAll]);
			invalid(
				`Unknown list "${list}"`,
				at('list'),
				near ? `Did you mean "${near}"?` : `Use one of: ${[...ids, listOfAll].join(', ')}`,
			);
		}
		const isRepeated = output['for-each'] !== undefined;
		if (region !== undefined && !regionName.test(isRepeated ? sampleOf(region) : region))
			invalid(`Invalid region "${region}"`, at('region'), 'Use letters, digits, "-", "_" and "."');
		if (region !== undefined && !hostKindOf(path)) {
			const endings = hostKinds.flatMap((kind) => kind.extensions).join(', ');
			invalid(`Cannot insert a list into ${path}: unsupported file type`, at('path'), `Use one of: ${endings}`);
		} else if (region === undefined && format === undefined && formatOf(path) === '')
			invalid(
				`Cannot infer the format of ${path} from its extension`,
				at('path'),
				`Add "format" with one of: ${Object.keys(formats).join(', ')}`,
			);
		unknownLook(output.look, at('look'));
		const usedFormat = formatOfOutput(output);
		if (!hasList(usedFormat) && list !== undefined)
			invalid(`Format ${usedFormat} has no list`, at('list'), 'Remove it; all lists share the file');
		if (!hasList(usedFormat) && region !== undefined)
			invalid(`Format ${usedFormat} cannot go between markers`, at('region'), 'Remove it, and link to the file');
		checkShownAndNumbers(output, (message, key, hint) => invalid(message, at(key), hint));
		checkFlavourAndFrontMatter(output, (message, key, hint) => invalid(message, at(key), hint));
		checkRepeat(output, (message, path, hint) =>
			invalid(message, isPath ? outputPath : [...outputPath, ...path], hint),
		);
		if (format === 'sitemap' && file.site === undefined)
			invalid('Missing key "site", which a sitemap needs', at('format'), 'Add "site: https://example.org/"');
		const relativePath = slashed(isAbsolute(path) ? path : join('.', path));
		const regionPath = `${relativePath} ${region ?? ''}`;
		// The files of the parts of two outputs may differ, so the build compares those.
		if (isRepeated) continue;
		if (regionPaths.has(regionPath) && region !== undefined)
			invalid(`Duplicate output region "${region}" in ${path}`, at('region'), 'Use a different region for each output');
		else if (regions.has(relativePath) && (region === undefined || regions.get(relativePath) === undefined))
			invalid(`Duplicate output path ${path}`, at('path'), 'Use a different path for each output');
		regionPaths.add(regionPath);
		regions.set(relativePath, region);
	}
}

/** Reports what a format cannot show, and options that are not the numbers that it needs. */
function checkShownAndNumbers(output: OutputFile, invalid: (message: string, key: string, hint: string) => void): void {
	const name = formatOfOutput(output);
	const { show, shows = [], numbers = {} } = valueIn(formats, name) ?? {};
	const shown = output.show ?? show ?? 'list';
	const choices = show === undefined ? ['list', ...shows] : shows;
	if (!choices.includes(shown) && Object.hasOwn(formats, name)) {
		const others = Object.values(formats).filter((format) => format.shows?.includes(shown));
		const hint = shows.length > 0 ? choices : others.map((format) => format.name);
		invalid(`Format ${name} cannot show "${shown}"`, 'show', `Use one of: ${hint.join(', ')}`);
	}
	for (const [option, [smallest, largest]] of Object.entries(numbers)) {
		const value = valueIn(output.options ?? {}, option);
		const isValid = Number.isInteger(value) && Number(value) >= smallest && Number(value) <= largest;
		if (value !== undefined && !isValid)
			invalid(`Invalid option "${option}": ${value}`, 'options', `Use a whole number from ${smallest} to ${largest}`);
	}
}

/** Reports unknown flavours, looks and citations of other formats than HTML, and unsupported front matter. */
function checkFlavourAndFrontMatter(
	output: OutputFile,
	invalid: (message: string, key: string, hint: string) => void,
): void {
	const { flavour, look, cite, region, 'front-matter': frontMatter = false } = output;
	const name = formatOfOutput(output);
	const format = valueIn(formats, name);
	if (!format) return;
	if (flavour !== undefined && !Object.hasOwn(format.flavours ?? {}, flavour)) {
		const other = Object.values(formats).find(({ flavours }) => Object.hasOwn(flavours ?? {}, flavour))?.name;
		invalid(`Format ${name} has no flavour "${flavour}"`, 'flavour', `Use it with the format ${other}`);
	}
	if (look !== undefined && !format.hasLooks)
		invalid(`Format ${name} has no looks`, 'look', 'Remove it; looks are for HTML');
	if (cite !== undefined && !format.hasLooks)
		invalid(`Format ${name} has no dialog to cite works`, 'cite', 'Remove it; the button "Cite" is for HTML');
	if (frontMatter === false) return;
	const supported = Object.values(formats).flatMap((each) => (each.frontMatter ? each.name : []));
	if (region !== undefined)
		invalid('A list between markers cannot have front matter', 'front-matter', 'Add it to the file itself');
	else if (!format.frontMatter)
		invalid(`Format ${name} does not support front matter`, 'front-matter', `Use one of: ${supported.join(', ')}`);
}
