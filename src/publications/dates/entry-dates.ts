import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { placesInValue } from '../../library/value-places.ts';
import { memoize } from '../../text/memoize.ts';
import { fieldsOf } from '../entry-fields.ts';
import { dateAfterState, dateBesideState, readStatus } from '../status.ts';
import type { DateValue } from './date.ts';
import { literalDate, parseEdtf } from './edtf.ts';
import { monthNumber, similarMonth } from './months.ts';
import { parseWritten } from './written-dates.ts';

/** The dates of an entry; null for missing ones. */
interface EntryDates {
	readonly issued: DateValue | null;
	readonly eventDate: DateValue | null;
	readonly origDate: DateValue | null;
	readonly accessed: DateValue | null;
}

/**
 * Reads a date in EDTF as BibLaTeX accepts it, or in a common written form. Otherwise, the result has the form literal, with
 * the year in the words, if any. Never fails.
 */
export function parseDate(value: string): DateValue {
	return dateIn(value.trim());
}

const dateIn = memoize((raw) => parseEdtf(raw) ?? parsePlain(plainDate(raw)));

function parsePlain(text: string): DateValue {
	return parseEdtf(text) ?? parseWritten(text) ?? literalDate(text, yearIn(text));
}

/** The value without LaTeX. Keeps braces that may be those of an EDTF set. */
function plainDate(raw: string): string {
	const text = /[\\$]/.test(raw) ? plainLatex(raw) : /^\{[^{}]*,[^{}]*\}$/.test(raw) ? raw : raw.replace(/[{}]/g, '');
	return text.replace(/\s+/g, ' ').trim();
}

function yearIn(text: string): number | null {
	const year = /(?<!\d)(?:1\d|20)\d{2}(?!\d)/.exec(text);
	return year && Number(year[0]);
}

/**
 * Reads the dates of an entry: `date`, or `year` with `month` and `day` (as in biber, `date` takes precedence unless it is
 * unreadable); `eventdate`, `origdate` and `urldate` with their older forms (`urlyear` …). Reports unreadable values as
 * date/unparsable, except for a publication state ('in press') and words for a missing date.
 */
export function readDates(entry: Entry, report: Report, commands?: UserCommands): EntryDates {
	return {
		issued: withDateOfStatus(readDate(entry, issued, report, commands), entry),
		eventDate: readDate(entry, event, report, commands),
		origDate: readDate(entry, original, report, commands),
		accessed: readDate(entry, accessed, report, commands),
	};
}

