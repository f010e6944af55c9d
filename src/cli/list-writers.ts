import type { BuildResult } from '../build.ts';
import { plainText } from '../latex/plain-text.ts';
import { publishedLibrary } from '../library/published-bibtex.ts';
import { cslItem } from '../publications/csl/csl-item.ts';
import type { Publication } from '../publications/publication.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

type Writer = (works: readonly Publication[], result: BuildResult, terminal: Terminal) => string;

/** The formats of `bibfolio list` that no template makes. */
export const listWriters: Readonly<Record<string, Writer>> = {
	table: (works, _, { width, colour }) => {
		const columns = [{ most: 24, style: 36 }, { most: 9 }, { most: 22 }, { most: 0 }];
		const lines = tableLines(columns, works.map(rowOf), { width, colour: colour.out });
		return lines.map((line) => `${line}\n`).join('');
	},
	keys: (works) => works.map(({ key }) => `${key}\n`).join(''),
	json: (works) => {
		const items = works.map((work) => cslItem(work));
		return `${JSON.stringify(items, null, 2)}\n`;
	},
	bibtex: (works, { library, project }) => {
		const entries = works.map(({ entry }) => entry);
		return publishedLibrary(entries, library, project.privateFields);
	},
};

/** Key, year, whose, what. */
function rowOf({ key, issued, status, contributors, title, venue }: Publication): string[] {
	const { names = [], etAl = false } = contributors.author ?? contributors.editor ?? contributors.holder ?? {};
	const [first = '', second] = names.map(
		({ literal, nonDroppingParticle, droppingParticle, family }) =>
			literal ?? [droppingParticle, nonDroppingParticle, family].filter(Boolean).join(' '),
	);
	const more = names.length > 2 || (etAl && names.length > 0);
	const who = more ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
	const year = issued?.start?.year ?? issued?.literal ?? (status.kind === 'published' ? '' : status.kind);
	const where = venue.short ?? (venue.name && plainText(venue.name));
	return [key, String(year), who, `${plainText(title)}${where ? ` · ${where}` : ''}`];
}
