import { basename, dirname, extname, join, relative } from 'node:path';
import { endingsOf, formatIn, formats } from '../formats/index.ts';
import type { OutputSpec } from '../output/output.ts';
import { hostKindOf } from '../output/regions/host-files.ts';
import { type CommandLineOptions, slashed } from './command-line-options.ts';
import type { OutputFile, ProjectFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/** The formats that are written unless others are asked for. */
export const defaultFormats = ['html-page', 'markdown', 'latex'] as const;

/**
 * The files to write: as configured, or each list in the usual formats in `out/`; narrowed and moved by what the
 * command line says. A format asked for that no output has is made for each list; so is a document for a PDF.
 *
 * @param ids the ids of all lists, the first one being the default
 */
export function readOutputs(file: ProjectFile, ids: readonly string[], options: CommandLineOptions): OutputSpec[] {
	const out = options.pdf ? options.out?.replace(/\.pdf$/i, '.tex') : options.out;
	const target = out !== undefined && isFile(out) ? out : null;
	const documents = options.pdf ? ['latex-document'] : [];
	const said = options.formats ?? (target && !options.pdf ? [formatOf(target)] : target ? [] : null);
	const asked = said && [...new Set([...said, ...documents])];
	const lists = options.lists ?? ids;
	const configured = configuredOutputs(file, ids, options).filter(({ list }) => lists.includes(list));
	const names = asked ?? [...(configured.length ? [] : defaultFormats), ...documents];
	const kept = asked ? configured.filter(({ format }) => asked.includes(format)) : configured;
	const made = names
		.filter((format) => !kept.some((output) => output.format === format))
		.flatMap((format) => lists.map((list) => defaultOutput(list, format, options)));
	const outputs = addressed(distinct([...kept, ...made]), file);
	if (target)
		return outputs
			.slice(0, 1)
			.map((output) => ({ ...output, ...flavourBy(target, output, options), path: target, region: null }));
	return out === undefined ? outputs : moved(outputs, out);
}

/** The format that a file's ending tells: the usual one of those with that ending; '' for none. */
export function formatOf(path: string): string {
	const ending = extname(path).toLowerCase();
	const fitting = Object.values(formats).filter((format) => endingsOf(format).includes(ending));
	return (fitting.find(({ name }) => (defaultFormats as readonly string[]).includes(name)) ?? fitting[0])?.name ?? '';
}

/** The outputs as mappings; a path alone is one that says no more. */
export function outputFiles({ outputs = [] }: ProjectFile): OutputFile[] {
	return asArray(outputs).map((output) => (typeof output === 'string' ? { path: output } : output));
}

function configuredOutputs(file: ProjectFile, ids: readonly string[], options: CommandLineOptions): OutputSpec[] {
	return outputFiles(file).map((output) => {
		const format = formatOfOutput(output);
		return {
			path: output.path,
			region: output.region ?? null,
			address: null,
			list: output.list ?? ids[0] ?? '',
			format,
			...flavourBy(output.path, { format, flavour: output.flavour ?? null }, options),
			frontMatter: frontMatterOf(output),
			locale: output.locale ?? null,
			headingLevel: output['heading-level'] ?? 2,
			options: output.options ?? {},
		};
	});
}

/** The format of a configured output, told by its path where it names none; '' where nothing tells it. */
export function formatOfOutput({ path, region, format }: OutputFile): string {
	return format ?? (region === undefined ? formatOf(path) : (hostKindOf(path)?.format ?? ''));
}

/** The flavour asked for on the command line, if the format has it; the one configured; the one that the ending tells. */
function flavourBy(
	path: string,
	{ format, flavour }: Pick<OutputSpec, 'format' | 'flavour'>,
	options: CommandLineOptions,
): Pick<OutputSpec, 'flavour'> {
	const { flavours = {} } = formats[format] ?? {};
	if (options.flavour !== undefined && options.flavour in flavours) return { flavour: options.flavour };
	const ending = extname(path).toLowerCase();
	const told = Object.values(flavours).find(({ extension }) => extension === ending);
	return { flavour: flavour ?? told?.flavour ?? null };
}

function frontMatterOf(output: OutputFile): OutputSpec['frontMatter'] {
	const { 'front-matter': values = false, 'front-matter-as': language = 'yaml' } = output;
	return values === false ? null : { values: values === true ? {} : values, language };
}

/** A list as a whole file of its own in a format, as nobody configured it. */
export function defaultOutput(list: string, format: string, options: CommandLineOptions): OutputSpec {
	const { flavour } = flavourBy('', { format, flavour: null }, options);
	const { folder, extension = '' } = formatIn(format, flavour) ?? {};
	const path = `out/${list}${folder ? `-${format}` : extension}`;
	const rest = { locale: null, headingLevel: 2, options: {} };
	return { path, region: null, address: null, list, format, flavour, frontMatter: null, ...rest };
}

/** The outputs with the addresses they have on the site; `index.html` is that of its folder. */
function addressed(outputs: readonly OutputSpec[], { site }: ProjectFile): OutputSpec[] {
	if (site === undefined) return [...outputs];
	const { url, folder = null } = typeof site === 'string' ? { url: site } : site;
	const base = url.endsWith('/') ? url : `${url}/`;
	const own = outputs.filter(({ region }) => region === null).map(({ path }) => dirname(path));
	const shared = folder ?? sharedFolder(own);
	return outputs.map((output) => {
		const place = slashed(relative(shared, output.path));
		const words = place.replace(/(?<=^|\/)index\.html$/, '').split('/');
		const address = place.startsWith('..') ? null : base + words.map(encodeURIComponent).join('/');
		return { ...output, address };
	});
}

/** The format's name goes into a path that another output has already: `publications.html.html`. */
function distinct(outputs: readonly OutputSpec[]): OutputSpec[] {
	const taken = new Set<string>();
	return outputs.map((output) => {
		const path = taken.has(output.path) && output.region === null ? withWord(output.path, output.format) : output.path;
		taken.add(path);
		return { ...output, path };
	});
}

function withWord(path: string, word: string): string {
	const ending = extname(path);
	return `${path.slice(0, path.length - ending.length)}.${word}${ending}`;
}

/** `--out papers.html` names a file, `--out site` a folder. */
function isFile(path: string): boolean {
	return !/[\\/]$/.test(path) && formatOf(path) !== '';
}

/**
 * The outputs in another folder; folders inside the one they all share stay. A file of somebody else's is not there: what
 * would go into it is a file by itself, `README.talks.md`.
 */
function moved(outputs: readonly OutputSpec[], folder: string): OutputSpec[] {
	const alone = outputs.map(({ path, region, ...output }) => ({
		...output,
		path: region === null ? path : withWord(path, region),
		region: null,
	}));
	const shared = sharedFolder(alone.map(({ path }) => dirname(path)));
	return alone.map((output) => ({
		...output,
		path: slashed(join(folder, relative(shared, dirname(output.path)), basename(output.path))),
	}));
}

function sharedFolder(folders: readonly string[]): string {
	const [first = '.', ...others] = folders;
	let shared = first;
	while (others.some((folder) => folder !== shared && !folder.startsWith(`${shared}/`)) && shared !== dirname(shared))
		shared = dirname(shared);
	return shared;
}