/** The date; without one, that beside a state ('in press (2026)'), or after the status ('Submitted to Automatica (2025)'). */
function withDateOfStatus(date: DateValue | null, entry: Entry): DateValue | null {
	if (date && date.form !== 'literal') return date;
	const written = dateBesideState(date?.literal ?? '') ?? (date?.start ? null : dateAfterState(readStatus(entry)));
	const found = written === null ? null : parseDate(written);
	return found && found.form !== 'literal' ? found : date;
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

function readDate(
	entry: Entry,
	fields: DateFields,
	report: Report,
	commands: UserCommands | undefined,
): DateValue | null {
	const whole = firstFilled(fieldsOf(entry, fields.date), commands);
	const year = firstFilled(fieldsOf(entry, [fields.year]), commands);
	if (!whole && !year) return null;
	const date = whole && parseDate(whole.value);
	if (whole && date) reportUnparsable(entry, whole, date, report);
	if (date && !(date.form === 'literal' && year)) return date;
	if (!year) return null;
	const month = firstFilled(fieldsOf(entry, [fields.month]), commands);
	return yearDate(entry, year, month, month && firstFilled(fieldsOf(entry, [fields.day]), commands), report);
}

/** The first field that is not empty, without LaTeX commands. */
function firstFilled(fields: readonly Field[], commands: UserCommands | undefined): Field | null {
	for (const field of fields) {
		if (!/[^\s{}]/.test(field.value)) continue;
		// '{\noopsort{1973b}}1973': the preamble defines the command.
		return field.value.includes('\\') ? { ...field, value: plainLatex(field.value, commands) } : field;
	}
	return null;
}

/** The date in `year`, `month` and `day`, read together as a written date; otherwise the year alone. */
function yearDate(entry: Entry, year: Field, month: Field | null, day: Field | null, report: Report): DateValue {
	let written = year.value.trim();
	if (month) written += partSeparator + month.value.trim();
	if (month && day) written += partSeparator + day.value.trim();
	const { date, unread } = combinedDate(written);
	const unreadField = unread && { year, month, day }[unread];
	if (unreadField)
		reportUnparsable(entry, unreadField, unread === 'year' ? date : literalDate(unreadField.value, null), report);
	return date;
}

/** Separates the parts of a date; no value contains it. */
const partSeparator = '\0';

/** The date that year, month and day form together, and the part that cannot be read. */
const combinedDate = memoize((written): { date: DateValue; unread: 'year' | 'month' | 'day' | null } => {
	const [raw = '', month, day] = written.split(partSeparator);
	const alone = /^\d{4}$/.test(raw) || /^\d{4}\s*-\s*\d{2}$/.test(raw) ? parsePlainYear(raw) : parseDate(raw);
	if (alone.form === 'literal' || month === undefined) return { date: alone, unread: 'year' };
	if (alone.start?.month) return { date: alone, unread: null };
	const date = withMonth(raw, alone, month, day);
	if (date) return { date, unread: null };
	const rough = day === undefined ? null : withMonth(raw, alone, month, undefined);
	return { date: rough ?? alone, unread: rough ? 'day' : 'month' };
});

/** In `year`, '2020-21' is a range of years, not EDTF's spring of 2020. */
function parsePlainYear(raw: string): DateValue {
	return parseWritten(raw) ?? parseDate(raw);
}

function withMonth(raw: string, alone: DateValue, month: string, day: string | undefined): DateValue | null {
	const written = month.replace(/^\{([^{}]*)\}$/, '$1').replace(/(?<![\s,;.])[\s,;.]+$/, '');
	const number = /^0?(\d{1,2})$/.exec(written)?.[1];
	const name = number ? null : monthNumber(written);
	const monthOrSeason = number ? Number(number) : name;
	const days = /^\{?(\d{1,2})\}?$/.exec(day ?? '')?.[1];
	const { start } = alone;
	if (monthOrSeason !== null && alone.form === 'point' && start && (days || day === undefined)) {
		if (monthOrSeason >= 21 && monthOrSeason <= 24) return { ...alone, start: { ...start, season: monthOrSeason } };
		const { form } = parseDate(`${pad(start.year)}-${two(monthOrSeason)}${days ? `-${two(Number(days))}` : ''}`);
		if (form === 'point')
			return { ...alone, start: { ...start, month: monthOrSeason, day: days ? Number(days) : null } };
	}
	const words = monthWords(plainDate(written));
	const text = /\d/.test(words) || day === undefined ? words : `${words} ${plainDate(day)}`;
	const bare = raw.replace(/[a-z]$/, '');
	const whole = parseWritten(words);
	const date = parseWritten(`${text} ${bare}`) ?? (whole?.start?.year === start?.year ? whole : null);
	return date && { ...date, literal: alone.literal };
}

/** A numeric month range ('7--8') with names, and 'November, December' as a range. Other texts are unchanged. */
function monthWords(text: string): string {
	const [from, to, more] = text.split(/\s*,\s*/);
	const first = monthNumber(from ?? '');
	if (first && more === undefined && monthNumber(to ?? '') === (first % 12) + 1) return `${from}–${to}`;
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

function reportUnparsable(entry: Entry, field: Field, date: DateValue, report: Report): void {
	const { form, literal } = date;
	if (literal === null || (form === 'point' && /^\d{4}\p{L}$/u.test(literal))) return;
	if (noDate.test(literal) || (form === 'literal' && readStatus(entry).kind !== 'published')) return;
	if (form === 'point') {
		const message = `Ambiguous ${field.name} "${literal}": the order of day and month is unclear`;
		report(diagnostic('date/unparsable', message, { span: field.span, hint: 'Write YYYY-MM-DD' }));
		return;
	}
	const misspelt = misspeltMonth(field);
	const message = `Expected a date in the field ${field.name}, found "${literal}"`;
	const hint = misspelt
		? `Did you mean "${misspelt.name}"?`
		: 'Write YYYY, YYYY-MM or YYYY-MM-DD, with a slash between the dates of a range';
	report(diagnostic('date/unparsable', message, { span: field.span, hint, remedy: misspelt?.remedy }));
}

/** The month that a word in a field seems to mean, with its correction in the field `month` if that is certain. */
function misspeltMonth(field: Field): { name: string; remedy: readonly Edit[] } | null {
	for (const { 0: word, index } of field.value.matchAll(/\p{L}[\p{L}\p{M}]{3,}/gu)) {
		const month = monthNumber(word) === null ? similarMonth(word) : null;
		if (!month) continue;
		const isFixable = month.certain && /month$/.test(field.name) && !field.inheritedFrom;
		const span = isFixable ? placesInValue(field)(index, index + word.length) : field.span;
		return { name: month.name, remedy: span === field.span ? [] : [{ span, text: month.name }] };
	}
	return null;
}
