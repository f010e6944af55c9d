import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { type Replacement, replacedText } from '../editing/replacements.ts';
import { fold } from '../text/fold.ts';
import { parseYaml, writeYaml, type Yaml } from '../text/yaml.ts';
import { type IgnoredRow, readIgnoredRows } from './ignored-works.ts';
import { asArray } from './project-selectors.ts';

/** The comment at the top of a new file. */
const header = `# Works that bibfolio sync does not propose. Delete an entry to be asked again.
#   not mine   a work of another person with the name of the person
#   ignore     a work that does not belong in the library

`;

/**
 * The insertions that add entries to a file of ignored works: each before the first entry that follows it in the order of
 * people and titles, so that comments and the order of the user stay. Entries that the file has are not added again. Null,
 * with the reason reported, if the file is not valid or is not a list with one entry below the other.
 */
export function addIgnoredWorks(
	file: Source,
	rows: readonly IgnoredRow[],
	report: Report,
): readonly Replacement[] | null {
	const existing = readIgnoredRows(file, report);
	if (existing === null) return null;
	const known = new Set(existing.map(contentsOf));
	const added = [...new Map(rows.map((row) => [contentsOf(row), row])).values()]
		.filter((row) => !known.has(contentsOf(row)))
		.sort((one, other) => compare(orderOf(one), orderOf(other)));
	if (added.length === 0) return [];
	const insertions = existing.length === 0 ? firstEntries(file, added) : nextEntries(file, existing, added);
	const after = source(file.path, replacedText(file.text, insertions));
	const read = readIgnoredRows(after, () => {});
	if (read?.length === existing.length + added.length) return insertions;
	const hint = 'Write its works as a list, each on lines of its own that begin with "- "';
	report(diagnostic('edit/unwritable', `Cannot change ${file.path}: works cannot be added to its list`, { hint }));
	return null;
}

/** The same for rows that mean the same. */
function contentsOf(row: IgnoredRow): string {
	return JSON.stringify(Object.values(row).map((value) => asArray(value).map(String)));
}

function orderOf({ person = '', title = '', ...identifiers }: IgnoredRow): readonly string[] {
	return [asArray(person).join(' '), fold(title), JSON.stringify(identifiers)];
}

function compare(one: readonly string[], other: readonly string[]): number {
	const index = one.findIndex((part, at) => part !== other[at]);
	return index < 0 ? 0 : (one[index] ?? '') < (other[index] ?? '') ? -1 : 1;
}

/** The entries of a file without any, which may contain comments. */
function firstEntries({ text }: Source, added: readonly IgnoredRow[]): Replacement[] {
	const list = /^[^\S\n]*\[\s*\][^\S\n]*$/m.exec(text);
	const [start, end] = list ? [list.index, list.index + list[0].length] : [text.length, text.length];
	const lines = entriesText(added, '', lineEndOf(text));
	if (text === '') return [{ start, end, text: header + lines }];
	if (list) return [{ start, end, text: lines.replace(/\r?\n$/, '') }];
	return [{ start, end, text: `${text.endsWith('\n') ? '' : lineEndOf(text)}${lines}` }];
}

function nextEntries(file: Source, existing: readonly IgnoredRow[], added: readonly IgnoredRow[]): Replacement[] {
	const yaml = parseYaml(file, () => {}, 'config/syntax');
	if (!yaml) return [];
	const starts = existing.map((_, index) => startOf(file.text, yaml, index));
	const indent = /[^\S\n]*$/.exec(file.text.slice(0, dashOf(file.text, yaml, 0)))?.[0] ?? '';
	const byPlace = new Map<number, IgnoredRow[]>();
	for (const row of added) {
		const index = existing.findIndex((each) => compare(orderOf(row), orderOf(each)) < 0);
		const place = starts[index] ?? endOf(file.text, yaml, existing.length - 1);
		byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
	}
	return [...byPlace]
		.sort(([one], [other]) => one - other)
		.map(([start, rows]) => {
			const isEndOfLine = start === 0 || file.text[start - 1] === '\n';
			const text = entriesText(rows, indent, lineEndOf(file.text));
			return { start, end: start, text: isEndOfLine ? text : lineEndOf(file.text) + text.replace(/\r?\n$/, '') };
		});
}

/** The offset of the dash of an entry. */
function dashOf(text: string, yaml: Yaml, index: number): number {
	return text.lastIndexOf('-', yaml.spanOf([index]).start - 1);
}

/** The start of the lines of an entry, with the comments directly above it. */
function startOf(text: string, yaml: Yaml, index: number): number {
	let start = text.lastIndexOf('\n', dashOf(text, yaml, index)) + 1;
	for (;;) {
		const above = text.lastIndexOf('\n', start - 2) + 1;
		if (start === 0 || !/^[^\S\n]*#/.test(text.slice(above, start))) return start;
		start = above;
	}
}

/** The end of the lines of an entry, with a comment at the end of its last line. */
function endOf(text: string, yaml: Yaml, index: number): number {
	const { end } = yaml.spanOf([index]);
	const last = text.slice(0, end).trimEnd().length;
	const lineEnd = text.indexOf('\n', last);
	return lineEnd < 0 ? text.length : lineEnd + 1;
}

function entriesText(rows: readonly IgnoredRow[], indent: string, lineEnd: string): string {
	return writeYaml(rows.map(withoutUndefined))
		.replace(/^(?=.)/gm, indent)
		.replaceAll('\n', lineEnd);
}

function withoutUndefined(row: IgnoredRow): object {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function lineEndOf(text: string): string {
	return /\r\n/.test(text) ? '\r\n' : '\n';
}
