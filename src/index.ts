/**
 * Bibfolio as a library: load a project, build it, write what it gives.
 *
 * @example
 * const project = loadProject(null, process.cwd(), {}, report);
 * const helpers = project && (await loadHelpers(project, report));
 * if (helpers) writeOutputs(build(project, { helpers }).outputs, project.root, report);
 *
 * @packageDocumentation
 */
export { type BuildOptions, type BuildResult, type BuiltOutput, build } from './build.ts';
export type { Code } from './diagnostics/codes.ts';
export type { Diagnostic, Report, Severity } from './diagnostics/diagnostic.ts';
export { type DiagnosticFormat, type PrintOptions, printDiagnostics } from './diagnostics/print.ts';
export { type Position, position, type Source, type Span } from './diagnostics/source.ts';
export type { Inline, RichText } from './latex/rich-text.ts';
export type { Annotation, Entry, Field, Library, Macro } from './library/entry.ts';
export type {
	GroupKey,
	Item,
	ListSpec,
	LocalText,
	NameStyle,
	NumberSpec,
	PublicationList,
	Section,
	SectionSpec,
	SortKey,
} from './lists/list.ts';
export type { Selector } from './lists/where.ts';
export type { Output, OutputSpec } from './output/output.ts';
export { staleOutputs } from './output/stale.ts';
export { type Written, writeOutputs } from './output/write.ts';
export type { Alias, Mark, Marks, Person } from './people/people.ts';
export { loadHelpers } from './project/load-helpers.ts';
export { type CommandLineOptions, loadProject, type Project, projectSchema } from './project/project.ts';
export { type CslItem, cslItem } from './publications/csl/csl-item.ts';
export type { DatePoint, DateValue } from './publications/dates/date.ts';
export type { Identifiers } from './publications/identifiers/identifiers.ts';
export type { Link, LinkRow } from './publications/links/links.ts';
export type { Name, NameList, Role } from './publications/names/name.ts';
export type { Publication } from './publications/publication.ts';
export type { Status, StatusKind } from './publications/status.ts';
export type { Venue, VenueKind, VenueRow } from './publications/venues/venues.ts';
export { SafeString } from './render/engine/handlebars.ts';
export type { Helper, HelperOptions, Helpers } from './render/engine/helper.ts';
