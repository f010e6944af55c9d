import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { codeRow } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Report, type Severity } from '../diagnostics/diagnostic.ts';
import { type Span, source } from '../diagnostics/source.ts';
import type { Dialect } from '../editing/file-style.ts';
import { type KeyPattern, readKeyPattern } from '../editing/key-pattern.ts';
import { type ProjectPlaces, projectPlaces, refusedPlace } from '../library/files/project-places.ts';
import { type ProjectFolder, readProjectFile } from '../library/files/read-project-file.ts';
import { alwaysPrivateFields, defaultPrivateFields } from '../library/private-fields.ts';
import type { ListSpec, LocalText } from '../lists/list.ts';
import type { OutputSpec } from '../output/output.ts';
import type { NamedPeople } from '../people/highlight.ts';
import type { Person } from '../people/person.ts';
import type { PeopleSelector } from '../people/unknown-names.ts';
import { safeAddress } from '../publications/identifiers/url-safety.ts';
import type { LinkRow } from '../publications/links/links.ts';
import type { FileRow } from '../publications/links/local-files.ts';
import type { VenueRow, VenueTable } from '../publications/venues/venues.ts';
import type { Term } from '../render/language/term-forms.ts';
import { lookNames } from '../render/looks.ts';
import { withHiddenSecrets } from '../sources/address-problem.ts';
import { parseYaml, type Yaml } from '../text/yaml.ts';
import { checkOutputs } from './check-outputs.ts';
import { type CommandLineOptions, checkOptions, slashed, withOptions } from './command-line-options.ts';
import { reportMetricsOff } from './metric-uses.ts';
import { namedPlaces, pathOfOutput, refusedOutputs } from './named-places.ts';
import { peopleRows } from './people-files/people-rows.ts';
import { personProblems } from './person-problems.ts';
import type { FolderFile, LinkFile, ProjectFile } from './project-file.ts';
import { readList, readNames } from './project-lists.ts';
import { type LookupSpec, readLookup } from './project-lookup.ts';
import { macroProblems } from './project-macros.ts';
import { metricsFilePath, type ProjectMetrics, readMetrics } from './project-metrics.ts';
import { readOutputs, usesDefaultFormats } from './project-outputs.ts';
import { readPeople } from './project-people.ts';
import { checkProjectFile } from './project-schema.ts';
import { asArray } from './project-selectors.ts';
import { readVenues } from './project-venues.ts';
import { projectProblems, valueAt } from './schema-problems.ts';

export type { OutputSpec } from '../output/output.ts';
export type { LinkRow } from '../publications/links/links.ts';
export type { VenueRow } from '../publications/venues/venues.ts';
export { type CommandLineOptions, slashed } from './command-line-options.ts';
export { projectSchema } from './project-schema.ts';

/** A project: `bibfolio.yaml` and command-line options, completed with defaults. */
export interface Project {
	/** The folder all paths are relative to (absolute). */
	readonly root: string;
	/** The configuration file, relative to root; null without one. */
	readonly file: string | null;
	/** Files and globs of the library, relative to root. */
	readonly library: readonly string[];
	readonly people: readonly Person[];
	/** The files with people and ranks that the configuration names. */
	readonly dataFiles: DataFiles;
	/** Problems of these files, which a build reports. */
	readonly problems: readonly Diagnostic[];
	/** The selectors with names of people, roles or groups and their positions, to be checked after reading the library. */
	readonly peopleSelectors: NamedPeople['peopleSelectors'];
	/** Language tag of a locale file: `en`, `de`. */
	readonly locale: string;
	/** Replacements for terms of the locale. */
	readonly words: Readonly<Record<string, Term>>;
	readonly lists: readonly ListSpec[];
	readonly outputs: readonly OutputSpec[];
	/** Where the configuration names the outputs. */
	readonly outputSpans: ReadonlyMap<OutputSpec, Span | undefined>;
	/** Where it has their `for-each`. */
	readonly forEachSpans: ReadonlyMap<OutputSpec, Span | undefined>;
	/** The outputs at places where the configuration must not write, with the diagnostics for a build that includes them. */
	readonly refusedOutputs: ReadonlyMap<OutputSpec, Diagnostic>;
	/** What the configuration may read and write. */
	readonly places: ProjectPlaces;
	/** Folder of the project's own templates, relative to root. */
	readonly templates: string;
	/** Module of the project's own helpers, relative to root; null without one. */
	readonly helpers: string | null;
	/** Rows before the built-in venue table. */
	readonly venues: readonly VenueRow[];
	/** Tables of files, which complete the rows. */
	readonly venueTables: readonly VenueTable[];
	/** The file with metrics of works. */
	readonly metrics: ProjectMetrics;
	/** Rows before the built-in link table. */
	readonly links: readonly LinkRow[];
	/** The folders of the files that fields name. */
	readonly files: readonly FileRow[];
	/** User macros for LaTeX values: `\name` and its replacement with #1 … */
	readonly macros: Readonly<Record<string, string>>;
	/** Severity per diagnostic code; 'off' silences it. */
	readonly checks: Readonly<Partial<Record<string, Severity | 'off'>>>;
	/** Fields omitted from published BibTeX. */
	readonly privateFields: readonly string[];
	/** Hosts whose images are shown, besides images with relative addresses. */
	readonly imageHosts: readonly string[];
	readonly title: LocalText | null;
	/** Address of a picture for previews of links, absolute or relative to the site; null without one. */
	readonly image: string | null;
	/** The URL of the site with the outputs, with a slash at the end; null if unknown. */
	readonly site: string | null;
	readonly add: AddSpec;
	readonly sync: SyncSpec;
	readonly lookup: LookupSpec;
}

