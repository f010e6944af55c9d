import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import type { Draft } from '../../../src/editing/drafts/draft.ts';
import { readDrafts } from '../../../src/editing/drafts/read-drafts.ts';
import { createClient } from '../../../src/sources/http/client.ts';
import { lookUp } from '../../../src/sources/records/look-up.ts';
import { referenceIn } from '../../../src/sources/records/reference.ts';
import { sourceAddresses } from '../../../src/sources/source-addresses.ts';
import { add, works } from '../../editing/adding.ts';
import { sourceServer } from '../server.ts';

/** What is looked up, the source that knows it, and its recorded answer. Each shows a habit of a service. */
const lookUps: readonly (readonly [reference: string, source: string, recording: string, habit: string])[] = [
	['10.1126/science.169.3946.635', 'doi', 'doi-csl/csl-crossref-science-1970.json', 'a subtitle in the other case'],
	['10.1126/science.169.3946.635', 'doi', 'doi-csl/csl-crossref-science-1970-2022.json', 'the same with lists'],
	['10.1038/193293a0', 'doi', 'doi-csl/csl-crossref-winter-scabs.json', 'a name in capitals'],
	['10.6084/m9.figshare.4724797', 'doi', 'doi-csl/csl-datacite-thesis.json', 'an article without a journal'],
	['PMID:29424689', 'pubmed', 'doi-csl/csl-pubmed-scihub-study.json', 'initials without a period'],
	['10.1101/2023.07.06.547934', 'crossref', 'crossref/work-biorxiv-family-name-only.json', 'words joined to italics'],
	[
		'10.1101/2025.04.10.647997',
		'crossref',
		'crossref/work-biorxiv-group-author.json',
		'a group, and a dash before a name',
	],
	['10.1007/978-3-662-46370-3_13', 'crossref', 'crossref/work-book-chapter.json', 'a chapter without editors'],
	['10.1109/ICCV.2007.4408927', 'crossref', 'crossref/work-conference-proceedings-iccv.json', 'a conference paper'],
	['10.14264/uql.2020.791', 'crossref', 'crossref/work-dissertation.json', 'a date of approval only'],
	['10.1045/january2017-burton', 'crossref', 'crossref/work-dlib-few-fields.json', 'an article without pages'],
	['10.1002/job.1858', 'crossref', 'crossref/work-erratum-update-to-2017.json', 'a running title as the subtitle'],
	['10.12688/f1000research.161261.2', 'crossref', 'crossref/work-f1000.json', 'a version of an article'],
	['10.7554/elife.01567', 'crossref', 'crossref/work-journal-article-elife.json', 'an article number'],
	['10.55458/neurolibre.00031', 'crossref', 'crossref/work-neurolibre.json', 'a title with a line break'],
	[
		'10.1101/2020.12.01.406702',
		'crossref',
		'crossref/work-posted-content-biorxiv.json',
		'italics on a line of their own',
	],
	[
		'10.20944/preprints202202.0061.v4',
		'crossref',
		'crossref/work-preprintsorg-title-containing-encoded-html-empty.json',
		'encoded HTML without contents',
	],
	[
		'10.20944/preprints202601.1190.v1',
		'crossref',
		'crossref/work-preprintsorg-title-encoded-html.json',
		'encoded HTML that is not closed',
	],
	[
		'10.1016/s0140-6736(97)11096-0',
		'crossref',
		'crossref/work-retracted-updated-by.json',
		'a retraction, bare initials',
	],
	['10.1007/s00120-007-1345-2', 'crossref', 'crossref/work-two-titles.json', 'two titles with subtitles'],
	['10.12688/verixiv.54.1', 'crossref', 'crossref/work-verixiv.json', 'a dash in a name'],
	[
		'10.6084/m9.figshare.19064801.v1',
		'datacite',
		'datacite/doi-africarxiv-figshare.json',
		'a preprint of the type Text',
	],
	['10.6084/m9.figshare.1449060', 'datacite', 'datacite/doi-figshare-dataset.json', 'a dataset'],
	['10.4230/LIPIcs.TQC.2013.93', 'datacite', 'datacite/doi-lipics-text.json', 'a book, its series and editors'],
	['10.5281/zenodo.1001813', 'datacite', 'datacite/doi-zenodo-journal-article.json', 'a copy of an article'],
	['10.5281/zenodo.48440', 'datacite', 'datacite/doi-zenodo-software.json', 'software with a version'],
	['10.5281/zenodo.3520062', 'datacite', 'datacite/doi-zenodo-book.json', 'a book in Polish'],
	['arXiv:1605.08386', 'arxiv', 'arxiv/id-1605.08386-no-doi.xml', 'a preprint'],
	['astro-ph/0601001', 'arxiv', 'arxiv/id-journal-ref-no-doi.xml', 'an old id'],
	['9782070427796', 'openlibrary', 'books/openlibrary-isbn-bibkeys.json', 'a book'],
	['9784815602666', 'googlebooks', 'books/googlebooks-isbn.json', 'a Japanese name'],
];

/** Files that `bibfolio add FILE` reads. */
const imports = [1, 2, 3, 4, 5].map((number) => `crossref/transform-${number}.bib`);

async function foundDrafts(): Promise<readonly (readonly [title: string, draft: Draft])[]> {
	const server = await sourceServer(
		Object.fromEntries(
			lookUps.map(([, name, recording], index) => [`/${index}/${name}/*`, `recorded/${recording}`] as const),
		),
	);
	return Promise.all(
		lookUps.map(async ([reference, , recording, habit], index) => {
			const addresses = Object.fromEntries(
				Object.keys(sourceAddresses).map((name) => [name, `${server.url}/${index}/${name}/{}`]),
			);
			const options = { addresses, timeout: 5000, userAgent: 'bibfolio/1.2.3', mailto: null, environment: {} };
			const found = referenceIn(reference);
			const draft = found && (await lookUp(found, createClient(options), ({ message }) => expect(message).toBe('')));
			if (!draft) throw new Error(`${reference} was not found`);
			return [`${recording}: ${habit}`, draft] as const;
		}),
	);
}

function imported(file: string): readonly (readonly [string, Draft])[] {
	const text = readFileSync(new URL(`../recorded/${file}`, import.meta.url), 'utf8');
	return (readDrafts(source(file, text), () => {}) ?? []).map((draft) => [file, draft]);
}

describe('recorded answers', () => {
	it('become these entries, in both dialects', async () => {
		const found = await foundDrafts();
		for (const dialect of ['bibtex', 'biblatex'] as const) {
			const entries = [...found, ...imports.flatMap(imported)].map(([title, draft]) => {
				const added = add('', [draft], { dialect });
				expect([title, added.isWell, works(added.text).length]).toEqual([title, true, 1]);
				const notes = draft.notes.map((note) => `% ${note}\n`).join('');
				return `% ${title}\n${notes}${added.text}`;
			});
			await expect(entries.join('\n')).toMatchFileSnapshot(`recorded-entries/${dialect}.bib`);
		}
	});
});
