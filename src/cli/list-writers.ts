import type { BuildResult } from '../build.ts';
import { plainText } from '../latex/plain-text.ts';
import { publishedLibrary } from '../library/published-bibtex.ts';
import { cslItem } from '../publications/csl/csl-item.ts';
import type { Publication } from '../publications/publication.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

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
	const lines = tableLines(columns, works.map(rowOf), { width, colour: colour.out });
	return lines.map((line) => `${line}\n`).join('');
}

/** CSL-JSON of the works, indented. */
export function cslJsonText(works: readonly Publication[]): string {
	return `${JSON.stringify(
		works.map((work) => cslItem(work)),
		null,
		2,
	)}\n`;
}

/** The entries as they are in the library, without private fields. */
export function bibtexText(works: readonly Publication[], { library, project }: BuildResult): string {
	return publishedLibrary(
		works.map(({ entry }) => entry),
		library,
		project.privateFields,
	);
}

function rowOf({ key, issued, status, contributors, title, venue }: Publication): string[] {
	const { names = [], etAl = false } = contributors.author ?? contributors.editor ?? contributors.holder ?? {};
	const [first = '', second] = names.map(
		({ literal, nonDroppingParticle, droppingParticle, family }) =>
			literal ?? [droppingParticle, nonDroppingParticle, family].filter(Boolean).join(' '),
	);
	const hasMore = names.length > 2 || (etAl && names.length > 0);
	const authors = hasMore ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
	const year = issued?.start?.year ?? issued?.literal ?? (status.kind === 'published' ? '' : status.kind);
	const venueName = venue.short ?? (venue.name && plainText(venue.name));
	return [key, String(year), authors, `${plainText(title)}${venueName ? ` · ${venueName}` : ''}`];
}
