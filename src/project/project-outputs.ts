import { dirname, extname, join, relative } from 'node:path';
import { endingsOf, formatIn, formats } from '../formats/index.ts';
import { fixedFolder, withFixedParts } from '../lists/part-placeholders.ts';
import type { OutputSpec } from '../output/output.ts';
import { hostKindOf } from '../output/regions/host-files.ts';
import { defaultLook } from '../render/looks.ts';
import { valueIn } from '../text/value-in.ts';
import { type CommandLineOptions, slashed } from './command-line-options.ts';
import type { OutputFile, ProjectFile } from './project-file.ts';
import { shownMetricsIn } from './project-metrics.ts';
import { asArray, readWhere, type WhereListener } from './project-selectors.ts';

/** The formats written by default. */
export const defaultFormats = ['html-page', 'markdown', 'latex'] as const;

/**
 * The files to write: the configured outputs, or each list in the default formats in `out/`, selected and moved by
 * command-line options. For a requested format without a configured output, each list is written in that format; `--pdf`
 * requests `latex-document`.
 *
 * @param ids the ids of all lists; the first one is the default
 * @param listener gets paths relative to the outputs
 */
export function readOutputs(
	file: ProjectFile,
	ids: readonly string[],
	options: CommandLineOptions,
	listener: WhereListener,
): OutputSpec[] {
	const out = options.pdf ? options.out?.replace(/\.pdf$/i, '.tex') : options.out;
	const target = out !== undefined && isFile(out) ? out : null;
	const documents = options.pdf ? ['latex-document'] : [];
	const requested = options.formats ?? (target && !options.pdf ? [formatOf(target)] : target ? [] : null);
	const selected = requested && [...new Set([...requested, ...documents])];
	const lists = options.lists ?? ids;
	const configured = configuredOutputs(file, ids, options, listener).filter(
		({ list, forEach }) =>
			(list === null ? options.lists === undefined : lists.includes(list)) && (target === null || forEach === null),
	);
	const names = selected ?? [...(configured.length ? [] : defaultFormats), ...documents];
	const matching = selected ? configured.filter(({ format }) => selected.includes(format)) : configured;
	const added = names
		.filter((format) => !matching.some((output) => output.format === format))
		.flatMap((format) => (hasList(format) ? lists : [null]).map((list) => defaultOutput(list, format, options, file)));
	const outputs = withAddresses(withDistinctPaths([...matching, ...added]), file);
	if (target)
		return outputs
			.slice(0, 1)
			.map((output) => ({ ...output, ...flavourBy(target, output, options), path: target, region: null }));
	return out === undefined ? outputs : moved(outputs, out);
}

/** True if neither the configuration nor an option names a format, so that {@link defaultFormats} are written. */
export function usesDefaultFormats(file: ProjectFile, { formats, pdf, out }: CommandLineOptions): boolean {
	const isNamed = formats !== undefined || pdf || (out !== undefined && isFile(out));
	return outputFiles(file).length === 0 && !isNamed;
}

/** The format of a file extension, preferably a default format; '' for an unknown extension. */
export function formatOf(path: string): string {
	const extension = extname(path).toLowerCase();
	const candidates = Object.values(formats).filter((format) => endingsOf(format).includes(extension));
	return (
		(candidates.find(({ name }) => (defaultFormats as readonly string[]).includes(name)) ?? candidates[0])?.name ?? ''
	);
}

/** The configured outputs as mappings; a path becomes a mapping with only that path. */
export function outputFiles({ outputs = [] }: ProjectFile): OutputFile[] {
	return asArray(outputs).map((output) => (typeof output === 'string' ? { path: output } : output));
}

function configuredOutputs(
	file: ProjectFile,
	ids: readonly string[],
	options: CommandLineOptions,
	listener: WhereListener,
): OutputSpec[] {
	return outputFiles(file).map((output, index) => {
		const format = formatOfOutput(output);
		const { where } = output;
		return {
			row: index,
			path: output.path,
			region: output.region?.normalize('NFC') ?? null,
			address: null,
			list: hasList(format) ? (output.list ?? ids[0] ?? '') : null,
			show: output.show ?? shownBy(format),
			forEach: output['for-each'] ?? null,
			where: where === undefined ? null : readWhere(where, listener, [index, 'where']),
			title: output.title ?? null,
			format,
			...flavourBy(output.path, { format, flavour: output.flavour ?? null }, options),
			frontMatter: frontMatterOf(output),
			locale: output.locale ?? null,
			headingLevel: output['heading-level'] ?? 2,
			look: options.look ?? output.look ?? file.look ?? defaultLook,
			cite: asArray(output.cite ?? file.cite ?? []),
			options: { ...metricOptions(file, format), ...output.options },
		};
	});
}

/** What a format shows by default: 'list', or the name of a statistic. */
function shownBy(format: string): string {
	return valueIn(formats, format)?.show ?? 'list';
}

/** False for a format whose file contains no list: a stylesheet or a script. */
export function hasList(format: string): boolean {
	return !valueIn(formats, format)?.withoutList;
}

/** The format of a configured output, inferred from its path by default; '' if unknown. */
export function formatOfOutput({ path, region, format }: OutputFile): string {
	return format ?? (region === undefined ? formatOf(path) : (hostKindOf(path)?.format ?? ''));
}

