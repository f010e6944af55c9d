import type { LocalText } from '../lists/list.ts';
import type { AccessState, MetricName } from '../publications/metrics/metric-names.ts';
import type { StatusKind } from '../publications/status.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import type { Term } from '../render/language/term-forms.ts';

/** `bibfolio.yaml` as written. The schema (`project-schema.ts`) describes each key. */
export interface ProjectFile {
	$schema?: string | undefined;
	library?: OneOrMany<string> | undefined;
	look?: string | undefined;
	cite?: OneOrMany<string> | undefined;
	locale?: string | undefined;
	title?: LocalText | undefined;
	people?: string | PersonFile[] | undefined;
	venues?: OneOrMany<VenueFile | VenueTableFile> | undefined;
	metrics?: boolean | MetricsFile | undefined;
	links?: LinkFile[] | undefined;
	files?: FolderFile[] | undefined;
	macros?: Record<string, string> | undefined;
	words?: Record<string, Term> | undefined;
	checks?: Partial<Record<string, 'error' | 'warning' | 'info' | 'off'>> | undefined;
	'private-fields'?: OneOrMany<string> | undefined;
	image?: string | undefined;
	images?: OneOrMany<string> | undefined;
	templates?: string | undefined;
	helpers?: string | undefined;
	names?: NamesFile | undefined;
	lists?: Record<string, ListFile> | undefined;
	outputs?: OneOrMany<string | OutputFile> | undefined;
	site?: string | SiteFile | undefined;
	add?: AddFile | undefined;
	lookup?: LookupFile | undefined;
	sync?: SyncFile | undefined;
}

export interface SiteFile {
	url: string;
	folder?: string | undefined;
}

/** URLs of sources by name, with `{}` for the identifier, the time-out in seconds, and a mail address. */
export type LookupFile = { 'time-out'?: number | undefined; mailto?: string | undefined } & Partial<
	Record<string, string | number | undefined>
>;

/** How new entries are written. */
export interface SyncFile {
	ignored?: string | undefined;
}

export interface AddFile {
	to?: string | undefined;
	key?: string | undefined;
	dialect?: 'bibtex' | 'biblatex' | undefined;
}

export type OneOrMany<Value> = Value | Value[];

/** A name, a mapping with more about the person, or a file, folder or glob with people. */
export type PersonFile =
	| string
	| {
			name: string;
			id?: string | undefined;
			aliases?: OneOrMany<AliasFile> | undefined;
			orcid?: string | undefined;
			dblp?: string | undefined;
			inspire?: string | undefined;
			hal?: string | undefined;
			arxiv?: string | undefined;
			openalex?: string | undefined;
			'semantic-scholar'?: string | number | undefined;
			url?: string | undefined;
			image?: string | undefined;
			role?: string | undefined;
			from?: DayFile | undefined;
			to?: DayFile | undefined;
			groups?: OneOrMany<string> | undefined;
			roles?: SpellFile[] | undefined;
	  };

/** A role between two dates. */
export interface SpellFile {
	role: string;
	from?: DayFile | undefined;
	to?: DayFile | undefined;
	groups?: OneOrMany<string> | undefined;
}

export type AliasFile = string | { name: string; from?: DayFile | undefined; to?: DayFile | undefined };

/** YAML reads `2016` as a number; `2016-05` and `2016-05-01` stay text. */
export type DayFile = number | string;

export interface VenueFile {
	match: OneOrMany<string>;
	kind?: VenueKind | undefined;
	name?: string | undefined;
	short?: string | undefined;
	rank?: string | undefined;
	quartile?: string | undefined;
	issn?: OneOrMany<string> | undefined;
	year?: number | string | undefined;
	colour?: string | undefined;
	url?: string | undefined;
}

/** CSV files with venues. */
export interface VenueTableFile {
	table: OneOrMany<string>;
	columns?: Partial<Record<VenueColumn, OneOrMany<string | number>>> | undefined;
	kind?: VenueKind | undefined;
	year?: number | string | undefined;
}

/** The names of columns in a table of venues. */
export const venueColumns = [
	...(['match', 'issn', 'kind', 'name', 'short', 'rank', 'quartile', 'colour', 'url', 'year', 'from', 'to'] as const),
] as const;

export type VenueColumn = (typeof venueColumns)[number];

