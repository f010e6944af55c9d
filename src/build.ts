import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { runChecks } from './checks/index.ts';
import { type Diagnostic, diagnostic, type Report } from './diagnostics/diagnostic.ts';
import { prepareDiagnostics, stopsBuild } from './diagnostics/prepare-diagnostics.ts';
import type { Source } from './diagnostics/source.ts';
import { formatIn } from './formats/index.ts';
import { readUserCommands } from './latex/commands/user-commands.ts';
import type { Library } from './library/entry.ts';
import { readSources } from './library/files/read-sources.ts';
import { libraryReader } from './library/read-library.ts';
import { group } from './lists/group.ts';
import type { PublicationList } from './lists/list.ts';
import { obsoletePages } from './output/obsolete.ts';
import type { Output, OutputSpec } from './output/output.ts';
import { byFile, planFile } from './output/planned-files.ts';
import { ownerName } from './people/declared.ts';
import { type Highlights, highlight } from './people/highlight.ts';
import { placeOf } from './project/output-place.ts';
import type { Project } from './project/project.ts';
import { normalize, type Reading } from './publications/normalize.ts';
import type { Publication } from './publications/publication.ts';
import { type CslStyle, loadCslStyle } from './render/csl-styles/csl-style.ts';
import { builtInHelpers } from './render/engine/environment.ts';
import type { Helpers } from './render/engine/helper.ts';
import { loadTemplates } from './render/engine/templates.ts';
import { type Locale, loadLocale } from './render/locale.ts';
import { renderFiles } from './render/render.ts';
import { cacheByIdentity } from './text/identity-cache.ts';

/** An output that was built, and what it shows. */
export interface BuiltOutput extends Output {
	readonly spec: OutputSpec;
	readonly list: PublicationList;
}

/** The result of a build: what it would write, what it read, and what it reports. */
export interface BuildResult {
	readonly project: Project;
	/** The files to write; none if something stops the build (`stops`). */
	readonly outputs: readonly BuiltOutput[];
	/** In reading order, each once, with the configured severities. */
	readonly diagnostics: readonly Diagnostic[];
	/** What is at fault when nothing may be written; null if the outputs are good in spite of the diagnostics. */
	readonly stops: 'input' | 'configuration' | null;
	/**
	 * The files read, relative to the project's root or absolute: configuration, library, templates, locales, and files with
	 * markers that lists are inserted into.
	 */
	readonly files: readonly string[];
	readonly lists: readonly PublicationList[];
	readonly library: Library;
	/** The publication of every entry in library order, hidden ones included. */
	readonly publications: readonly Publication[];
	readonly highlights: Highlights;
	readonly reading: Reading;
}

export interface BuildOptions {
	/** Check the library as a whole, too, like `bibfolio check`. */
	readonly checks?: boolean;
	/** The library's files, if they are not to be read from the disk. */
	readonly sources?: readonly Source[] | null;
	/** Helpers for the project's templates, as {@link loadHelpers} gives them; the same object while none changes. */
	readonly helpers?: Helpers;
	/** The current year, for checks; null accepts any year. */
	readonly thisYear?: number | null;
	/** Called at the start of each stage. */
	readonly progress?: (stage: string) => void;
}

/**
 * Builds the outputs of a project. Reads files, writes none, and never throws for bad input. Another build of the same
 * project object takes over what has not changed.
 */
export function build(project: Project, options: BuildOptions = {}): BuildResult {
	const { checks = false, thisYear = null, progress = () => {} } = options;
	const found: Diagnostic[] = [];
	const report: Report = (one) => found.push(one);

	progress('Reading the library');
	const sources = options.sources ?? readSources(project.library, project.root, report);
	const readLibrary = readerOf(project);
	const library = readLibrary(sources, report);
	if (sources.length > 0 && library.entries.length === 0) report(emptyLibrary(sources));

	progress(`Understanding ${library.entries.length} entries`);
	const reading = readingOf(project, library.preambles);
	const publications = normalize(library, reading, report);
	const highlights = highlight(publications, project, report);

	progress('Making lists');
	const lists = project.lists.map((spec) => group(spec, highlights, report));
	if (checks) runChecks({ library, publications, matcher: highlights.matcher, thisYear }, report);

	progress('Rendering');
	const stopped = stopsBuild(found, project.checks) !== null;
	const rendered = stopped ? { outputs: [], files: [] } : renderOutputs(project, lists, options.helpers, report);

	const diagnostics = prepareDiagnostics(found, project.checks);
	const stops = stopsBuild(diagnostics);
	const configured = [project.file, project.helpers].flatMap((file) => file ?? []);
	const files = [...configured, ...sources.map(({ path }) => path), ...rendered.files];
	const outputs = stops ? [] : rendered.outputs;
	return { project, outputs, diagnostics, stops, files, lists, library, publications, highlights, reading };
}

