import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publications/publication.ts';
import { valueIn } from '../text/value-in.ts';
import type { CheckContext } from './check-context.ts';

/** Announced books may be a few years ahead; more is a typo. */
const yearsAhead = 5;

/** The earliest plausible year by CSL type; a book may have any year. */
const oldest: Readonly<Record<string, number>> = {
	'article-journal': 1665,
	'paper-conference': 1800,
	thesis: 1500,
	report: 1600,
	patent: 1470,
	software: 1940,
	dataset: 1600,
};

/** Reports a date and a year that disagree (`date/contradiction`), and implausible years (`date/implausible`). */
export function dates({ publications, thisYear }: CheckContext, report: Report): void {
	for (const publication of publications) {
		checkContradiction(publication, report);
		checkPlausibility(publication, thisYear ?? null, report);
	}
}

/** If both fields exist, BibLaTeX uses `date` (manual §2.3.8), so lists never show the year. */
function checkContradiction({ entry }: Publication, report: Report): void {
	const date = entry.fields.get('date');
	const year = entry.fields.get('year');
	if (!date || !year || date.inheritedFrom || year.inheritedFrom) return;
	const years = (date.value.match(/\d{4}/g) ?? []).map(Number);
	const [from, to = from] = [years[0], years.at(-1)];
	const written = /^\D*(\d{4})\D*$/.exec(year.value)?.[1];
	if (from === undefined || to === undefined || written === undefined) return;
	if (Number(written) >= Math.min(from, to) && Number(written) <= Math.max(from, to)) return;
	report(
		diagnostic('date/contradiction', `Date "${date.value}" and year "${year.value}" of ${entry.key} disagree`, {
			span: year.span,
			hint: 'Remove the year, or fix the date, which takes precedence',
			related: [{ message: 'the date is here', span: date.span }],
		}),
	);
}

function checkPlausibility({ entry, issued, type }: Publication, thisYear: number | null, report: Report): void {
	const point = issued?.start;
	if (!point || issued?.form === 'literal') return;
	const isEarly = point.year < (valueIn(oldest, type) ?? Number.NEGATIVE_INFINITY);
	const isLate = point.year > (thisYear === null ? 2999 : thisYear + yearsAhead);
	if (!isEarly && !isLate) return;
	const field = entry.fields.get('date') ?? entry.fields.get('year');
	if (!field || field.inheritedFrom) return;
	report(
		diagnostic('date/implausible', `Implausible year ${point.year} for @${entry.type} ${entry.key}`, {
			span: field.span,
			hint: isEarly ? 'Check the digits, or use origdate for the date of a first edition' : 'Check the digits',
		}),
	);
}
