import { createRequire } from 'node:module';
import type * as z from 'zod/mini';
import { codes } from '../diagnostics/codes.ts';
import { sourceAddresses } from '../editing/sources/source-addresses.ts';
import { flavourNames, formats } from '../formats/index.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import type { ProjectFile, SectionFile, SelectorFile, WhereFile } from './project-file.ts';

let loaded: typeof z | null = null;

/** The package, which is loaded when there is a configuration to check. */
function zod(): typeof z {
	loaded ??= createRequire(import.meta.url)('zod/mini') as typeof z;
	return loaded;
}

/** A schema whose JSON Schema carries words for editors. */
function described<Schema extends z.ZodMiniType>(schema: Schema, words: string): Schema {
	return schema.check(zod().describe(words)) as Schema;
}

/** A key that may be left out. */
function key<Schema extends z.ZodMiniType>(schema: Schema, words: string): z.ZodMiniOptional<Schema> {
	return described(zod().optional(schema), words);
}

/**
 * A mapping without other keys. zod's issue for an unknown key does not say which keys there are, so the message
 * carries them, separated by blanks, to where the nearest one is looked up (`problems.ts`).
 */
function mapping<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strict> {
	return zod().strictObject(shape, { error: knownKeys(Object.keys(shape)) });
}

function knownKeys(keys: readonly string[]): z.core.$ZodErrorMap {
	return (issue) => (issue.code === 'unrecognized_keys' ? keys.join(' ') : undefined);
}

/** One value, or several in a list. */
function oneOrMany<Schema extends z.ZodMiniType>(schema: Schema): z.ZodMiniUnion<[Schema, z.ZodMiniArray<Schema>]> {
	const z = zod();
	return z.union([schema, z.array(schema)]);
}

let made: z.ZodMiniType<ProjectFile> | null = null;

function projectFile(): z.ZodMiniType<ProjectFile> {
	made ??= projectFileSchema();
	return made;
}

