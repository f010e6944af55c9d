import { basename, dirname, extname, join, relative } from 'node:path';
import { formats } from '../formats/index.ts';
import { hostKindOf } from '../output/hosts.ts';
import type { OutputSpec } from '../output/output.ts';
import type { ProjectFile } from './file.ts';
import { type CommandLineOptions, slashed } from './options.ts';

/** What is written when nobody says what. */
const usualFormats = ['html-page', 'markdown', 'latex'] as const;

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
	const configured = configuredOutputs(file, ids).filter(({ list }) => lists.includes(list));
	const names = asked ?? [...(configured.length ? [] : usualFormats), ...documents];
	const kept = asked ? configured.filter(({ format }) => asked.includes(format)) : configured;
	const made = names
		.filter((format) => !kept.some((output) => output.format === format))
		.flatMap((format) => lists.map((list) => outputSpec(list, format)));
	const outputs = addressed(distinct([...kept, ...made]), file);
	if (target) return outputs.slice(0, 1).map((output) => ({ ...output, path: target, region: null }));
	return out === undefined ? outputs : moved(outputs, out);
}

/** The format that a file's ending tells: the usual one of those with that ending. */
export function formatOf(path: string): string {
	const ending = extname(path).toLowerCase();
	const fitting = Object.values(formats).filter(({ extension }) => extension === ending);
	return (fitting.find(({ name }) => (usualFormats as readonly string[]).includes(name)) ?? fitting[0])?.name ?? '';
}

function configuredOutputs(file: ProjectFile, ids: readonly string[]): OutputSpec[] {
	return (file.outputs ?? []).map((output) => ({
		path: output.path,
		region: output.region ?? null,
		address: null,
		list: output.list ?? ids[0] ?? '',
		format: output.format ?? (output.region === undefined ? formatOf(output.path) : usualFormatIn(output.path)),
		locale: output.locale ?? null,
		headingLevel: output['heading-level'] ?? 2,
		options: output.options ?? {},
	}));
}

/** The format of a list that goes into a file of this ending. */
function usualFormatIn(path: string): string {
	return hostKindOf(path)?.format ?? '';
}

function outputSpec(list: string, format: string): OutputSpec {
	const { folder, extension = '' } = formats[format] ?? {};
	const path = `out/${list}${folder ? `-${format}` : extension}`;
	return { path, region: null, address: null, list, format, locale: null, headingLevel: 2, options: {} };
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
