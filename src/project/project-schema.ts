import { codes } from '../diagnostics/codes.ts';
import { flavourNames, formats } from '../formats/index.ts';
import { isoDate } from '../people/period.ts';
import { accessStates, type MetricName, metricNames } from '../publications/metrics/metric-names.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { looks } from '../render/looks.ts';
import { sourceAddresses } from '../sources/source-addresses.ts';
import { statisticNames, tableNames } from '../statistics/statistics.ts';
import {
	array,
	boolean,
	type core,
	describe,
	int,
	lazy,
	maximum,
	minimum,
	minLength,
	nullable,
	number,
	enum as oneOf,
	optional,
	partialRecord,
	record,
	regex,
	strictObject,
	string,
	toJSONSchema,
	union,
	unknown,
	type ZodMiniArray,
	type ZodMiniObject,
	type ZodMiniOptional,
	type ZodMiniType,
	type ZodMiniUnion,
} from '../text/schema.ts';
import { builtInLocales } from './built-in-locales.ts';
import {
	type PersonFile,
	type ProjectFile,
	type SectionFile,
	type SelectorFile,
	shownMetrics,
	venueColumns,
	type WhereFile,
} from './project-file.ts';

/** A schema with a description, which the JSON Schema passes on to editors. */
function described<Schema extends ZodMiniType>(schema: Schema, description: string): Schema {
	return schema.check(describe(description)) as Schema;
}

/** An optional key. */
function key<Schema extends ZodMiniType>(schema: Schema, description: string): ZodMiniOptional<Schema> {
	return described(optional(schema), description);
}

/**
 * A mapping that allows no other keys. zod's issue for an unknown key does not list the allowed ones, so its message
 * carries them, separated by spaces, to `schema-problems.ts`, which suggests the closest.
 */
export function mapping<Shape extends core.$ZodShape>(shape: Shape): ZodMiniObject<Shape, core.$strict> {
	return strictObject(shape, { error: allowedKeys(Object.keys(shape)) });
}

function allowedKeys(keys: readonly string[]): core.$ZodErrorMap {
	return (issue) => (issue.code === 'unrecognized_keys' ? keys.join(' ') : undefined);
}

/** One value, or a list of values. */
export function oneOrMany<Schema extends ZodMiniType>(schema: Schema): ZodMiniUnion<[Schema, ZodMiniArray<Schema>]> {
	return union([schema, array(schema)]);
}

const text = string();
const words = string().check(minLength(1));
const texts = oneOrMany(words);
const scalar = union([string(), number(), boolean()]);
const count = int().check(minimum(1));
const flag = boolean();
/** Words of a locale, or forms of them, which can have forms themselves. */
const termForms = record(words, union([text, record(words, text)]));
const term = union([text, termForms]);
const localText = union([text, record(words, text)]);
const day = union([int(), string().check(regex(isoDate))]);

const alias = union([
	words,
	mapping({
		name: described(words, 'The other name: "Family, Given" or "Given Family".'),
		from: key(day, 'The name applies to works from this date on: YYYY, YYYY-MM or YYYY-MM-DD.'),
		to: key(day, 'The name applies to works up to this date: YYYY, YYYY-MM or YYYY-MM-DD.'),
	}),
]);

const spell = mapping({
	role: described(words, 'The role in this time: student, member, alumni …'),
	from: key(day, 'The first day: YYYY, YYYY-MM or YYYY-MM-DD.'),
	to: key(day, 'The last day: YYYY, YYYY-MM or YYYY-MM-DD.'),
	groups: key(texts, 'The groups in this time (default: those of the person).'),
});

