import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { memoize } from '../../text/memoize.ts';
import { fieldsOf } from '../entry-fields.ts';
import { readStatus } from '../status.ts';
import type { DateValue } from './date.ts';
import { literalDate, parseEdtf } from './edtf.ts';
import { monthNumber } from './months.ts';
import { parseWritten } from './written-dates.ts';

export { compareDates, yearOf } from './date-order.ts';

/** The dates of an entry; null where it has none. */
export interface EntryDates {
	readonly issued: DateValue | null;
	readonly eventDate: DateValue | null;
	readonly origDate: DateValue | null;
	readonly accessed: DateValue | null;
}

/**
 * A date in EDTF as BibLaTeX takes it, else as people write it, else the words with a year found in them (form
 * literal). Never fails.
 */
export function parseDate(value: string): DateValue {
	return dateIn(value.trim());
}

const dateIn = memoize((raw) => parseEdtf(raw) ?? parsePlain(plainDate(raw)));

function parsePlain(text: string): DateValue {
	return parseEdtf(text) ?? parseWritten(text) ?? literalDate(text, yearIn(text));
}

/** The value without LaTeX; braces stay while they may be those of an EDTF set. */
function plainDate(raw: string): string {
	const text = /[\\$]/.test(raw) ? plainLatex(raw) : /^\{[^{}]*,[^{}]*\}$/.test(raw) ? raw : raw.replace(/[{}]/g, '');
	return text.replace(/\s+/g, ' ').trim();
}

function yearIn(text: string): number | null {
	const year = /(?<!\d)(?:1\d|20)\d{2}(?!\d)/.exec(text);
	return year && Number(year[0]);
}

/**
 * The dates of an entry: `date`, else `year` with `month` and `day` (biber: `date` wins, an unreadable `date`
 * gives way); `eventdate`, `origdate` and `urldate` with their older forms (`urlyear` …). What cannot be read is
 * reported as date/unparsable, unless it tells a state ('in press') or that there is no date.
 */
export function readDates(entry: Entry, report: Report, commands?: UserCommands): EntryDates {
	return {
		issued: readOne(entry, issued, report, commands),
		eventDate: readOne(entry, event, report, commands),
		origDate: readOne(entry, original, report, commands),
		accessed: readOne(entry, accessed, report, commands),
	};
}

/** The fields of one date: the whole date, or its parts. */
interface DateFields {
	readonly date: readonly string[];
	readonly year: string;
	readonly month: string;
	readonly day: string;
}

function dateFields(prefix: string, ...others: readonly string[]): DateFields {
	return {
		date: [`${prefix}date`, ...others],
		year: `${prefix}year`,
		month: `${prefix}month`,
		day: `${prefix}day`,
	};
}

const issued = dateFields('');
const event = dateFields('event');
const original = dateFields('orig');
const accessed = dateFields('url', 'accessed', 'lastaccessed', 'lastchecked', 'urlaccessdate');

function readOne(
	entry: Entry,
	fields: DateFields,
	report: Report,
	commands: UserCommands | undefined,
): DateValue | null {
	const whole = saying(fieldsOf(entry, fields.date), commands);
	const year = saying(fieldsOf(entry, [fields.year]), commands);
	if (!whole && !year) return null;
	const date = whole && parseDate(whole.value);
	if (whole && date) complain(entry, whole, date, report);
	if (date && !(date.form === 'literal' && year)) return date;
	if (!year) return null;
	const month = saying(fieldsOf(entry, [fields.month]), commands);
	return yearDate(entry, year, month, month && saying(fieldsOf(entry, [fields.day]), commands), report);
}

/** The first field that is not empty, without LaTeX commands. */
function saying(fields: readonly Field[], commands: UserCommands | undefined): Field | null {
	for (const field of fields) {
		if (!/[^\s{}]/.test(field.value)) continue;
		// '{\noopsort{1973b}}1973', with what the preamble makes of the command.
		return field.value.includes('\\') ? { ...field, value: plainLatex(field.value, commands) } : field;
	}
	return null;
}

/** `year` with `month` and `day`: read together in the words of a written date, else the year alone. */
function yearDate(entry: Entry, year: Field, month: Field | null, day: Field | null, report: Report): DateValue {
	let written = year.value.trim();
	if (month) written += between + month.value.trim();
	if (month && day) written += between + day.value.trim();
	const { date, unread } = together(written);
	const wrong = unread && { year, month, day }[unread];
	if (wrong) complain(entry, wrong, unread === 'year' ? date : literalDate(wrong.value, null), report);
	return date;
}

