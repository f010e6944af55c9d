import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Field } from '../../library/entry.ts';
import { placesInValue } from '../../library/value-places.ts';
import { fieldOf, wordsIn } from '../../publications/entry-fields.ts';
import type { Publication } from '../../publications/publication.ts';
import type { OnlineContext, RecordedWork } from './online-check.ts';
import { isSame } from './other-titles.ts';
import { isOfAnotherForm } from './other-years.ts';

/** Reports volumes, issues, pages and article numbers that differ from the publisher's record: `online/numbers`. */
export function otherNumbers({ records }: OnlineContext, report: Report): void {
	for (const work of records) {
		if (isOfAnotherForm(work) || !isSame(work)) continue;
		for (const row of rows) {
			const difference = row.difference(work);
			const field =
				difference && row.fields.map((name) => fieldOf(work.publication.entry, name)).find((found) => found);
			if (!difference || !field || field.inheritedFrom) continue;
			const { here, there } = difference;
			const { key } = work.publication;
			report(
				diagnostic('online/numbers', `${row.noun} of ${key} ${row.verb} ${here}, but ${there} at ${work.service}`, {
					span: field.span,
					hint: `Use ${there}, if the publisher is right`,
					remedy: corrected(field, here, there),
				}),
			);
		}
	}
}

interface Difference {
	readonly here: string;
	readonly there: string;
}

interface Row {
	readonly noun: string;
	readonly verb: 'is' | 'are';
	/** The fields of an entry that contain it. */
	readonly fields: readonly string[];
	/** Null if both agree, or cannot be compared. */
	difference(work: RecordedWork): Difference | null;
}

const rows: readonly Row[] = [
	{
		noun: 'Volume',
		verb: 'is',
		fields: ['volume'],
		difference: (work) => {
			// Libraries of physics write the issue of JHEP as its volume; the year has a check of its own.
			const isIssue = sameNumber(work.publication.volume, work.recorded.issue);
			return areInJournals(work) && !isIssue ? differentNumbers(work, ({ volume }) => volume) : null;
		},
	},
	{
		noun: 'Issue',
		verb: 'is',
		fields: ['number', 'issue'],
		difference: (work) => {
			// ACM and others write article numbers to it.
			const isArticle = /\d{4}/.test(plainText(work.publication.issue ?? []));
			return areInJournals(work) && !isArticle ? differentNumbers(work, ({ issue }) => issue) : null;
		},
	},
	{
		noun: 'Pages',
		verb: 'are',
		fields: ['pages'],
		difference: ({ publication, recorded }) => differentPages(publication, recorded),
	},
	{
		noun: 'Article number',
		verb: 'is',
		fields: ['eid', 'pages'],
		difference: ({ publication, recorded }) => {
			const [here, there] = [articleNumber(publication), articleNumber(recorded)];
			return here && there && bare(here) !== bare(there) ? { here, there } : null;
		},
	},
];

/** Volumes of books and proceedings are those of a series, of which a record may have another one. */
function areInJournals({ publication, recorded }: RecordedWork): boolean {
	return publication.venue.kind === 'journal' && recorded.venue.kind === 'journal';
}

function sameNumber(one: RichText | null, other: RichText | null): boolean {
	const [here, there] = [one, other].map((text) => Number(plainText(text ?? []) || Number.NaN));
	return here === there;
}

/** Two numbers or ranges of numbers without a common number. Others ('Suppl. 1', 'S2', 'XII') are written in many ways. */
function differentNumbers(
	{ publication, recorded }: RecordedWork,
	numberOf: (work: Publication) => RichText | null,
): Difference | null {
	const [here, there] = [publication, recorded].map((work) => plainText(numberOf(work) ?? []).trim());
	const [left, right] = [here, there].map((text) => /^(\d+)(?:\s?[-–/&,]\s?(\d+))?$/.exec(text ?? ''));
	if (!left || !right || !here || !there) return null;
	const [first = 0, last = first] = left.slice(1).flatMap((part) => (part ? Number(part) : []));
	const [from = 0, to = from] = right.slice(1).flatMap((part) => (part ? Number(part) : []));
	return last < from || to < first ? { here, there } : null;
}

/** A range of pages, with the letters of a supplement or section before the numbers. */
interface Range {
	readonly letters: string;
	readonly first: number;
	readonly last: number | null;
}

function rangeOf({ pages }: Publication): Range | null {
	const [, letters = '', first = '', again, last] =
		/^([A-Z]{0,3})(\d{1,6})(?:–([A-Z]{0,3})(\d{1,6}))?$/i.exec(pages ?? '') ?? [];
	if (first === '' || (again && again.toUpperCase() !== letters.toUpperCase())) return null;
	return {
		letters: letters.toUpperCase(),
		first: Number(first),
		last: last === undefined ? null : complete(first, last),
	};
}

/** The last page of '637–41', which is 641. */
function complete(first: string, last: string): number {
	return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}

/**
 * Pages of two ranges that begin or end differently. Pages from 1 are those within an article, as in preprints, early
 * versions and journals with article numbers.
 */
function differentPages(publication: Publication, recorded: Publication): Difference | null {
	const [here, there] = [rangeOf(publication), rangeOf(recorded)];
	if (!here || !there || here.letters !== there.letters || publication.pages === null || recorded.pages === null)
		return null;
	if ((here.first === 1 || there.first === 1) && here.first !== there.first) {
		// The record of an article that has appeared has real pages, unless it is an early version itself.
		if (there.first === 1 || recorded.eid !== null || here.last === null) return null;
	}
	const isSameEnd = here.last === null || there.last === null || here.last === there.last;
	// One number may be an article number, or count the pages.
	if (here.last === null || there.last === null) return null;
	return here.first === there.first && isSameEnd ? null : { here: publication.pages, there: recorded.pages };
}

/** An article number: that of `eid`, or one long number as the pages. */
function articleNumber({ eid, pages }: Publication): string | null {
	const written = plainText(eid ?? []).trim();
	if (written !== '') return written;
	return pages !== null && /^[a-z]{0,2}\d{5,}$/i.test(pages) ? pages : null;
}

/** 'e0173707' and '173707', 'Article 12' and '12', '045301(R)' and '045301'. */
function bare(number: string): string {
	const [digits = ''] = /\d[\d.-]*/.exec(number) ?? [];
	return digits.replace(/^0+/, '').replace(/\D+$/, '') || number.toLowerCase();
}

/** Replaces the value if the field contains nothing else. */
function corrected(field: Field, here: string, there: string): Edit[] {
	if (wordsIn(field).replace(/[-–—]+/g, '–') !== here || !/^[\w–.,/() -]+$/.test(there)) return [];
	const span = placesInValue(field)(0, field.value.length);
	return span === field.span && /["{]/.test(span.source.text.charAt(span.start))
		? []
		: [{ span, text: there.replaceAll('–', '--') }];
}