const person = union([
	words,
	mapping({
		name: described(words, '"Family, Given" or "Given Family", in any script.'),
		id: key(words, 'Short id for `where: {person: …}`; derived from the name by default.'),
		aliases: key(oneOrMany(alias), 'Other names of the person in publications: a birth name, another spelling.'),
		orcid: key(words, 'The ORCID iD. Names in the library with this iD match.'),
		dblp: key(words, 'The id at DBLP: 65/9612, or the address of the page.'),
		inspire: key(words, 'The id at INSPIRE: E.Witten.1, or the address of the page.'),
		hal: key(words, 'The id at HAL (idHal): ada-lovelace, or the address of the page.'),
		arxiv: key(words, 'The author id at arXiv: warner_s_1, or the address of the page.'),
		openalex: key(words, 'The id at OpenAlex: A5023888391, the address of the page, or an ORCID iD.'),
		'semantic-scholar': key(union([words, int()]), 'The id at Semantic Scholar: 1741101, or the address of the page.'),
		url: key(words, 'URL that the name links to.'),
		role: key(
			words,
			'The mark of the name: owner, member, student …, or none. The first person without a role is the owner.',
		),
		image: key(words, 'Address of a photo: on the site, or https://…'),
		from: key(day, 'The role applies to works from this date on.'),
		to: key(day, 'The role applies to works up to this date.'),
		groups: key(texts, 'The groups that the person belongs to.'),
		roles: key(array(spell), 'Several roles with their dates, in place of role, from and to.'),
	}),
]);

const where: ZodMiniType<WhereFile> = lazy(() => union([words, selector]));

const selector: ZodMiniType<SelectorFile> = mapping({
	type: key(texts, 'CSL type or BibLaTeX entry type; @article is the entry type only.'),
	venue: key(texts, `Kind of venue (${venueKinds.join(', ')}), or a venue’s name; * matches any characters.`),
	rank: key(texts, 'Rank of the venue, such as A*; a single * is any.'),
	quartile: key(texts, 'Quartile of the venue, such as Q1; a single * is any.'),
	year: key(oneOrMany(union([int(), words])), 'A year or a range: 2019, 2019-2022, 2019-, -2015.'),
	keyword: key(texts, 'Keyword of the entry.'),
	person: key(texts, 'Id, name or alias of a declared person.'),
	role: key(texts, 'Role of that person at the time of the work.'),
	group: key(texts, 'Group of that person.'),
	current: key(union([flag, day]), 'Whether that person is a member now (true), or at a date.'),
	members: key(oneOrMany(union([int(), words])), 'Number of different members: 2, 2-4, 2-, ">=2".'),
	joint: key(texts, 'Groups that each have a contributor of their own.'),
	status: key(oneOrMany(oneOf(statuses)), 'Publication status.'),
	key: key(texts, 'Entry key; * matches any characters.'),
	library: key(texts, 'Name or path of the library file; * matches any characters.'),
	text: key(texts, 'Words anywhere in title, names, venue, year, keywords or identifiers.'),
	field: key(record(words, oneOrMany(scalar)), 'Patterns by field name; * matches any value.'),
	citations: key(oneOrMany(union([int(), words])), 'Number of citations: 10, 10-99, 10-, ">=10".'),
	'open-access': key(
		union([flag, oneOrMany(oneOf(accessStates))]),
		`Whether a free copy is known, or the kind of open access: ${accessStates.join(', ')}.`,
	),
	selected: key(flag, 'Works marked as selected.'),
	retracted: key(flag, 'Works that are retracted or withdrawn.'),
	mine: key(flag, 'Works with the owner as an author or editor.'),
	position: key(oneOrMany(oneOf(['first', 'last'])), 'The owner is the first or last author.'),
	and: key(array(where), 'All of these.'),
	or: key(array(where), 'Any of these.'),
	not: key(where, 'Not these.'),
});

const names = mapping({
	'name-as-sort-order': key(
		oneOf(['all', 'first', 'none']),
		'Family name first: for all names, the first only, or none.',
	),
	'initialize-with': key(nullable(text), 'Text after each initial (". ", ".", " "); null writes given names in full.'),
	'initialize-with-hyphen': key(flag, 'Klaus-Robert becomes K-R.'),
	'sort-separator': key(text, 'Text between family and given name when the family name comes first.'),
	delimiter: key(text, 'Text between two names.'),
	and: key(oneOf(['text', 'symbol', 'none']), 'Before the last name: the word "and", &, or nothing.'),
	'delimiter-precedes-last': key(
		oneOf(['never', 'always', 'contextual']),
		'Whether the delimiter also precedes the last name.',
	),
	'et-al-min': key(nullable(count), 'Minimum number of names for "et al."; null never abbreviates.'),
	'et-al-use-first': key(count, 'Number of names shown before "et al.".'),
	'et-al-use-last': key(flag, 'Also show the last name, after "…".'),
	'et-al-keep-marked': key(
		oneOf(['name', 'position', 'none']),
		'How to show a highlighted author that "et al." would hide.',
	),
});