/** Files of the project that were read with its configuration. */
export interface DataFiles {
	/** Relative to root. */
	readonly files: readonly string[];
	/** Paths and globs, relative to root. New files that match are read, too. */
	readonly patterns: readonly string[];
}

/** How profiles are compared with the library. */
export interface SyncSpec {
	/** The file of the works that the user does not want, relative to root. It may be missing. */
	readonly ignored: string;
}

/** How new entries are written; null follows the library. */
export interface AddSpec {
	/** Relative to root. */
	readonly to: string | null;
	readonly key: KeyPattern | null;
	readonly dialect: Dialect | null;
}

/** File names of the configuration, searched in the current folder and its parents. */
const fileNames = ['bibfolio.yaml', 'bibfolio.yml'] as const;

/**
 * Loads the project of a folder from its `bibfolio.yaml`, if there is one, and command-line options. Null after reporting
 * errors.
 *
 * A configuration may only name places in its project, and those that the options name (`config/outside`).
 *
 * @param file path of the configuration, relative to `cwd`; null searches `cwd` and its parents
 */
export function loadProject(
	file: string | null,
	cwd: string,
	overrides: CommandLineOptions,
	report: Report,
): Project | null {
	const configuration = file === null ? findFile(cwd) : resolve(cwd, file);
	const root = configuration ? dirname(configuration) : cwd;
	let failed = false;
	const reportProblem: Report = (problem) => {
		failed ||= problem.severity === 'error';
		report(withHiddenSecrets(problem));
	};
	const { allowOutside = [] } = overrides;
	const allowed = projectPlaces(root, {
		allowed: allowOutside.map((path) => resolve(cwd, path)),
		outputs: [],
		inputs: [],
	});
	// The file that a user names may be anywhere.
	const readable = file === null ? allowed.readable : null;
	const read = configuration ? readFile(configuration, { root, readable }, reportProblem) : { value: {}, yaml: null };
	if (!read) return null;
	const options = checkOptions(overrides, read.value, cwd, root, reportProblem);
	if (!options) return null;
	const project = completeProject(withOptions(read.value, options), read.yaml, options, { root, cwd }, reportProblem);
	return failed ? null : { ...project, file: configuration && slashed(relative(root, configuration)) };
}

type Path = readonly (string | number)[];

/** Reports an invalid value at its position. */
type Invalid = (message: string, path: Path, hint?: string) => void;

interface Read {
	readonly value: ProjectFile;
	/** Null without a file. */
	readonly yaml: Yaml | null;
}

function findFile(cwd: string): string | null {
	for (let folder = cwd; ; folder = dirname(folder)) {
		const found = fileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
		if (found) return found;
		if (folder === dirname(folder)) return null;
	}
}

function readFile(file: string, project: ProjectFolder, report: Report): Read | null {
	if (!existsSync(file)) {
		const hint = 'Check the path after --config';
		report(diagnostic('config/missing', `Cannot find the configuration ${file}`, { hint }));
		return null;
	}
	const text = readProjectFile(file, project, report);
	if (text === null) return null;
	const yaml = parseYaml(source(slashed(relative(project.root, file)), text), report, 'config/syntax');
	if (!yaml) return null;
	const checked = checkProjectFile(yaml.value ?? {});
	if ('file' in checked) return { value: checked.file, yaml };
	for (const problem of projectProblems(checked.issues, yaml)) report(problem);
	return null;
}