/** The file with metrics, and what lists show of it. */
export interface MetricsFile {
	file?: string | undefined;
	sources?: OneOrMany<MetricName> | undefined;
	show?: OneOrMany<ShownMetric> | 'none' | undefined;
}

/** What lists can show of metrics. */
export const shownMetrics = ['citations', 'open-access'] as const;

export type ShownMetric = (typeof shownMetrics)[number];

export interface LinkFile {
	kind: string;
	fields: OneOrMany<string>;
	label?: LocalText | undefined;
	template?: string | undefined;
}

/** The folder of the files that fields name. */
export interface FolderFile {
	fields: OneOrMany<string>;
	folder: string;
	url?: string | undefined;
}

export interface NamesFile {
	'name-as-sort-order'?: 'all' | 'first' | 'none' | undefined;
	'initialize-with'?: string | null | undefined;
	'initialize-with-hyphen'?: boolean | undefined;
	'sort-separator'?: string | undefined;
	delimiter?: string | undefined;
	and?: 'text' | 'symbol' | 'none' | undefined;
	'delimiter-precedes-last'?: 'never' | 'always' | 'contextual' | undefined;
	'et-al-min'?: number | null | undefined;
	'et-al-use-first'?: number | undefined;
	'et-al-use-last'?: boolean | undefined;
	'et-al-keep-marked'?: 'name' | 'position' | 'none' | undefined;
}

export type NumberFile =
	| 'up'
	| 'down'
	| 'none'
	| {
			order?: 'up' | 'down' | 'none' | undefined;
			scope?: 'section' | 'list' | undefined;
			prefix?: string | undefined;
			start?: number | undefined;
	  };

/** A selector: a mapping, or an expression as in `--where`. */
export type WhereFile = string | SelectorFile;

export interface SelectorFile {
	type?: OneOrMany<string> | undefined;
	venue?: OneOrMany<string> | undefined;
	rank?: OneOrMany<string> | undefined;
	quartile?: OneOrMany<string> | undefined;
	year?: OneOrMany<number | string> | undefined;
	keyword?: OneOrMany<string> | undefined;
	person?: OneOrMany<string> | undefined;
	role?: OneOrMany<string> | undefined;
	group?: OneOrMany<string> | undefined;
	current?: boolean | DayFile | undefined;
	members?: OneOrMany<number | string> | undefined;
	joint?: OneOrMany<string> | undefined;
	status?: OneOrMany<StatusKind> | undefined;
	key?: OneOrMany<string> | undefined;
	library?: OneOrMany<string> | undefined;
	text?: OneOrMany<string> | undefined;
	field?: Record<string, OneOrMany<string | number | boolean>> | undefined;
	citations?: OneOrMany<number | string> | undefined;
	'open-access'?: boolean | OneOrMany<AccessState> | undefined;
	selected?: boolean | undefined;
	retracted?: boolean | undefined;
	mine?: boolean | undefined;
	position?: OneOrMany<'first' | 'last'> | undefined;
	and?: WhereFile[] | undefined;
	or?: WhereFile[] | undefined;
	not?: WhereFile | undefined;
}

export interface SectionFile {
	id?: string | undefined;
	title?: LocalText | undefined;
	note?: LocalText | undefined;
	where?: WhereFile | undefined;
	sections?: SectionFile[] | undefined;
	'group-by'?: OneOrMany<string> | undefined;
	sort?: OneOrMany<string> | undefined;
	number?: NumberFile | undefined;
	limit?: number | undefined;
}

export interface ListFile extends Omit<SectionFile, 'id'> {
	names?: NamesFile | undefined;
	style?: string | undefined;
	'left-overs'?: 'show' | 'hide' | undefined;
	'merge-versions'?: boolean | undefined;
	owner?: string | undefined;
	repeat?: boolean | undefined;
	membership?: 'ever' | 'during' | undefined;
}

export interface OutputFile {
	path: string;
	'for-each'?: string | undefined;
	where?: WhereFile | undefined;
	title?: LocalText | undefined;
	show?: string | undefined;
	region?: string | undefined;
	list?: string | undefined;
	format?: string | undefined;
	flavour?: string | undefined;
	'front-matter'?: boolean | Record<string, unknown> | undefined;
	'front-matter-as'?: 'yaml' | 'toml' | undefined;
	locale?: string | undefined;
	'heading-level'?: number | undefined;
	look?: string | undefined;
	cite?: OneOrMany<string> | undefined;
	options?: Record<string, string | number | boolean> | undefined;
}
