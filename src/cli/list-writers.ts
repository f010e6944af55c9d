import type { BuildResult } from '../build.ts';
import { withoutCommand } from '../diagnostics/visible.ts';
import type { Entry, Library } from '../library/entry.ts';
import { publishedLibrary } from '../library/published-bibtex.ts';
import { cslItem } from '../publications/csl/csl-item.ts';
import type { Publication } from '../publications/publication.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';
import { workCells } from './work-cells.ts';

type Writer = (works: readonly Publication[], result: BuildResult, terminal: Terminal) => string;

/** Writers for the formats of `bibfolio list` that need no template. */
export const listWriters: Readonly<Record<string, Writer>> = {
	table: tableText,
	keys: (works) => works.map(({ key }) => `${key}\n`).join(''),
	json: cslJsonText,
	bibtex: bibtexText,
};

/** One line per work: key, year, authors, title and venue. */
export function tableText(works: readonly Publication[], _: BuildResult, { width, colour }: Terminal): string {
	const columns = [{ maxWidth: 24, style: 36 }, { maxWidth: 9 }, { maxWidth: 22 }, { maxWidth: 0 }];
	const lines = tableLines(
		columns,
		works.map((work) => [work.key, ...workCells(work)]),
		{ width, colour: colour.out },
	);
	return lines.map((line) => `${withoutCommand(line)}\n`).join('');
}

/**
 * CSL-JSON of the works, indented. CSL has no entry sets: an entry set is an item with the data of its first member, as
 * biber treats it, and the keys of all members in `custom`.
 */
export function cslJsonText(works: readonly Publication[], { library }: BuildResult): string {
	const items: object[] = works.map((work) => cslItem(work));
	for (const { key, members } of setsOf(works, library)) {
		const first = works.find((work) => work.key === members[0]?.key);
		const entrySet = members.map((member) => member.key);
		if (first) items.push({ ...cslItem(first), id: key, 'citation-key': key, custom: { 'entry-set': entrySet } });
	}
	return `${JSON.stringify(items, null, 2)}\n`;
}

/** The entries as they are in the library, without private fields, and the entry sets that contain only these. */
export function bibtexText(works: readonly Publication[], { library, project }: BuildResult): string {
	const entries = works.map(({ entry }) => entry);
	const sets = setsOf(works, library).map(({ set }) => set);
	return publishedLibrary([...entries, ...sets], library, project.privateFields);
}

/** The entry sets of a library whose members are all among the works, with their members. */
function setsOf(works: readonly Publication[], { byKey }: Library): { key: string; set: Entry; members: Entry[] }[] {
	const exported = new Set(works.map((work) => work.key));
	return [...new Set(byKey.values())].flatMap((set) => {
		if (set.type !== 'set') return [];
		const keys = set.fields.get('entryset')?.value.split(',') ?? [];
		const members = keys.flatMap((key) => byKey.get(key.trim()) ?? []);
		return members.length > 0 && members.every((member) => exported.has(member.key))
			? [{ key: set.key, set, members }]
			: [];
	});
}