/** Completes a configuration with defaults. Reports invalid names and values. */
function completeProject(
	file: ProjectFile,
	yaml: Yaml | null,
	options: CommandLineOptions,
	{ root, cwd }: { readonly root: string; readonly cwd: string },
	report: Report,
) {
	// Values from options have no position in the file.
	const positionOf = (path: Path) => (yaml && valueAt(yaml.value, path) !== undefined ? yaml.spanOf(path) : undefined);
	const invalid: Invalid = (message, path, hint) =>
		report(diagnostic('config/invalid', message, { span: positionOf(path), hint }));
	for (const [index, person] of (typeof file.people === 'string' ? [] : (file.people ?? [])).entries())
		for (const { message, path, hint } of personProblems(person)) invalid(message, ['people', index, ...path], hint);
	for (const [index, id] of repeatedIds(file))
		invalid(`Duplicate id "${id}"`, ['people', index, 'id'], 'Give each person another id');
	const names = readNames(file.names);
	const peopleSelectors = new Map<PeopleSelector, Span | undefined>();
	const lists = Object.entries(file.lists ?? {}).map(([id, list]) =>
		readList(id, list, names, {
			problem: (message, path, hint) => invalid(message, ['lists', id, ...path], hint),
			people: (selector, path) => peopleSelectors.set(selector, positionOf(['lists', id, ...path])),
		}),
	);
	const ids = lists.map(({ id }) => id);
	const outputPath = (path: Path) => ['outputs', ...(Array.isArray(file.outputs) ? path : path.slice(1))];
	const outputs = readOutputs(file, ids, options, {
		problem: (message, path, hint) => invalid(message, outputPath(path), hint),
		people: (selector, path) => peopleSelectors.set(selector, positionOf(outputPath(path))),
	});
	const outputSpans = new Map(outputs.map((spec) => [spec, positionOf(pathOfOutput(file, spec))]));
	const forEachSpans = new Map(outputs.map((spec) => [spec, positionOf(pathOfOutput(file, spec, 'for-each'))]));
	if (file.checks?.['config/outside'] !== undefined)
		invalid('Cannot change the severity of "config/outside"', ['checks', 'config/outside'], 'Remove it');
	const places = projectPlaces(root, namedPlaces(options, root));
	const templates = file.templates ?? 'templates';
	const isUsable = (path: string, key: Path) => {
		const details = { span: positionOf(key), cwd, isFolder: !key.includes('helpers') };
		const refusal = refusedPlace('read', path, root, places.readable, details);
		if (refusal) report(refusal);
		return refusal === null;
	};
	checkOutputs(file, ids, lookNames(resolve(root, templates)), invalid);
	const library = file.library === undefined ? defaultLibrary(root) : asArray(file.library);
	if (library.length === 0) report(noLibrary());
	for (const { name, part, message, hint } of yaml ? macroProblems(file.macros ?? {}, yaml) : [])
		report(diagnostic('config/invalid', message, { span: yaml?.spanOf(['macros', name], part), hint }));
	const needsTemplates = file.templates !== undefined && !options.createsTemplates;
	if (isUsable(templates, ['templates']) && needsTemplates && !existsSync(resolve(root, templates))) {
		const source = options.templates === undefined ? 'or remove "templates"' : 'or check the path after --templates';
		const hint = `Create it by copying a template with bibfolio eject, ${source}`;
		invalid(`Cannot find the template folder ${templates}`, ['templates'], hint);
	}
	const { helpers = null } = file;
	if (helpers !== null && isUsable(helpers, ['helpers']) && !existsSync(resolve(root, helpers)))
		invalid(`Cannot find the helpers module ${helpers}`, ['helpers'], 'Create it, or remove "helpers"');
	const problems: Diagnostic[] = [];
	// A file that is missing or cannot be read makes the project unusable. All else is part of the diagnostics of a build.
	const reportData: Report = (problem) => {
		const isBuilt = codeRow(problem.code).stops === undefined || problem.code === 'people/empty';
		isBuilt ? problems.push(problem) : report(problem);
	};
	const isSingle = !Array.isArray(file.people);
	const people = peopleRows(
		file.people ?? [],
		{ root, readable: places.readable },
		(index) => positionOf(['people', ...(isSingle ? [] : [index])]),
		reportData,
	);
	const venues = readVenues(
		file,
		{ root, readable: places.readable },
		{ invalid, spanOf: positionOf, report: reportData },
	);
	const metrics = readMetrics(file, { root, readable: places.readable }, positionOf(metricsFilePath(file)), reportData);
	if (!metrics.isOn) reportMetricsOff(lists, (id) => positionOf(['lists', id]), reportData);
	const folders = (file.files ?? []).filter(({ folder }, index) => isUsable(folder, ['files', index, 'folder']));
	return {
		root,
		library,
		people: readPeople(people.rows, options.highlight),
		dataFiles: {
			files: [...people.files, ...venues.files, ...(metrics.isRead ? [metrics.file] : [])],
			patterns: [...people.patterns, ...venues.files, ...(metrics.isOn ? [metrics.file] : [])],
		},
		problems,
		peopleSelectors,
		locale: file.locale ?? 'en',
		words: file.words ?? {},
		lists,
		outputs,
		outputSpans,
		forEachSpans,
		refusedOutputs: refusedOutputs(outputs, { root, cwd, ...places }, (spec) => outputSpans.get(spec)),
		places,
		templates,
		helpers,
		venues: venues.rows,
		venueTables: venues.tables,
		metrics,
		links: (file.links ?? []).map(linkRow),
		files: folders.map(fileRow),
		macros: file.macros ?? {},
		// Fonts of a LaTeX document that nobody asked for.
		checks: { ...(usesDefaultFormats(file, options) && ({ 'output/character': 'off' } as const)), ...file.checks },
		privateFields: [
			...alwaysPrivateFields,
			...asArray(file['private-fields'] ?? 'default').flatMap((name) =>
				name === 'default' ? defaultPrivateFields : name,
			),
		],
		imageHosts: imageHostsOf(file),
		title: file.title ?? null,
		image: imageOf(file, invalid),
		site: siteOf(file, invalid),
		add: readAdd(file, invalid),
		sync: { ignored: file.sync?.ignored ?? 'ignored-works.yaml' },
		lookup: readLookup(file, invalid),
	};
}

