import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { draftFromCsl } from '../../src/editing/drafts/csl-drafts.ts';
import { styleOf } from '../../src/editing/file-style.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { planCompletion } from '../../src/updates/completion/plan-completion.ts';
import { missingFields } from '../../src/updates/completion/wanted-fields.ts';
import type { Proposal } from '../../src/updates/proposals.ts';
import { planUpgrade } from '../../src/updates/published-versions/plan-upgrade.ts';
import { applied, reading, readText } from './services.ts';

/** A library in one of many styles, with comments and junk, whose entries lack fields. */
const libraries = fc
	.record({
		newline: fc.constantFrom('\n', '\r\n'),
		indent: fc.constantFrom('', '  ', '\t', null),
		equals: fc.constantFrom('=', ' = ', '\t= '),
		aligned: fc.boolean(),
		quotes: fc.boolean(),
		comma: fc.boolean(),
		leading: fc.boolean(),
		upper: fc.boolean(),
		biblatex: fc.boolean(),
		comment: fc.constantFrom('', ' % a remark, with "quotes" and a comma', '  '),
		gap: fc.constantFrom('', '\n', '\n% a heading\n\n', '\nwords that mean nothing\n', '\n@string{x = {y}}\n'),
		entries: fc.array(
			fc.record({
				journal: fc.constantFrom('Annalen', 'arXiv preprint arXiv:2101.00001', 'Annalen (in press)'),
				optional: fc.subarray(['volume', 'pages', 'doi', 'note', 'keywords', 'eprint']),
				year: fc.constantFrom('2019', 'in press'),
			}),
			{ minLength: 1, maxLength: 4 },
		),
	})
	.map(({ newline, indent, equals, aligned, quotes, comma, leading, upper, biblatex, comment, gap, entries }) => {
		const optional: Record<string, string> = {
			...{ volume: '1', pages: '2--3', doi: '10.1000/a', note: 'To appear', keywords: 'a, b', eprint: '2101.00001' },
		};
		const texts = entries.map(({ journal, optional: names, year }, index) => {
			const fields: [string, string][] = [
				['author', 'Doe, Jane and Roe, Richard'],
				['title', `An Old and Long Title of Work ${index}`],
				[biblatex ? 'journaltitle' : 'journal', journal],
				[biblatex ? 'date' : 'year', year],
				...names.map((name): [string, string] => [name, optional[name] ?? '']),
			];
			const lines = fields.map(([name, value]) => {
				const written = (upper ? name.toUpperCase() : name).padEnd(aligned ? 13 : 0);
				return `${written}${equals}${quotes ? `"${value}"` : `{${value}}`}`;
			});
			const head = `@${upper ? 'ARTICLE' : 'article'}{doe${'abcd'[index]}`;
			if (indent === null) return `${head}, ${lines.join(', ')}${comma ? ',' : ''}}`;
			if (leading) return `${head}${lines.map((line) => `\n${indent}, ${line}`).join('')}\n${indent}}`;
			const last = `${comma ? ',' : ''}${comment}`;
			return `${head},\n${lines.map((line) => indent + line).join(`,${comment}\n`)}${last}\n}`;
		});
		return texts.join(`\n${gap}`).replace(/\n/g, newline);
	});

const words = fc.string({
	unit: fc.constantFrom(...'abcDEF éß€{}\\%$&_#~^"\'“—字<>@,=2'),
	minLength: 1,
	maxLength: 16,
});
const records = fc
	.record({
		type: fc.constantFrom('article-journal', 'paper-conference', 'chapter'),
		'container-title': words,
		volume: words,
		issue: words,
		page: fc.constantFrom('', '5-7', 'e123', '1,204-1,210'),
		publisher: words,
		DOI: fc.constantFrom('10.1000/b', '10.1000/x(y)<z>', ''),
		issued: fc.integer({ min: 2015, max: 2026 }).map((year) => ({ 'date-parts': [[year, 7, 2]] })),
		title: fc.constant('An Old and Long Title of Work'),
		author: fc.constant([{ family: 'Doe', given: 'Jane' }]),
	})
	.map((item) => draftFromCsl(item, false));

describe('a change of an entry', () => {
	it.each(['completion', 'upgrade'] as const)(
		'by a %s touches only its fields, and nothing in a second run',
		(kind) => {
			fc.assert(
				fc.property(libraries, records, (text, record) => {
					const proposals = readText(text).publications.map(
						({ key }): Proposal => ({
							...{ key, kind, source: 'Crossref', why: '' },
							plan: (publication, style) =>
								kind === 'completion'
									? planCompletion(publication, record, style, reading)
									: publication.venue.kind === 'preprint'
										? planUpgrade(publication, record, style, reading)
										: null,
						}),
					);
					const { text: after, planned, isWell } = applied(text, proposals);
					expect(isWell).toBe(true);
					const [before, now] = [text, after].map(assignmentsIn);
					for (const { change } of planned)
						for (const { name, before: old, after: value } of change.fields) {
							const at = `${change.entry.key}.${name.toLowerCase()}`;
							expect(before?.get(at)).toBe(old ?? undefined);
							expect(now?.get(at)).toBe(value ?? undefined);
							before?.delete(at);
							now?.delete(at);
						}
					expect(now).toEqual(before);
					expect(withoutEntries(after)).toBe(withoutEntries(text));
					expect(applied(after, proposals).text).toBe(after);
				}),
				{ numRuns: 20 },
			);
		},
	);

	it('by a completion keeps all bytes', () => {
		fc.assert(
			fc.property(libraries, records, (text, record) => {
				const { file, library, publications } = readText(text);
				const style = styleOf(file, library, null);
				for (const publication of publications) {
					if (publication.status.kind !== 'published' || publication.venue.kind !== 'journal') continue;
					const change = planCompletion(publication, record, style, reading);
					expect((change?.edits ?? []).every(({ span }) => span.start === span.end)).toBe(true);
					const names = (change?.fields ?? []).map(({ name }) => name.toLowerCase());
					const missing = missingFields(publication, style).flatMap((name) => style.aliases.get(name) ?? name);
					expect([...missing, 'year', 'month', 'eid', 'eprinttype']).toEqual(expect.arrayContaining(names));
				}
			}),
			{ numRuns: 20 },
		);
	});
});

/** The written values of all fields, by key and name. */
function assignmentsIn(text: string): Map<string, string> {
	const { entries } = readLibrary([source('a.bib', text)], () => {}).blocks;
	return new Map(
		entries.flatMap(({ entry: { key, assignments } }) =>
			assignments.map(({ name, span }): [string, string] => [
				`${key}.${name}`,
				span.source.text.slice(span.start, span.end),
			]),
		),
	);
}

/** What is between the entries, and the comments in them. */
function withoutEntries(text: string): string {
	const { entries } = readLibrary([source('a.bib', text)], () => {}).blocks;
	const rest = entries.reduce((left, { entry }) => left.replace(entry.source.text, '@'), text);
	const comments = entries.map(({ entry }) => entry.source.text.match(/% a remark[^\r\n]*/g)?.length ?? 0);
	return `${rest}${comments.join()}`;
}
