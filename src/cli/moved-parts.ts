import { dirname, relative } from 'node:path/posix';
import type { Report } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import { changeFile } from '../editing/change-file.ts';
import { projectTree, refusalOf } from '../library/files/project-places.ts';
import type { MovedPart, MovedSettings } from './survey/moving/moved-settings.ts';
import type { Proposal } from './survey/sites.ts';

/** A part of a user's file, and the text that replaces it. */
export interface PageEdit extends MovedPart {
	readonly text: string;
	/** The output that the text includes; null if it includes none. */
	readonly output: Proposal | null;
}

/** The parts that the chosen outputs replace, in order. */
export function pageEdits(moved: MovedSettings | null, outputs: readonly Proposal[]): readonly PageEdit[] {
	const first = moved?.lists[0]?.id ?? null;
	const parts = (moved?.replacements ?? []).toSorted((left, right) =>
		left.file < right.file ? -1 : left.file > right.file ? 1 : left.start - right.start,
	);
	return parts.flatMap((part, index): PageEdit[] => {
		if (part.list === null) return [{ ...part, text: part.write([]), output: null }];
		const isShown = ({ list, region, site, format }: Proposal) =>
			site !== '' && region === undefined && (format === 'embed' || (list ?? first) === part.list);
		const output = outputs.find(isShown);
		const isFirst = parts[index - 1]?.file !== part.file;
		const lines = output && linesOf(output, part.file, part.list === first ? null : part.list, isFirst);
		return output && lines ? [{ ...part, text: part.write(lines), output }] : [];
	});
}

/**
 * The lines that show an output in a page; null if no lines of a page can. One place in a page loads the stylesheet and the
 * script.
 *
 * @param list id of a list other than the first, which the script of all lists must know
 */
function linesOf(output: Proposal, page: string, list: string | null, isFirst: boolean): readonly string[] | null {
	if (output.format === 'embed') {
		const address = `${relative(dirname(page), output.path)}/bibfolio.js`;
		return [`<script src="${address}"${list === null ? '' : ` data-list="${list}"`}></script>`];
	}
	const { page: { lines } = {}, assets } = output;
	if (!lines || isFirst) return lines ?? null;
	const loading = [assets?.stylesheet.line, assets?.script.line, ''];
	return lines.filter((line) => !loading.includes(line));
}

/** The number of edits to show. */
const mostShown = 12;

/** The edits as 'file:line', the lines before, and the lines after. */
export function editsText(edits: readonly PageEdit[]): string {
	const more = edits.length > mostShown ? `  … and ${edits.length - mostShown} more\n` : '';
	const shown = edits
		.slice(0, mostShown)
		.map(({ file, line, written, text }) => {
			const lines = (sign: string, part: string) => shownLines(part).map((each) => `    ${sign} ${visible(each)}\n`);
			return [`  ${visible(file)}:${line}\n`, ...lines('-', written), ...lines('+', text)].join('');
		})
		.join('');
	return shown + more;
}

/** The lines of a part, without those that only close an entry. */
function shownLines(part: string): string[] {
	return part.split(/\r?\n/).filter((line) => /[^\s,}]/.test(line));
}

/** Makes the edits, and returns those that were made. Files that changed meanwhile, or are outside the project, stay as they are. */
export async function makeEdits(edits: readonly PageEdit[], cwd: string, report: Report): Promise<readonly PageEdit[]> {
	const made: PageEdit[] = [];
	const places = [projectTree(cwd)];
	for (const file of new Set(edits.map((edit) => edit.file))) {
		const ofFile = edits.filter((edit) => edit.file === file);
		const changed = await changeFile(
			file,
			cwd,
			({ text }) => {
				// A byte-order mark is not part of the text.
				const shift = [0, -1].find((by) =>
					ofFile.every(({ start, end, written }) => text.slice(start + by, end + by) === written),
				);
				if (shift === undefined) return null;
				return ofFile.map(({ start, end, text }) => ({ start: start + shift, end: end + shift, text }));
			},
			report,
			{ mayChange: (place) => refusalOf(place, places) === null },
		);
		if (changed?.written) made.push(...ofFile);
	}
	return made;
}