/** The ids in rows of people that an earlier row has, with the indexes of the rows. */
function repeatedIds({ people = [] }: ProjectFile): readonly (readonly [index: number, id: string])[] {
	const ids = asArray(people).map((person) => (typeof person === 'string' ? undefined : person.id));
	return ids.flatMap((id, index) => (id !== undefined && ids.indexOf(id) < index ? [[index, id] as const] : []));
}

/** The hosts under `images`, and that of the site, whose pages may name it. */
function imageHostsOf({ images = [], site }: ProjectFile): readonly string[] {
	const url = typeof site === 'string' ? site : (site?.url ?? '');
	const siteHosts = URL.canParse(url) ? [new URL(url).host] : [];
	return [...new Set([...asArray(images).filter((host) => host !== 'self'), ...siteHosts])];
}

function imageOf({ image, site }: ProjectFile, invalid: Invalid): string | null {
	if (image === undefined) return null;
	const address = safeAddress(image);
	const isAbsolute = /^https?:/i.test(address ?? '');
	if (address === null || (!isAbsolute && address.includes(':')))
		invalid(`Expected the address of a picture, found "${image}"`, ['image'], 'Use https://… or a path on your site');
	else if (!isAbsolute && site === undefined)
		invalid(`Cannot make the address of "${image}" absolute`, ['image'], 'Add "site: https://example.org/"');
	return address;
}

function siteOf({ site }: ProjectFile, invalid: Invalid): string | null {
	if (site === undefined) return null;
	const url = typeof site === 'string' ? site : site.url;
	if (!/^https?:\/\/[^\s/?#][^\s?#]*$/i.test(url))
		invalid(
			`Expected a URL, found "${url}"`,
			['site', ...(typeof site === 'string' ? [] : ['url'])],
			'Use a URL such as https://example.org/',
		);
	return url.endsWith('/') ? url : `${url}/`;
}

function readAdd({ add = {} }: ProjectFile, invalid: Invalid): AddSpec {
	const { to = null, key, dialect = null } = add;
	const pattern = key === undefined ? null : readKeyPattern(key);
	if (typeof pattern !== 'object' || pattern === null) return { to, key: pattern, dialect };
	invalid(pattern.error, ['add', 'key'], pattern.hint);
	return { to, key: null, dialect };
}

function linkRow(row: LinkFile): LinkRow {
	return { kind: row.kind, fields: asArray(row.fields), label: row.label ?? null, template: row.template ?? null };
}

function fileRow({ fields, folder, url }: FolderFile): FileRow {
	const path = slashed(folder).replace(/^(?:\.\/)+|\/+$/g, '');
	return {
		fields: asArray(fields).map((field) => field.toLowerCase()),
		folder: path,
		url: `${(url ?? `/${path}`).replace(/\/+$/, '')}/`,
	};
}

/** The default library: every .bib file in the folder and in its subfolder bib/. */
function defaultLibrary(root: string): readonly string[] {
	return ['', 'bib/'].filter((folder) => hasBib(join(root, folder))).map((folder) => `${folder}*.bib`);
}

function hasBib(folder: string): boolean {
	try {
		return readdirSync(folder).some((name) => name.endsWith('.bib'));
	} catch {
		return false;
	}
}

function noLibrary() {
	return diagnostic('file/missing', 'Cannot find a .bib file here or in bib/', {
		hint: 'Run bibfolio init to set up this folder, or name the file, as in "bibfolio build papers.bib"',
	});
}
