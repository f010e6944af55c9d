import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Entry, Field } from '../library/entry.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import type { Publication } from './publication.ts';

/** The commands of LaTeX, natbib and biblatex that cite works: with optional notes and a list of keys. */
const citation =
	/\\([Cc]ite(?:|p|t|alt|alp|author|year|yearpar|num|title|text)|[Pp]arencite|[Tt]extcite|[Aa]utocite|[Ff]ootcite|[Ss]martcite|[Ff]ullcite|footfullcite|supercite|citeA|shortcite)s?\*? ?(?:\[([^\][]*)\])? ?(?:\[([^\][]*)\])? ?\{([^{}]*)\}/g;

/** Fields that are read by programs. */
const otherFields: ReadonlySet<string> = new Set(['file', 'url', 'doi', 'crossref', 'xref', 'related', 'ids']);

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
		const value = field.value.replace(citation, (...groups) => {
			const before = field.value.slice(0, groups[5] as number).slice(-100);
			return reference(groups, plainText(parseLatex(before)).trim(), field, find, report);
		});
		if (value !== field.value) replaced.push([field.name, value]);
	}
	return replaced.length === 0 ? entry : withValues(entry)(JSON.stringify(replaced));
}

/** The same object for the same entry and values, so that an unchanged entry keeps its publication. */
const withValues = cacheByIdentity((entry: Entry) =>
	memoize((values): Entry => {
		const fields = new Map(entry.fields);
		for (const [name, value] of JSON.parse(values) as [string, string][]) {
			const field = fields.get(name);
			if (field) fields.set(name, { ...field, value });
		}
		return { ...entry, fields };
	}, 10),
);

function reference(
	[, command, first, second, list]: readonly string[],
	preceding: string,
	field: Field,
	find: (key: string) => Publication | null,
	report: Report,
): string {
	const keys = (list ?? '').split(',').map((key) => key.trim());
	const name = command?.toLowerCase() ?? '';
	const shown = keys.filter(Boolean).map((key) => {
		const work = find(key);
		if (work) return shortReference(work, name, preceding);
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
	const who = hasMore ? `${one} et al.` : two === undefined ? one : `${one} and ${two}`;
	const what = escaped(who || plainText(title)) || 'untitled';
	const date = issued ?? eventDate;
	const year = date?.start ? String(date.start.year) : status.kind === 'published' ? '' : status.kind.replace('-', ' ');
	if (command === 'citeauthor') return what;
	if (command === 'citetitle') return escaped(plainText(title)) || what;
	if (/^citeyear/.test(command)) return year || what;
	if (year && one && preceding.endsWith(one)) return `(${year})`;
	if (/^(?:citet|textcite|citea)$/.test(command)) return year ? `${what} (${year})` : what;
	return year ? `${what} ${year}` : what;
}

/** Plain text as LaTeX. */
function escaped(words: string): string {
	return words.replace(/[\\{}]/g, '').replace(/[$&%#_~^]/g, '\\$&{}');
}