/** The reader of a project's library: an unchanged block yields the same entry in every build of the project. */
const readerOf = cacheByIdentity((_project: Project) => libraryReader());

/** What normalizing the entries of a project needs; the same preambles yield the same object. */
export const readingOf = cacheByIdentity(
	({ macros, venues, links }: Project, preambles: readonly string[]): Reading => ({
		commands: readUserCommands(preambles, macros),
		venues,
		links,
	}),
);

function emptyLibrary(sources: readonly Source[]): Diagnostic {
	// RIS, PubMed and EndNote, which some people save as .bib.
	const other = sources.find(({ text }) => /^(?:TY {1,2}- |PMID *- |%0 )/m.test(text));
	return diagnostic('library/empty', `There is no entry in ${sources.map(({ path }) => path).join(', ')}`, {
		hint: other
			? `It is no BibTeX: “bibfolio add ${other.path} --to library.bib” makes BibTeX of it`
			: 'Lists stay as they are; to have empty ones, write “checks: {library/empty: off}” in bibfolio.yaml',
	});
}

interface Rendered {
	readonly outputs: readonly BuiltOutput[];
	/** Absolute. */
	readonly files: readonly string[];
}

function renderOutputs(
	project: Project,
	lists: readonly PublicationList[],
	given: Helpers | undefined,
	report: Report,
): Rendered {
	const { root, words, links, privateFields } = project;
	const helpers = checkedHelpers(project, given, report);
	const own = resolve(root, project.templates);
	const folder = existsSync(own) ? own : null;
	const templates = loadTemplates(folder, report, root);
	const locales = new Map<string, Locale | null>();
	const styles = new Map<string, CslStyle | null>();
	const owner = ownerName(project.people);
	const outputs = project.outputs.flatMap((spec) => {
		const tag = spec.locale ?? project.locale;
		if (!locales.has(tag)) locales.set(tag, loadLocale(tag, words, folder, report, root));
		const locale = locales.get(tag);
		const list = lists.find(({ id }) => id === spec.list);
		const format = formatIn(spec.format, spec.flavour);
		if (!list || !format || !locale) return [];
		const { headingLevel, options, frontMatter } = spec;
		const place = placeOf(spec, project);
		const target = { format, locale, headingLevel, frontMatter, title: project.title, owner, options, place, lists };
		const styleOf = (one: PublicationList) => {
			const key = `${one.spec.style} ${tag}`;
			if (one.spec.style !== null && !styles.has(key))
				styles.set(key, loadCslStyle(one.spec.style, locale, root, report));
			return styles.get(key) ?? null;
		};
		const files = renderFiles(list, target, { templates, links, privateFields, helpers, styleOf }, report);
		if (!files) return [];
		const pathOf = (name: string) => (name === '' ? spec.path : posix.join(spec.path, name));
		const made = files.map(({ name, contents }) => ({ path: pathOf(name), region: spec.region, contents, spec, list }));
		return format.folder ? [...made, ...obsoleteIn(spec, made, list, root)] : made;
	});
	const hosts = byFile(outputs.filter(({ region }) => region !== null));
	for (const host of hosts) planFile(host, root, report);
	const hostFiles = hosts.flatMap(([output]) => (output ? resolve(root, output.path) : []));
	const localeFiles = [...locales.values()].flatMap((locale) => locale?.files ?? []);
	const styleFiles = [...styles.values()].flatMap((style) => style?.files ?? []);
	return { outputs, files: [...templates.files, ...localeFiles, ...styleFiles, ...hostFiles] };
}

/** The helpers given; one that has the name of a built-in helper, and a module that was not loaded, is reported. */
function checkedHelpers(project: Project, helpers: Helpers | undefined, report: Report): Helpers {
	const file = project.helpers ?? 'the options of the build';
	if (!helpers && project.helpers !== null && project.outputs.length > 0) {
		const hint = 'Pass them: build(project, { helpers: await loadHelpers(project, report) })';
		report(diagnostic('template/helper', `The helpers in ${file} were not loaded`, { hint }));
	}
	for (const name of Object.keys(helpers ?? {})) {
		if (!builtInHelpers.includes(name)) continue;
		const hint = 'Give it another name: the built-in templates use the built-in helper';
		report(diagnostic('template/helper', `“${name}” in ${file} is the name of a built-in helper`, { hint }));
	}
	return helpers ?? noHelpers;
}

const noHelpers: Helpers = {};

/** The pages that an earlier build made in a folder of outputs and this one does not. */
function obsoleteIn(spec: OutputSpec, made: readonly Output[], list: PublicationList, root: string): BuiltOutput[] {
	const paths = made.map(({ path }) => path);
	return obsoletePages(spec.path, paths, root).map((path) => ({
		...{ path, region: null, contents: '', obsolete: true },
		...{ spec, list },
	}));
}
