import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks/index.ts';
import type { Diagnostic, Report } from './diagnostics/diagnostic.ts';
import { prepareDiagnostics, stopsBuild } from './diagnostics/prepare-diagnostics.ts';
import type { Source } from './diagnostics/source.ts';
import { reportEmptyLibrary } from './library/empty-library.ts';
import type { Library } from './library/entry.ts';
import { refusedPlace } from './library/files/project-places.ts';
import { group } from './lists/group.ts';
import type { PublicationList } from './lists/list.ts';
import type { BuiltOutput } from './output/built-output.ts';
import type { OutputSpec } from './output/output.ts';
import { planOutputs } from './output/plan-outputs.ts';
import { type RepeatedOutputs, repeatOutputs } from './output/repeated-outputs.ts';
import { type HighlightedWorks, highlight } from './people/highlight.ts';
import { reportPhotos } from './people/photos.ts';
import type { LinkedOutputs } from './project/linked-outputs.ts';
import { outputLinks } from './project/output-links.ts';
import { placeOf } from './project/output-place.ts';
import type { Project } from './project/project.ts';
import { libraryReaderOf, readingOf, readProjectSources } from './project/project-reading.ts';
import { reportImages } from './publications/image-hosts.ts';
import { reportMissingFiles } from './publications/links/local-files.ts';
import { normalize, type Reading } from './publications/normalize.ts';
import type { Publication } from './publications/publication.ts';
import type { Helpers } from './render/engine/helper.ts';
import { renderLists } from './render/render-lists.ts';

/** The result of a build: outputs to write, the files that were read, and the diagnostics. */
export interface BuildResult {
	readonly project: Project;
	/** The files to write; none if something stops the build (`stops`). */
	readonly outputs: readonly BuiltOutput[];
	/** In reading order, without duplicates, with the configured severities. */
	readonly diagnostics: readonly Diagnostic[];
	/** Where the error is that forbids writing anything; null if the outputs can be written. */
	readonly stops: 'input' | 'configuration' | null;
	/** All files that were read, relative to the project's root or absolute. */
	readonly files: readonly string[];
	readonly lists: readonly PublicationList[];
	readonly library: Library;
	/** The publication of every entry in library order, including hidden ones. */
	readonly publications: readonly Publication[];
	readonly highlights: HighlightedWorks;
	readonly reading: Reading;
}

export interface BuildOptions {
	/** Also check the library as a whole, as `bibfolio check` does. */
	readonly checks?: boolean;
	/** The library's files; null or undefined reads them from disk. */
	readonly sources?: readonly Source[] | null;
	/** False if pipes must not be read, because they can be read only once. True by default. */
	readonly pipes?: boolean;
	/** Helpers for the project's templates, from `loadHelpers`. Pass the same object until one of them changes. */
	readonly helpers?: Helpers;
	/** The current year, for checks; null accepts any year. */
	readonly thisYear?: number | null;
	/** Called at the start of each stage. */
	readonly progress?: (stage: string) => void;
}

/**
 * Builds the outputs of a project. Reads files, writes none, and never throws on bad input. A second build of the same
 * project object reuses everything that has not changed.
 */
export function build(project: Project, options: BuildOptions = {}): BuildResult {
	const { checks = false, thisYear = null, progress = () => {} } = options;
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	for (const problem of project.problems) report(problem);

	progress('Reading the library');
	const sources = options.sources ?? readProjectSources(project, report, options.pipes);
	const readLibrary = libraryReaderOf(project);
	const library = readLibrary(sources, report);
	reportEmptyLibrary(library, sources, report);

	progress(`Normalizing ${library.entries.length} entries`);
	const reading = readingOf(project, library.preambles);
	const publications = normalize(library, reading, report);

	progress('Grouping works');
	reportImages(publications, project.imageHosts, report);
	reportPhotos(project.people, project.imageHosts, report);
	reportMissingFiles(library.entries, project.files, (path) => existsSync(join(project.root, path)), report);
	const highlights = highlight(publications, project, report);
	const forEachSpanOf = (spec: OutputSpec) => project.forEachSpans.get(spec);
	const repeated = repeatOutputs(project.lists, project.outputs, highlights, forEachSpanOf, report);
	const lists = [...project.lists, ...repeated.lists].map((spec) => group(spec, highlights, report));
	const { privateFields } = project;
	if (checks) runChecks({ library, publications, matcher: highlights.matcher, privateFields, thisYear }, report);

	progress('Rendering lists');
	const refused = refusedOutputs(project, repeated);
	for (const refusal of refused) report(refusal);
	const canRender = refused.length === 0 && stopsBuild(reported, project.checks) === null;
	const settings = renderSettings(project, options.helpers, { ...repeated, lists });
	const rendering = canRender ? renderLists(lists, repeated.outputs, settings, report) : noRendering;
	const spanOf = (row: OutputSpec) => project.outputSpans.get(row);
	const configured = {
		...{ rows: project.outputs, rowOf: repeated.configured, spanOf, within: project.places.writable },
		keepsParts: project.problems.some(({ severity }) => severity === 'error'),
	};
	const { outputs, hosts } = planOutputs(rendering.rendered, project.root, report, configured);

	const diagnostics = prepareDiagnostics(reported, project.checks);
	const stops = stopsBuild(diagnostics) ?? (refused.length ? 'configuration' : null);
	const projectFiles = [project.file, project.helpers].flatMap((file) => file ?? []);
	const files = [
		...projectFiles,
		...project.dataFiles.files,
		...sources.map(({ path }) => path),
		...rendering.files,
		...hosts,
	];
	const results = { lists, library, publications, highlights, reading };
	return { project, outputs: stops ? [] : outputs, diagnostics, stops, files, ...results };
}

const noRendering = { rendered: [], files: [] };

/** The outputs at places where the configuration must not write. The name of a part may lead to one, too: a link. */
function refusedOutputs(
	{ root, outputs, outputSpans, refusedOutputs, places }: Project,
	{ configured }: RepeatedOutputs,
) {
	const rows = outputs.flatMap((row) => refusedOutputs.get(row) ?? []);
	const parts = [...configured].flatMap(([spec, row]) => {
		if (spec === row || refusedOutputs.has(row)) return [];
		return refusedPlace('write', spec.path, root, places.writable, { span: outputSpans.get(row) }) ?? [];
	});
	return [...rows, ...parts];
}

function renderSettings(project: Project, helpers: Helpers | undefined, linked: LinkedOutputs) {
	const { outputs, configured } = linked;
	const partAddresses = outputs.flatMap((spec) =>
		spec.format === 'html-page' && configured.get(spec) !== spec ? (spec.address ?? []) : [],
	);
	const linksOf = outputLinks(linked, project);
	const { readable } = project.places;
	return {
		...{ ...project, readable, helpers, helpersFile: project.helpers },
		placeOf: (spec: OutputSpec) => placeOf(spec, outputs, project),
		otherPagesOf: (spec: OutputSpec) => ({ ...linksOf(spec), partAddresses }),
	};
}
