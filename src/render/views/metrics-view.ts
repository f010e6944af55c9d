import { parseDate } from '../../publications/dates/entry-dates.ts';
import type { AccessState } from '../../publications/metrics/metric-names.ts';
import { type CitationCount, isOpen, type Origin, type WorkAccess } from '../../publications/metrics/work-metrics.ts';
import type { Locale } from '../locale.ts';
import { type DateView, FormattedDate } from './work-parts.ts';

/** Who said something, and when. */
interface OriginView {
	/** The name of the service: 'OpenAlex'. */
	readonly source: string;
	readonly date: DateView;
}

/** How often a work was cited. */
export interface CitationsView extends OriginView {
	readonly count: number;
	/** 'cited 45 times'. */
	readonly text: string;
	/** 'cited 45 times (OpenAlex, November 30, 2026)'. */
	readonly title: string;
}

/** How a work can be read. */
export interface OpenAccessView extends OriginView {
	readonly state: AccessState;
	readonly isOpen: boolean;
	/** The address of a free copy; null for a closed work. */
	readonly url: string | null;
	/** 'Open Access'. */
	readonly text: string;
	/** 'Open Access (OpenAlex, November 30, 2026)'. */
	readonly title: string;
}

export function citationsView(citations: CitationCount, locale: Locale): CitationsView {
	const { count } = citations;
	const text = locale.phrase('cited', { number: count });
	return { count, text, ...originOf(citations, text, locale) };
}

export function openAccessView(access: WorkAccess, locale: Locale): OpenAccessView {
	const { state, url } = access;
	const text = locale.term('link-open-access') ?? state;
	return { state, isOpen: isOpen(access), url, text, ...originOf(access, text, locale) };
}

/** The source and the date, and a text with both in brackets. */
function originOf({ source, date }: Origin, text: string, locale: Locale): OriginView & { readonly title: string } {
	const view = new FormattedDate(parseDate(date), locale);
	const mark = (term: string) => locale.term(term) ?? '';
	const title = `${text}${mark('open-bracket')}${source}${mark('comma')}${view.text}${mark('close-bracket')}`;
	return { source, date: view, title };
}