const order = oneOf(['up', 'down', 'none']);
const numbering = union([
	order,
	mapping({
		order: key(order, 'Count up, count down (numbers stay the same when a work is added), or none.'),
		scope: key(oneOf(['section', 'list']), 'Restart in each section, or count through the list.'),
		prefix: key(text, 'Text before the number: J gives J3; auto uses the letter of the venue kind.'),
		start: key(int(), 'The first number.'),
	}),
]);

/** Keys of lists and sections. */
const arrangement = {
	title: key(localText, 'The heading, or one per language: {en: Talks, de: Vorträge}.'),
	note: key(localText, 'Text below the heading.'),
	where: key(where, 'Which works to include.'),
	'group-by': key(
		texts,
		'Grouping, outermost first: venue, year, decade, type, status, keyword, person, group, or any field.',
	),
	sort: key(texts, 'Sort keys; a minus sorts in descending order: [-year, title]. File order breaks ties.'),
	number: key(numbering, 'Numbering: up, down, none, or a mapping.'),
	limit: key(count, 'Maximum number of works.'),
};

const section: ZodMiniType<SectionFile> = lazy(() =>
	mapping({
		id: key(words, 'Id for links to the section; derived from the title by default.'),
		...arrangement,
		sections: key(array(section), 'Subsections.'),
	}),
);

const list = mapping({
	...arrangement,
	sections: key(array(section), 'Sections in order; each work goes to the first section that matches.'),
	names: key(names, 'Name style of this list.'),
	style: key(
		words,
		'A CSL style for the works: apa, vancouver, harvard1, or a path to a .csl file inside the project.',
	),
	'left-overs': key(oneOf(['show', 'hide']), 'Works that match no section: show them at the end, or hide them.'),
	'merge-versions': key(flag, 'Show a preprint and its published version as one item.'),
	owner: key(words, 'The person whose list it is, marked as the owner (default: the owners under "people").'),
	repeat: key(flag, 'Show a work in every group that it belongs to, not only in the first.'),
	membership: key(
		oneOf(['ever', 'during']),
		'Which works count for a member: all (ever), or those of the time as a member (during).',
	),
});

const views = ['list', ...new Set([...tableNames, ...statisticNames])];

const output = mapping({
	path: described(words, 'The file to write, relative to the configuration and inside its project.'),
	'for-each': key(
		words,
		'Write a file for each person, group, year, decade, keyword, venue, kind, or value of a field. The path contains {id}, {name}, {value} or {year}.',
	),
	where: key(where, 'With "for-each": which people get a file (role, group, person), or which works are in the files.'),
	title: key(
		localText,
		'The title, in place of that of the list. With "for-each", it may contain {name}, {value}, {id} or {year} (default: {name}).',
	),
	show: key(oneOf(views), `What to show: ${views.join(', ')} (default: list).`),
	region: key(words, 'Insert the list between the markers "bibfolio:NAME" and "/bibfolio:NAME" of an existing file.'),
	list: key(words, 'The list to show (default: the first one); all is a list of every work.'),
	format: key(oneOf(Object.keys(formats)), 'The format (default: inferred from the file extension).'),
	flavour: key(
		oneOf(flavourNames as string[]),
		'The Markdown flavour (default: inferred from the file extension .mdx or .qmd, else gfm).',
	),
	'front-matter': key(
		union([flag, record(words, unknown())]),
		'Front matter for a site generator: {layout: page, nav: true}. The title is that of the list.',
	),
	'front-matter-as': key(oneOf(['yaml', 'toml']), 'The language of the front matter (default: yaml).'),
	locale: key(words, 'Language of this output.'),
	'heading-level': key(int().check(minimum(1), maximum(6)), 'Level of the outermost heading, 1 to 6.'),
	look: key(words, `The look of an HTML list: ${Object.keys(looks).join(', ')}, or one of your own.`),
	cite: key(texts, 'CSL styles of the dialog "Cite" of this output.'),
	options: key(record(words, scalar), 'Your own values, available in templates as `options`.'),
});

const site = mapping({
	url: described(words, 'The address of the site.'),
	folder: key(words, 'The folder that is published there (default: the common folder of all outputs).'),
});

const years = union([int(), string().check(minLength(1))]);

