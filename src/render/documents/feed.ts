import { createHash } from 'node:crypto';
import { plainText } from '../../latex/plain-text.ts';
import { publicationDate } from '../../lists/publication-date.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import { compareDates } from '../../publications/dates/date-order.ts';
import type { ListView } from '../views/list-view.ts';
import { fullName } from '../views/plain-values.ts';
import { type DocumentParts, type PlacedItem, viewWith } from './document-parts.ts';
import { addressIn } from './work-page.ts';
import { namedWorks } from './works-document.ts';

/** The view of the template `feed`. */
export interface FeedView extends ListView {
	/** A URN that is stable while the site's address and the list's id are. */
	readonly feedId: string;
	/** The date of the newest work. */
	readonly updated: string;
	/** The newest works first. */
	readonly entries: readonly FeedEntry[];
}

/** A work in a feed. */
export interface FeedEntry {
	/** A URN that is stable while the site's address and the entry key are. */
	readonly id: string;
	/** The day of publication, RFC 3339. */
	readonly updated: string;
	readonly title: string;
	readonly names: readonly string[];
	/** The address of the work; null if there is none. */
	readonly url: string | null;
	readonly keywords: readonly string[];
	/** HTML. The template must escape it once more. */
	readonly content: string;
}

/** The date of a feed without works. */
const emptyFeedDate = '1970-01-01T00:00:00Z';

/**
 * The view of a list as a feed. All dates are those of works, not of the clock, so that the same library gives the same
 * feed. Works without a date, such as forthcoming ones, are omitted.
 */
export function feedView(parts: DocumentParts): FeedView {
	const { view } = parts;
	const { place } = view;
	const seed = place.site ?? view.pageTitle;
	const dated = namedWorks(parts).flatMap(({ placed, name }) => {
		const date = publicationDate(placed.item.publication);
		const updated = date && day(date);
		return updated ? [{ placed, name, date, updated }] : [];
	});
	const newest = dated.sort((a, b) => compareDates(b.date, a.date)).slice(0, Number(view.options['limit']));
	const entries = newest.map(({ placed, name, updated }) => entryOf(placed, name, updated, parts, seed));
	const additions = {
		feedId: urn(`${seed}\n${view.id}`),
		updated:
			entries
				.map(({ updated }) => updated)
				.sort()
				.at(-1) ?? emptyFeedDate,
		entries,
	};
	return viewWith(view, additions);
}

function entryOf(
	{ item, view: itemView }: PlacedItem,
	name: string,
	updated: string,
	parts: DocumentParts,
	seed: string,
): FeedEntry {
	const { view, locale } = parts;
	const { place } = view;
	const { work } = itemView;
	const { author, editor } = item.publication.contributors;
	const anchor = place.page === null ? null : `${place.page}#${itemView.id}`;
	const page = place.works === null ? null : addressIn(place.works, name);
	return {
		id: urn(`${seed}\n${view.id}\n${itemView.id}`),
		updated,
		title: `${work.retraction ? `[${work.retraction.label}] ` : ''}${plainText(work.title ?? []).trim() || (locale.term('no-title') ?? '')}`,
		names: (author ?? editor)?.names.map(fullName) ?? [],
		url: page ?? anchor ?? work.links.find(({ url }) => /^https?:/.test(url))?.url ?? null,
		keywords: work.keywords,
		content: itemView.entry.value,
	};
}

/** The first instant of a date; null if RFC 3339 cannot represent it. */
function day({ start, end, form }: DateValue): string | null {
	const point = start ?? end;
	if (form === 'literal' || !point || point.year < 1 || point.year > 9999) return null;
	const { year, month, day } = point;
	const two = (number: number | null) => String(number ?? 1).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`;
}

/** A UUID for a name (RFC 9562, version 5), in the URL namespace. */
function urn(name: string): string {
	const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
	const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