function projectFileSchema(): z.ZodMiniType<ProjectFile> {
	const z = zod();
	const text = z.string();
	const words = z.string().check(z.minLength(1));
	const texts = oneOrMany(words);
	const scalar = z.union([z.string(), z.number(), z.boolean()]);
	const count = z.int().check(z.minimum(1));
	const flag = z.boolean();
	const localText = z.union([text, z.record(words, text)]);
	const day = z.union([z.int(), z.string().check(z.regex(/^\d{4}(-\d\d){0,2}$/))]);

	const alias = z.union([
		words,
		mapping({
			name: described(words, 'The other name: “Family, Given” or “Given Family”.'),
			from: key(day, 'First date of a work under this name: YYYY, YYYY-MM or YYYY-MM-DD.'),
			to: key(day, 'Last date of a work under this name: YYYY, YYYY-MM or YYYY-MM-DD.'),
		}),
	]);

	const person = z.union([
		words,
		mapping({
			name: described(words, '“Family, Given” or “Given Family”, in any script.'),
			id: key(words, 'Short handle for `where: {person: …}`; made from the name when left out.'),
			aliases: key(oneOrMany(alias), 'Other names the person published under: a birth name, another spelling.'),
			orcid: key(words, 'The ORCID iD; a name in the library that carries it is this person.'),
			url: key(words, 'Where the name links to.'),
			role: key(
				words,
				'The mark the name gets: owner, member, student … The first person without a role is the owner.',
			),
			from: key(day, 'The role holds from this date of a work on.'),
			to: key(day, 'The role holds up to this date of a work.'),
		}),
	]);

	const where: z.ZodMiniType<WhereFile> = z.lazy(() => z.union([words, selector]));

	const selector: z.ZodMiniType<SelectorFile> = mapping({
		type: key(texts, 'CSL type or BibLaTeX entry type.'),
		venue: key(
			texts,
			`Kind of venue (${venueKinds.join(', ')}), or a venue’s name; * stands for any run of characters.`,
		),
		year: key(oneOrMany(z.union([z.int(), words])), 'A year or a range: 2019, 2019-2022, 2019-, -2015.'),
		keyword: key(texts, 'Keyword of the entry.'),
		person: key(texts, 'Id, name or alias of a declared person.'),
		role: key(texts, 'Role of a declared person among the authors.'),
		status: key(oneOrMany(z.enum(statuses)), 'How far the work has come.'),
		key: key(texts, 'Entry key; * stands for any run of characters.'),
		text: key(texts, 'Words anywhere in title, names, venue, year, keywords or identifiers.'),
		field: key(z.record(words, oneOrMany(scalar)), 'Field name to a pattern; * means that the field is there.'),
		selected: key(flag, 'Works marked as selected.'),
		mine: key(flag, 'Works with the owner among the authors or editors.'),
		position: key(oneOrMany(z.enum(['first', 'last'])), 'The owner is the first or last author.'),
		and: key(z.array(where), 'All of these.'),
		or: key(z.array(where), 'Any of these.'),
		not: key(where, 'None that these match.'),
	});

	const names = mapping({
		'name-as-sort-order': key(z.enum(['all', 'first', 'none']), 'Family name first: for all, the first only, or none.'),
		'initialize-with': key(
			z.nullable(text),
			'What follows each initial (“. ”, “.”, “ ”); null writes given names in full.',
		),
		'initialize-with-hyphen': key(flag, 'Klaus-Robert becomes K-R.'),
		'sort-separator': key(text, 'Between family and given name when the family name comes first.'),
		delimiter: key(text, 'Between two names.'),
		and: key(z.enum(['text', 'symbol', 'none']), 'Before the last name: the word, &, or nothing.'),
		'delimiter-precedes-last': key(
			z.enum(['never', 'always', 'contextual']),
			'The delimiter also before the last name.',
		),
		'et-al-min': key(z.nullable(count), 'Lists of so many names are cut; null never cuts.'),
		'et-al-use-first': key(count, 'Names that stay when a list is cut.'),
		'et-al-use-last': key(flag, 'The last name stays, after “…”.'),
		'et-al-keep-marked': key(
			z.enum(['name', 'position', 'none']),
			'How a marked person shows whom the cut would hide.',
		),
	});

	const order = z.enum(['up', 'down', 'none']);
	const number = z.union([
		order,
		mapping({
			order: key(order, 'Up from the first, down to the last (numbers do not shift when a work is added), or none.'),
			scope: key(z.enum(['section', 'list']), 'Counts anew in each section, or through the list.'),
			prefix: key(text, 'Before the number: J gives J3; auto takes the letter of the venue kind.'),
			start: key(z.int(), 'The first number.'),
		}),
	]);

	/** What lists and sections share. */
	const arrangement = {
		title: key(localText, 'The heading, or one per language: {en: Talks, de: Vorträge}.'),
		note: key(localText, 'Words under the heading.'),
		where: key(where, 'Which works.'),
		'group-by': key(
			texts,
			'Groups, outermost first: venue, year, decade, type, status, keyword, person, or any field.',
		),
		sort: key(texts, 'Sort keys; a minus descends: [-year, title]. The order of the file is always the last.'),
		number: key(number, 'How items are counted: up, down, none, or a mapping.'),
		limit: key(count, 'At most so many works.'),
	};

	const section: z.ZodMiniType<SectionFile> = z.lazy(() =>
		mapping({
			id: key(words, 'For links to the section; made from the title when left out.'),
			...arrangement,
			sections: key(z.array(section), 'Sections inside this one.'),
		}),
	);

	const list = mapping({
		...arrangement,
		sections: key(z.array(section), 'Sections in order; each takes what the ones before it left.'),
		names: key(names, 'How names are written in this list.'),
		style: key(words, 'A CSL style that writes the works: apa, vancouver, harvard1, or a path to a .csl file.'),
		'left-overs': key(z.enum(['show', 'hide']), 'Works that no section takes: shown at the end, or left out.'),
		'merge-versions': key(flag, 'A preprint and its published version are one item.'),
	});

	const output = mapping({
		path: described(words, 'The file to write, relative to the configuration.'),
		region: key(
			words,
			'The list goes between the markers “bibfolio:NAME” and “/bibfolio:NAME” of a file that is yours.',
		),
		list: key(words, 'The list it shows; the first one when left out.'),
		format: key(z.enum(Object.keys(formats)), 'The format; told by the ending of the path when left out.'),
		flavour: key(
			z.enum(flavourNames as string[]),
			'Whose Markdown it is; told by the ending of the path (.mdx, .qmd) when left out, else gfm.',
		),
		'front-matter': key(
			z.union([flag, z.record(words, z.unknown())]),
			'Values for the engine of a site, above the list: {layout: page, nav: true}. The title is the list’s.',
		),
		'front-matter-as': key(z.enum(['yaml', 'toml']), 'The language of the front matter (yaml).'),
		locale: key(words, 'Language of this output.'),
		'heading-level': key(z.int().check(z.minimum(1), z.maximum(6)), 'Level of the outermost heading, 1 to 6.'),
		options: key(z.record(words, scalar), 'Values of your own that templates see as `options`.'),
	});

	const site = mapping({
		url: described(words, 'The address of the site.'),
		folder: key(words, 'The folder that is published there; the one that all outputs share when left out.'),
	});

	const venue = mapping({
		match: described(texts, 'Venue names; * stands for any run of characters, /…/ is a regular expression.'),
		kind: key(z.enum(venueKinds), 'The kind of venue.'),
		name: key(words, 'The name to show.'),
		short: key(words, 'The short name, for badges.'),
		rank: key(words, 'A rank, such as A*.'),
		colour: key(words, 'A CSS colour for the badge.'),
		url: key(words, 'The address of the venue.'),
	});

	const link = mapping({
		kind: described(words, 'The kind of link: code, slides, video … or one of your own.'),
		fields: described(texts, 'Fields that hold it; url_* stands for all that begin so.'),
		label: key(localText, 'The word shown.'),
		template: key(words, 'How a bare value becomes an address: https://example.org/{}.'),
	});

	const add = mapping({
		to: key(words, 'The file that new entries go to.'),
		key: key(
			words,
			'How keys are made: auth.lower + shorttitle(3,3) + year, or [auth:lower]_[year]; the habit of the library when left out.',
		),
		dialect: key(z.enum(['bibtex', 'biblatex']), 'Names of fields and types; those of the library when left out.'),
	});

	const address = z.string().check(z.regex(/^https?:\/\/\S+$/));
	const lookup = mapping({
		...Object.fromEntries(
			Object.entries(sourceAddresses).map(([name, usual]) => [
				name,
				key(address, `The address of ${name}, {} for the identifier: ${usual}`),
			]),
		),
		'time-out': key(z.number().check(z.minimum(0.01)), 'Seconds that an answer may take: 10.'),
	});

	const severity = z.enum(['error', 'warning', 'info', 'off']);

	return mapping({
		$schema: key(text, 'For editors.'),
		library: key(texts, 'Files, folders and globs of the library: bib/*.bib.'),
		locale: key(words, 'Language of the lists: en, de, or a locale file of your own.'),
		title: key(localText, 'Title of the pages.'),
		people: key(z.array(person), 'Who is who: the people whose names are marked.'),
		venues: key(
			z.array(venue),
			'What is known of venues; the first row that matches counts, before the built-in ones.',
		),
		links: key(z.array(link), 'Fields that hold links, before the built-in ones.'),
		macros: key(z.record(words, text), 'LaTeX macros of your own: "\\LRP": "\\textsc{lrp}".'),
		words: key(z.record(words, text), 'Words of the locale reworded.'),
		checks: key(
			z.partialRecord(z.enum(Object.keys(codes)), severity, { error: knownKeys(Object.keys(codes)) }),
			'Severity per diagnostic code; off silences it.',
		),
		'private-fields': key(texts, 'Fields that published BibTeX leaves out.'),
		templates: key(words, 'Folder of your own templates.'),
		helpers: key(words, 'Module of helpers for your templates: helpers.mjs.'),
		names: key(names, 'How names are written in every list.'),
		lists: key(z.record(words, list), 'The lists by id.'),
		outputs: key(oneOrMany(z.union([words, output])), 'The files to write: paths, or mappings that say more.'),
		site: key(z.union([words, site]), 'Where the outputs will stand: https://example.org/.'),
		add: key(add, 'How bibfolio add writes new entries.'),
		lookup: key(lookup, 'Where bibfolio add looks works up.'),
	});
}