/** The flavour from the command line if the format has it, else as configured, else inferred from the extension. */
function flavourBy(
	path: string,
	{ format, flavour }: Pick<OutputSpec, 'format' | 'flavour'>,
	options: CommandLineOptions,
): Pick<OutputSpec, 'flavour'> {
	const { flavours = {} } = valueIn(formats, format) ?? {};
	if (options.flavour !== undefined && Object.hasOwn(flavours, options.flavour)) return { flavour: options.flavour };
	const pathExtension = extname(path).toLowerCase();
	const inferred = Object.values(flavours).find(({ extension }) => extension === pathExtension);
	return { flavour: flavour ?? inferred?.flavour ?? null };
}

function frontMatterOf(output: OutputFile): OutputSpec['frontMatter'] {
	const { 'front-matter': values = false, 'front-matter-as': language = 'yaml' } = output;
	return values === false ? null : { values: values === true ? {} : values, language };
}

/** The default output of a list in a format; of no list (null) for a format without one. */
export function defaultOutput(
	list: string | null,
	format: string,
	options: CommandLineOptions,
	file: Pick<ProjectFile, 'look' | 'cite' | 'metrics'> = {},
): OutputSpec {
	const { look: projectLook, cite } = file;
	const { flavour } = flavourBy('', { format, flavour: null }, options);
	const { folder, extension = '' } = formatIn(format, flavour) ?? {};
	const path = `out/${list ?? 'bibfolio'}${folder ? `-${format}` : extension}`;
	const look = options.look ?? projectLook ?? defaultLook;
	const rest = { locale: null, headingLevel: 2, look, cite: asArray(cite ?? []), options: metricOptions(file, format) };
	const whole = { show: shownBy(format), forEach: null, where: null, title: null };
	return { row: null, path, region: null, address: null, list, ...whole, format, flavour, frontMatter: null, ...rest };
}

/** The options that show metrics in HTML. A feed omits them: it would show each work again when its number changes. */
function metricOptions(file: Pick<ProjectFile, 'metrics'>, format: string): OutputSpec['options'] {
	const isHtml = valueIn(formats, format)?.templates === 'html' && format !== 'atom';
	const shown = isHtml ? shownMetricsIn(file) : [];
	return Object.fromEntries(shown.map((name) => [name, true]));
}

/** Adds the addresses on the site; `index.html` has the address of its folder. */
function withAddresses(outputs: readonly OutputSpec[], { site }: ProjectFile): OutputSpec[] {
	if (site === undefined) return [...outputs];
	const { url, folder = null } = typeof site === 'string' ? { url: site } : site;
	const base = url.endsWith('/') ? url : `${url}/`;
	const shared = folder ?? sharedFolder(foldersOf(outputs.filter(({ region }) => region === null)));
	return outputs.map((output) => {
		const place = slashed(relative(shared, output.path));
		const path = place.replace(/(?<=^|\/)index\.html$/, '');
		const address = place.startsWith('..') ? null : base + encodedPath(path, output);
		return { ...output, address };
	});
}

/** A path as part of an address. Placeholders stay, to be filled with encoded names. */
function encodedPath(path: string, { forEach }: OutputSpec): string {
	const encoded = (text: string) => text.split('/').map(encodeURIComponent).join('/');
	return forEach === null ? encoded(path) : withFixedParts(path, encoded);
}

/** Adds the format name to a path that another output already has: `publications.html.html`. */
function withDistinctPaths(outputs: readonly OutputSpec[]): OutputSpec[] {
	const taken = new Set<string>();
	return outputs.map((output) => {
		// The paths of the parts of repeated outputs may differ.
		const isTaken = taken.has(output.path) && output.region === null && output.forEach === null;
		const path = isTaken ? withSuffix(output.path, output.format) : output.path;
		taken.add(path);
		return { ...output, path };
	});
}

function withSuffix(path: string, suffix: string): string {
	const extension = extname(path);
	return `${path.slice(0, path.length - extension.length)}.${suffix}${extension}`;
}

/** True for a path with a known extension: `--out papers.html` is a file, `--out site` a folder. */
export function isFile(path: string): boolean {
	return !/[\\/]$/.test(path) && formatOf(path) !== '';
}

/**
 * Moves the outputs to another folder, keeping their folders relative to the common one. A region becomes a separate file,
 * `README.talks.md`, because the other folder does not contain its host file.
 */
function moved(outputs: readonly OutputSpec[], folder: string): OutputSpec[] {
	const files = outputs.map(({ path, region, ...output }) => ({
		...output,
		path: region === null ? path : withSuffix(path, region),
		region: null,
	}));
	const shared = sharedFolder(foldersOf(files));
	return files.map((output) => ({ ...output, path: slashed(join(folder, relative(shared, output.path))) }));
}

/** The folders of outputs, without placeholders. */
function foldersOf(outputs: readonly OutputSpec[]): string[] {
	return outputs.map(({ path, forEach }) => (forEach === null ? dirname(path) : fixedFolder(path)));
}

/** The innermost folder that contains all of these. */
export function sharedFolder(folders: readonly string[]): string {
	const [first = '.', ...others] = folders;
	let shared = first;
	while (others.some((folder) => folder !== shared && !folder.startsWith(`${shared}/`)) && shared !== dirname(shared))
		shared = dirname(shared);
	return shared;
}
