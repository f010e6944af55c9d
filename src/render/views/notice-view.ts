import type { RichText } from '../../latex/rich-text.ts';
import { type EditorialNotice, type NoticeKind, retractionOf } from '../../publications/editorial-notices.ts';
import type { Publication } from '../../publications/publication.ts';
import { capitalized } from '../engine/capitalized.ts';
import type { Locale } from '../locale.ts';
import { type DateView, FormattedDate } from './work-parts.ts';

/** A retraction, an expression of concern or a correction, as a template shows it. */
export interface NoticeView {
	readonly kind: NoticeKind;
	/** 'Retracted 2010', 'Expression of concern'. */
	readonly label: string;
	/** The label, which leads to the notice if its address is known. */
	readonly text: RichText;
	readonly date: DateView | null;
	/** The address of the notice; null if it is unknown. */
	readonly url: string | null;
}

/** The retraction or withdrawal of a work; null if it is neither retracted nor withdrawn. */
export function retractionView({ notices }: Publication, locale: Locale): NoticeView | null {
	const retraction = retractionOf(notices);
	return retraction && noticeView(retraction, locale);
}

/** The other notices. They no longer matter for a retracted work, which has none. */
export function noticeViews({ notices }: Publication, locale: Locale): readonly NoticeView[] {
	if (notices.length === 0) return none;
	return retractionOf(notices) ? none : notices.map((notice) => noticeView(notice, locale));
}

const none: readonly never[] = [];

function noticeView({ kind, date, url }: EditorialNotice, locale: Locale): NoticeView {
	const view = date && new FormattedDate(date, locale);
	const words = capitalized(locale.term(`notice-${kind}`) ?? kind, locale);
	const label = view ? `${words} ${view.year}` : words;
	const text = { type: 'text', value: label } as const;
	return {
		kind,
		label,
		text: url === null ? [text] : [{ type: 'link', href: url, children: [text] }],
		date: view,
		url,
	};
}
