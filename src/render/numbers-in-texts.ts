import { type CitationNumbers, numbersOf } from '../lists/citation-numbers.ts';
import type { LocalText, PublicationList, Section } from '../lists/list.ts';
import { asksForNumbers, type NumberWriter, textsOf, withNumbers } from '../lists/number-placeholders.ts';
import { parseDate } from '../publications/dates/entry-dates.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Locale } from './locale.ts';
import { formatDate } from './views/format-date.ts';
import { localText } from './views/local-text.ts';

/**
 * A list with numbers in place of the placeholders in its titles and notes. A note with a number that is unknown is omitted;
 * in a title, a dash replaces it. The same list if there are no placeholders.
 */
export const withNumbersInTexts = cacheByIdentity((locale: Locale, list: PublicationList): PublicationList => {
	if (!textsOf(list.spec).some(asksForNumbers)) return list;
	const section = (part: Section): Section => ({
		...part,
		title: titleWithNumbers(part.title, numbersOf(part), locale),
		note: noteWithNumbers(part.note, numbersOf(part), locale),
		sections: part.sections.map(section),
	});
	const { title, note } = list.spec;
	const spec = {
		...list.spec,
		title: titleWithNumbers(title, numbersOf(list), locale),
		note: noteWithNumbers(note, numbersOf(list), locale),
	};
	return { ...list, spec, sections: list.sections.map(section) };
});

/** A title with numbers in place of its placeholders. */
export function titleWithNumbers(title: LocalText | null, numbers: CitationNumbers, locale: Locale): LocalText | null {
	if (title === null) return null;
	const text = localText(title, locale.tag);
	if (!asksForNumbers(text)) return title;
	return withNumbers(text, numbers, writer(locale)) ?? text.replace(/\{[\w-]+\}/g, '–');
}

function noteWithNumbers(note: LocalText | null, numbers: CitationNumbers, locale: Locale): LocalText | null {
	if (note === null) return null;
	const text = localText(note, locale.tag);
	return asksForNumbers(text) ? withNumbers(text, numbers, writer(locale)) : note;
}

function writer(locale: Locale): NumberWriter {
	return { number: locale.number, list: locale.list, date: (iso) => formatDate(parseDate(iso), locale, 'text') };
}