/** Separates the parts of a date; no value contains it. */
const between = '\0';

/** The date that year, month and day form together, and the part that cannot be read. */
const together = memoize((written): { date: DateValue; unread: 'year' | 'month' | 'day' | null } => {
	const [raw = '', month, day] = written.split(between);
	const alone = /^\d{4}$/.test(raw) || /^\d{4}\s*-\s*\d{2}$/.test(raw) ? parsePlainYear(raw) : parseDate(raw);
	if (alone.form === 'literal' || month === undefined) return { date: alone, unread: 'year' };
	if (alone.start?.month) return { date: alone, unread: null };
	const date = withMonth(raw, alone, month, day);
	if (date) return { date, unread: null };
	const rough = day === undefined ? null : withMonth(raw, alone, month, undefined);
	return { date: rough ?? alone, unread: rough ? 'day' : 'month' };
});

/** In `year`, '2020-21' are years, not the spring that EDTF means. */
function parsePlainYear(raw: string): DateValue {
	return parseWritten(raw) ?? parseDate(raw);
}

function withMonth(raw: string, alone: DateValue, month: string, day: string | undefined): DateValue | null {
	const written = month.replace(/^\{([^{}]*)\}$/, '$1').replace(/[\s,;.]+$/, '');
	const number = /^0?(\d{1,2})$/.exec(written)?.[1];
	const name = number ? null : monthNumber(written);
	const known = number ? Number(number) : name;
	const days = /^\{?(\d{1,2})\}?$/.exec(day ?? '')?.[1];
	const { start } = alone;
	if (known !== null && alone.form === 'point' && start && (days || day === undefined)) {
		if (known >= 21 && known <= 24) return { ...alone, start: { ...start, season: known } };
		const { form } = parseDate(`${pad(start.year)}-${two(known)}${days ? `-${two(Number(days))}` : ''}`);
		if (form === 'point') return { ...alone, start: { ...start, month: known, day: days ? Number(days) : null } };
	}
	const words = monthWords(plainDate(written));
	const text = /\d/.test(words) || day === undefined ? words : `${words} ${plainDate(day)}`;
	const bare = raw.replace(/[a-z]$/, '');
	const whole = parseWritten(words);
	const date = parseWritten(`${text} ${bare}`) ?? (whole?.start?.year === start?.year ? whole : null);
	return date && { ...date, literal: alone.literal };
}

/** A month range in figures ('7--8') as names, 'November, December' as a range; other texts unchanged. */
function monthWords(text: string): string {
	const [one, other, more] = text.split(/\s*,\s*/);
	const first = monthNumber(one ?? '');
	if (first && more === undefined && monthNumber(other ?? '') === (first % 12) + 1) return `${one}–${other}`;
	const range = /^(\d{1,2})\s*(?:[-–/]+|to)\s*(\d{1,2})$/.exec(text);
	const names = range?.slice(1).map((number) => monthNames[Number(number) - 1]);
	return names?.every((name) => name !== undefined) ? names.join('–') : text;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function two(number: number): string {
	return String(number).padStart(2, '0');
}

function pad(year: number): string {
	return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** Words for a missing date, which are not reported. */
const noDate =
	/^(?:n\.? ?d|no date|undated|unknown|o\. ?[JD]|ohne Jahr|s\.? ?[da]|sine dato|sans date|sin fecha|forthcoming|to appear|tb[ad]|[?-]+)\.?$/i;

function complain(entry: Entry, field: Field, date: DateValue, report: Report): void {
	const { form, literal } = date;
	if (literal === null || (form === 'point' && /^\d{4}\p{L}$/u.test(literal))) return;
	if (noDate.test(literal) || (form === 'literal' && readStatus(entry).kind !== 'published')) return;
	const [message, hint] =
		form === 'point'
			? [`The day and month of ${field.name} “${literal}” could be either way round`, 'Write YYYY-MM-DD']
			: [
					`Unexpected ${field.name} “${literal}”, expected a date`,
					'Write YYYY, YYYY-MM or YYYY-MM-DD; a range has a slash between its dates',
				];
	report(diagnostic('date/unparsable', message, { span: field.span, hint }));
}