const venue = mapping({
	match: described(texts, 'Venue names; * matches any characters, /…/ is a regular expression.'),
	kind: key(oneOf(venueKinds), 'The kind of venue.'),
	name: key(words, 'The name to show.'),
	short: key(words, 'The short name, for badges.'),
	rank: key(words, 'A rank, such as A*.'),
	quartile: key(words, 'A quartile, such as Q1.'),
	issn: key(texts, 'ISSNs of the venue, which match, too.'),
	year: key(years, 'The years of the works that the row is about: 2019, 2015-2019, 2020-, -2014.'),
	colour: key(words, 'A CSS colour for the badge.'),
	url: key(words, 'The address of the venue.'),
});

const column = oneOrMany(union([words, count]));

const venueTable = mapping({
	table: described(texts, 'CSV files with venues, such as ranks.csv, inside the project.'),
	columns: key(
		mapping(Object.fromEntries(venueColumns.map((name) => [name, key(column, `The column of "${name}".`)]))),
		'The columns to use, by their headers or by their numbers from 1: {match: Title, rank: "CORE 2023"}.',
	),
	kind: key(oneOf(venueKinds), 'The kind of all venues in the table.'),
	year: key(years, 'The years of the works that the table is about, if it has no columns for them.'),
});

const metrics = mapping({
	file: key(words, 'The file that bibfolio metrics writes, inside the project (default: metrics.json).'),
	sources: key(
		oneOrMany(oneOf(metricNames as MetricName[])),
		`The services that bibfolio metrics asks and lists show, in order of preference: ${metricNames.join(', ')} (default: openalex, crossref).`,
	),
	show: key(
		union([oneOf(['none']), oneOrMany(oneOf(shownMetrics))]),
		'What HTML lists show at their works: citations, open-access, or none (default: both).',
	),
});

const link = mapping({
	kind: described(words, 'The kind of link: code, slides, video … or your own.'),
	fields: described(texts, 'Fields with the link; url_* matches all fields that begin with url_.'),
	label: key(localText, 'The label of the link.'),
	template: key(words, 'URL for a bare value: https://example.org/{}.'),
});

const files = mapping({
	fields: described(texts, 'Fields with the names of files; url_* matches all fields that begin with url_.'),
	folder: described(words, 'The folder of these files, inside the project.'),
	url: key(words, 'The address of the folder on the site (default: that of the folder, /assets/pdf/).'),
});

const add = mapping({
	to: key(words, 'The file for new entries.'),
	key: key(
		words,
		'Pattern of new keys: auth.lower + shorttitle(3,3) + year, or [auth:lower]_[year] (default: as in the library).',
	),
	dialect: key(oneOf(['bibtex', 'biblatex']), 'Names of fields and types (default: as in the library).'),
});

const sync = mapping({
	ignored: key(words, 'The file of the works that bibfolio sync does not propose (default: ignored-works.yaml).'),
});