/** What is wrong with a value: zod's own words (zod 4, `$ZodIssue`), without its types in the published ones. */
export type SchemaIssue = { readonly path: readonly (string | number)[]; readonly message: string } & (
	| { readonly code: 'unrecognized_keys'; readonly keys: readonly string[] }
	| { readonly code: 'invalid_type'; readonly expected: string }
	| { readonly code: 'invalid_value'; readonly values: readonly unknown[] }
	| { readonly code: 'invalid_union'; readonly errors: readonly (readonly SchemaIssue[])[] }
	| { readonly code: 'too_small'; readonly origin: string; readonly minimum: number }
	| { readonly code: 'too_big'; readonly maximum: number }
	| { readonly code: 'invalid_format' }
);

/** Checks a value read from YAML against the schema. */
export function checkProjectFile(value: unknown): { file: ProjectFile } | { issues: readonly SchemaIssue[] } {
	const result = projectFile().safeParse(value);
	return result.success ? { file: result.data } : { issues: result.error.issues as readonly SchemaIssue[] };
}

/** The JSON Schema (draft 2020-12) of `bibfolio.yaml`, for editors. */
export function projectSchema(): object {
	return { title: 'bibfolio.yaml', ...zod().toJSONSchema(projectFile(), { io: 'input', reused: 'ref' }) };
}
