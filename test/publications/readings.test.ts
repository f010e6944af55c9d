import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { plainLatex, plainText } from '../../src/latex/plain-text.ts';
import type { RichText } from '../../src/latex/rich-text.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import type { DateValue } from '../../src/publications/dates/date.ts';
import { publicationOf } from '../../src/publications/normalize.ts';
import type { Publication } from '../../src/publications/publication.ts';

const folder = new URL('readings/', import.meta.url);

/**
 * Each `readings/NAME.bib` is read as in `NAME.txt`: one line for each entry, with the values that it has. Update the
 * expected files with `npx vitest run test/publications/readings.test.ts -u`, and read them.
 */
describe('libraries are read as expected:', () => {
	it.each(readdirSync(folder).filter((name) => name.endsWith('.bib')))('%s', async (name) => {
		const library = readLibrary([source(name, readFileSync(new URL(name, folder), 'utf8'))], () => {});
		const reading = { commands: new Map(), venues: [], links: [], files: [] };
		const lines = library.entries.map((entry) => lineOf(publicationOf(entry, reading, () => {})));
		const expected = fileURLToPath(new URL(name.replace('.bib', '.txt'), folder));
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(expected);
	});
});

function lineOf(publication: Publication): string {
	const { status, identifiers, venue } = publication;
	const title = plainText(publication.title);
	const shown = {
		title: title === plainLatex(publication.entry.fields.get('title')?.value ?? '') ? null : title,
		kind: venue.kind,
		venue: text(venue.name),
		in: text(publication.containerTitle),
		issued: date(publication.issued),
		original: date(publication.origDate),
		status: status.kind === 'published' ? null : [status.kind, status.words].filter(Boolean).join(': '),
		volume: text(publication.volume),
		issue: text(publication.issue),
		number: text(publication.number),
		eid: text(publication.eid),
		pages: publication.pages,
		edition: text(publication.edition),
		publisher: text(publication.publisher),
		place: text(publication.publisherPlace),
		doi: identifiers.doi,
		arxiv: [identifiers.arxiv, identifiers.arxivClass].filter(Boolean).join(' '),
		pmid: identifiers.pmid,
		pmcid: identifiers.pmcid,
		issn: identifiers.issn.join(' '),
		medium: text(publication.medium),
		note: text(publication.note),
	};
	const values = Object.entries(shown).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
	return `${publication.key}: ${values.join(' | ')}`;
}

function text(rich: RichText | null): string | null {
	return rich && plainText(rich);
}

function date(value: DateValue | null): string | null {
	return value && (value.literal ?? String(value.start?.year ?? ''));
}