const address = string().check(regex(/^https?:\/\/\S+$/));
const lookup = mapping({
	...Object.fromEntries(
		Object.entries(sourceAddresses).map(([name, usual]) => [
			name,
			key(address, `URL of ${name}, with {} for the identifier (default: ${usual})`),
		]),
	),
	mailto: key(
		string().check(regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
		'A mail address for services that ask for one. The environment variable BIBFOLIO_MAILTO takes precedence.',
	),
	'time-out': key(number().check(minimum(0.01)), 'Seconds to wait for an answer (default: 10).'),
});

const imageHost = string().check(regex(/^(?:\*\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d{1,5})?$/u));

const severity = oneOf(['error', 'warning', 'info', 'off']);

const projectFile: ZodMiniType<ProjectFile> = mapping({
	$schema: key(text, 'For editors.'),
	library: key(texts, 'Files, folders and globs of the library: bib/*.bib.'),
	look: key(words, `The look of all HTML lists: ${Object.keys(looks).join(', ')}, or one of your own.`),
	cite: key(
		texts,
		'CSL styles in which readers of a page can cite its works: apa, vancouver, harvard1, or paths of .csl files inside the project.',
	),
	locale: key(words, `Language of the lists: ${builtInLocales.join(', ')}, or that of a locale file of your own.`),
	title: key(localText, 'Title of the pages.'),
	people: key(
		union([words, array(person)]),
		'The people whose names are highlighted: names, mappings, and files with people (people.csv, _members/, _data/members.yml).',
	),
	venues: key(
		oneOrMany(union([venue, venueTable])),
		'Venues; the first row that matches is used, before the built-in ones. Tables complete the rows: {table: ranks.csv}.',
	),
	metrics: key(
		union([flag, metrics]),
		'Citations and open access of works, from the file that bibfolio metrics writes (default: false).',
	),
	links: key(array(link), 'Fields with links, before the built-in ones.'),
	files: key(array(files), 'Folders of the files that fields name, such as pdf = {weber2022.pdf}.'),
	macros: key(record(words, text), 'Your own LaTeX macros: "\\LRP": "\\textsc{lrp}".'),
	words: key(record(words, term), 'Replacements for terms of the locale: words, or forms of them by name.'),
	checks: key(
		partialRecord(oneOf(Object.keys(codes)), severity, { error: allowedKeys(Object.keys(codes)) }),
		'Severity per diagnostic code; off silences it.',
	),
	'private-fields': key(
		texts,
		'Fields omitted from published BibTeX: names, also with * at the beginning or the end; default includes the default ones.',
	),
	image: key(words, 'A picture for previews of links to the pages: an address on the site, or https://…'),
	images: key(
		oneOrMany(imageHost),
		'Hosts of the images that pages show: self, example.org, *.example.org (default: self).',
	),
	templates: key(words, 'Folder with your own templates, inside the project.'),
	helpers: key(words, 'JavaScript module with helpers for your templates, inside the project.'),
	names: key(names, 'Name style of all lists.'),
	lists: key(record(words, list), 'The lists by id.'),
	outputs: key(oneOrMany(union([words, output])), 'The files to write: paths or mappings.'),
	site: key(union([words, site]), 'Where the outputs are published: https://example.org/.'),
	add: key(add, 'How bibfolio add writes entries.'),
	sync: key(sync, 'How bibfolio sync compares profiles with the library.'),
	lookup: key(lookup, 'The web services that bibfolio add, sync, check --online and metrics ask.'),
});

/** A problem with a value: zod 4's `$ZodIssue`, repeated so that the published types do not need zod. */
export type SchemaIssue = { readonly path: readonly (string | number)[]; readonly message: string } & (
	| { readonly code: 'unrecognized_keys'; readonly keys: readonly string[] }
	| { readonly code: 'invalid_type'; readonly expected: string }
	| { readonly code: 'invalid_value'; readonly values: readonly unknown[] }
	| { readonly code: 'invalid_union'; readonly errors: readonly (readonly SchemaIssue[])[] }
	| { readonly code: 'too_small'; readonly origin: string; readonly minimum: number }
	| { readonly code: 'too_big'; readonly maximum: number }
	| { readonly code: 'invalid_format' }
);

/** Checks a row of a file with people. */
export function checkPerson(value: unknown): { person: PersonFile } | { issues: readonly SchemaIssue[] } {
	const issues = prototypeKeys(value, []);
	if (issues.length) return { issues };
	const result = person.safeParse(value);
	return result.success ? { person: result.data } : { issues: result.error.issues as readonly SchemaIssue[] };
}

/** Checks a value read from YAML against the schema. */
export function checkProjectFile(value: unknown): { file: ProjectFile } | { issues: readonly SchemaIssue[] } {
	const issues = prototypeKeys(value, []);
	if (issues.length) return { issues };
	const result = projectFile.safeParse(value);
	return result.success ? { file: result.data } : { issues: result.error.issues as readonly SchemaIssue[] };
}

/** The keys `__proto__`, which zod drops without an issue from a mapping that allows any key. */
function prototypeKeys(value: unknown, path: readonly (string | number)[]): SchemaIssue[] {
	if (typeof value !== 'object' || value === null) return [];
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
	return entries.flatMap(([key, inner]) =>
		key === '__proto__'
			? [{ code: 'unrecognized_keys', keys: [key], path, message: '' } as const]
			: prototypeKeys(inner, [...path, key]),
	);
}

/** The JSON Schema (draft 2020-12) of `bibfolio.yaml`, for editors. */
export function projectSchema(): object {
	return { title: 'bibfolio.yaml', ...toJSONSchema(projectFile, { io: 'input', reused: 'ref' }) };
}
