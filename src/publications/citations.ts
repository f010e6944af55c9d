import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainLatex, plainText } from '../latex/plain-text.ts';
import { referencedKeys, referenceLatex } from '../latex/reference-links.ts';
import type { Entry, Field } from '../library/entry.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import type { Publication } from './publication.ts';

/** The commands of LaTeX, natbib and biblatex that cite works: with optional notes and a list of keys. */
const citation =
	/\\([Cc]ite(?:|p|t|alt|alp|author|year|yearpar|num|title|text)|[Pp]arencite|[Tt]extcite|[Aa]utocite|[Ff]ootcite|[Ss]martcite|[Ff]ullcite|footfullcite|supercite|citeA|shortcite)s?\*? ?(?:\[([^\][]*)\])? ?(?:\[([^\][]*)\])? ?\{([^{}]*)\}/g;

/** Fields that are read by programs. */
const otherFields: ReadonlySet<string> = new Set(['file', 'url', 'doi', 'crossref', 'xref', 'related', 'ids']);

/** Remarks for readers, in which references may be links. Templates may link the other fields themselves, such as titles. */
const remarks: ReadonlySet<string> = new Set([
	...['note', 'addendum', 'howpublished', 'abstract', 'annote', 'annotation', 'additional_info', 'bibbase_note'],
]);

/**
 * An entry whose citations (`\cite{key}`) are short references such as 'Einstein 1924', which need no list of references.
 * Reports unknown keys. An entry without citations is returned unchanged.
 *
 * @param find returns the publication with a key
 */
export function withCitations(entry: Entry, find: (key: string) => Publication | null, report: Report): Entry {
	const replaced: [name: string, value: string][] = [];
	for (const field of entry.fields.values()) {
		if (!field.value.includes('\\') || !/\\\w*cite/i.test(field.value) || otherFields.has(field.name)) continue;
		const value = withShortReferences(field, {
			find,
			report,
			refer: (_work, words) => words.replaceAll(localeWord, '$1'),
		});
		if (value !== field.value)
			replaced.push([field.name, remarks.has(field.name) ? linked(value, field, find) : value]);
	}
	return replaced.length === 0 ? entry : withValues(entry)(JSON.stringify(replaced));
}

/** The keys of the works to which an entry refers in its remarks, after {@link withCitations}. */
export function citedKeys(entry: Entry): readonly string[] {
	const keys = new Set<string>();
	for (const { value, citing } of entry.fields.values()) {
		if (citing !== undefined) for (const key of referencedKeys(value)) keys.add(key);
	}
	return [...keys];
}

/** The value with references that can become links. In formulas and addresses, where none can, the plain value. */
function linked(plain: string, field: Field, find: Context['find']): string {
	const refer = ({ key }: Publication, words: string) => referenceLatex(key, words);
	const value = withShortReferences(field, { find, report: () => {}, refer });
	return plainLatex(value) === plainLatex(plain) ? value : plain;
}

function withShortReferences(field: Field, context: Context): string {
	return field.value.replace(citation, (...groups) => {
		const before = field.value.slice(0, groups[5] as number).slice(-100);
		return reference(groups, plainText(parseLatex(before)).trim(), field, context);
	});
}

/** How citations are replaced. */
interface Context {
	readonly find: (key: string) => Publication | null;
	readonly report: Report;
	/** Writes the reference to a work; the words are LaTeX. */
	readonly refer: (work: Publication, words: string) => string;
}

/** The same object for the same entry and values, so that an unchanged entry keeps its publication. */
const withValues = cacheByIdentity((entry: Entry) =>
	memoize((values): Entry => {
		const fields = new Map(entry.fields);
		for (const [name, value] of JSON.parse(values) as [string, string][]) {
			const field = fields.get(name);
			if (field) fields.set(name, { ...field, value, citing: field.value });
		}
		return { ...entry, fields };
	}, 10),
);

function reference(
	[, command, first, second, list]: readonly string[],
	preceding: string,
	field: Field,
	{ find, report, refer }: Context,
): string {
	const keys = (list ?? '').split(',').map((key) => key.trim());
	const name = command?.toLowerCase() ?? '';
	const shown = keys.filter(Boolean).map((key) => {
		const work = find(key);
		if (work) return refer(work, shortReference(work, name, preceding));
		if (!field.inheritedFrom) {
			const hint = 'Correct the key, or remove the command';
			report(diagnostic('bib/unknown-citation', `Unknown key "${key}" in \\${command}`, { span: field.span, hint }));
		}
		return `[${escaped(key)}]`;
	});
	// With two notes, the first one precedes the reference; a single one follows it.
	const [before, after] = second === undefined ? ['', first] : [first, second];
	const words = `${before ? `${before} ` : ''}${shown.join('; ')}${after ? `, ${after}` : ''}`;
	return /^(?:citep|parencite|citeyearpar)$/.test(name) && shown.length > 0 ? `(${words})` : words;
}

/**
 * 'Einstein 1924', 'Bose and Einstein 1924', 'Bose et al. 1924'; for `\citet`, 'Einstein (1924)'. After the name of the first
 * author, only the year.
 */
function shortReference(
	{ contributors, title, issued, eventDate, status }: Publication,
	command: string,
	preceding: string,
): string {
	const { names = [], etAl = false } =
		contributors.author ?? contributors.editor ?? contributors.inventor ?? contributors.organizer ?? {};
	const families = names.map(
		({ literal, nonDroppingParticle, droppingParticle, family }) =>
			literal ?? [nonDroppingParticle, droppingParticle, family].filter(Boolean).join(' '),
	);
	const [one = '', two] = families;
	const hasMore = names.length > 2 || (etAl && names.length > 0);
	const first = escaped(one);
	const who = hasMore
		? `${first}\\textup{ et al.}`
		: two === undefined
			? first
			: `${first}\\textup{ and }${escaped(two)}`;
	const what = who || escaped(plainText(title)) || 'untitled';
	const date = issued ?? eventDate;
	const year = date?.start ? String(date.start.year) : status.kind === 'published' ? '' : status.kind.replace('-', ' ');
	if (command === 'citeauthor') return what;
	if (command === 'citetitle') return escaped(plainText(title)) || what;
	if (/^citeyear/.test(command)) return year || what;
	if (year && one && preceding.endsWith(one)) return `(${year})`;
	if (/^(?:citet|textcite|citea)$/.test(command)) return year ? `${what} (${year})` : what;
	return year ? `${what} ${year}` : what;
}

/** A word that depends on the language of the list; upright text in a reference. */
const localeWord = /\\textup\{([^{}]*)\}/g;

/** Plain text as LaTeX. */
function escaped(words: string): string {
	return words.replace(/[\\{}]/g, '').replace(/[$&%#_~^]/g, '\\$&{}');
}
