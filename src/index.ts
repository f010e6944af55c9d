/**
 * Bibfolio as a library: load a project, build it, write its outputs.
 *
 * @example
 * ```ts
 * const project = loadProject(null, process.cwd(), {}, report);
 * const helpers = project && (await loadHelpers(project, report));
 * if (helpers) writeOutputs(build(project, { helpers }).outputs, project.root, report);
 * ```
 *
 * @packageDocumentation
 */
export { type BuildOptions, type BuildResult, build } from './build.ts';
export { type Code, codes } from './diagnostics/codes.ts';
export type { Diagnostic, Edit, Report, Severity } from './diagnostics/diagnostic.ts';
export { type DiagnosticFormat, type PrintOptions, printDiagnostics } from './diagnostics/print.ts';
export { type Position, position, type Source, type Span } from './diagnostics/source.ts';
export type { Dialect } from './editing/file-style.ts';
export type { KeyData, KeyPattern } from './editing/key-pattern.ts';
export type { UserCommand, UserCommands } from './latex/commands/user-commands.ts';
export type { Inline, RichText, Wrapping } from './latex/rich-text.ts';
export type {
	Annotation,
	Assignment,
	Blocks,
	Definition,
	Entry,
	Field,
	Library,
	Macro,
	Piece,
	Preamble,
	WrittenEntry,
} from './library/entry.ts';
export type { ProjectPlaces } from './library/files/project-places.ts';
export type {
	GroupKey,
	Item,
	ListSpec,
	LocalText,
	NameStyle,
	NumberSpec,
	Part,
	PublicationList,
	Section,
	SectionSpec,
	SortKey,
} from './lists/list.ts';
export type { NumberRange } from './lists/number-ranges.ts';
export type { PersonConditions } from './lists/person-conditions.ts';
export type { Selector } from './lists/selector.ts';
export type { BuiltOutput } from './output/built-output.ts';
export type { Output, OutputSpec } from './output/output.ts';
export { staleOutputs } from './output/stale-outputs.ts';
export { type WrittenFile, writeOutputs } from './output/write-outputs.ts';
export type { CountedPeople, Membership } from './people/counted-people.ts';
export type { DeclaredName } from './people/declared-names.ts';
export type { HighlightedWorks, Highlights, NamedPeople } from './people/highlight.ts';
export type { GivenName, NameForm, NameReading, NameWord } from './people/name-form.ts';
export type { Period } from './people/period.ts';
export type { Alias, Mark, Marks, Person, ProfileName, Spell } from './people/person.ts';
export type { Match, Matcher } from './people/person-matcher.ts';
export type { PeopleSelector } from './people/unknown-names.ts';
export { loadHelpers } from './project/load-helpers.ts';
export {
	type AddSpec,
	type CommandLineOptions,
	type DataFiles,
	loadProject,
	type Project,
	projectSchema,
	type SyncSpec,
} from './project/project.ts';
export type { LookupSpec } from './project/project-lookup.ts';
export type { ProjectMetrics } from './project/project-metrics.ts';
export type { CslDate } from './publications/csl/csl-date.ts';
export { type CslItem, type CslName, type CslWriters, cslItem } from './publications/csl/csl-item.ts';
export type { DatePoint, DateValue } from './publications/dates/date.ts';
export { type EditorialNotice, type NoticeKind, noticeKinds } from './publications/editorial-notices.ts';
export type { Identifiers } from './publications/identifiers/identifiers.ts';
export type { Link, LinkRow } from './publications/links/links.ts';
export type { FileRow } from './publications/links/local-files.ts';
export { type AccessState, accessStates, type MetricName, metricLabels } from './publications/metrics/metric-names.ts';
export type {
	Metrics,
	OpenAccess,
	Snapshot,
	SourceRecord,
	WorkRecord,
} from './publications/metrics/metric-snapshot.ts';
export type {
	CitationCount,
	MetricTable,
	Origin,
	WorkAccess,
	WorkMetrics,
} from './publications/metrics/work-metrics.ts';
export { type Name, type NameList, type Role, roles } from './publications/names/name.ts';
export type { Reading } from './publications/normalize.ts';
export type { Publication } from './publications/publication.ts';
export { type Status, type StatusKind, statuses } from './publications/status.ts';
export {
	type Venue,
	type VenueKind,
	type VenueRow,
	type VenueTable,
	venueKinds,
	type YearRange,
} from './publications/venues/venues.ts';
export type { FrontMatter } from './render/documents/front-matter.ts';
export { SafeString } from './render/engine/handlebars.ts';
export type { Helper, HelperOptions, Helpers } from './render/engine/helper.ts';
export type { Term, TermForms } from './render/language/term-forms.ts';
