import { createHash } from 'node:crypto';
import { plainText } from '../../latex/plain-text.ts';
import { publicationDate } from '../../lists/publication-date.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import { compareDates } from '../../publications/dates/date-order.ts';
import type { ListView } from '../views/list-view.ts';
import { fullName } from './data-document.ts';
import type { DocumentParts, PlacedItem } from './document-parts.ts';
import { joined, namedWorks } from './works-document.ts';

/** What the template `feed` sees beside the list. */
export interface FeedView extends ListView {
	/** A URN that stays as long as the site's address and the list's id do. */
	readonly feedId: string;
	/** When the newest work was published. */
	readonly updated: string;
	/** The newest works first. */
	readonly entries: readonly FeedEntry[];
}

/** A work in a feed. */
export interface FeedEntry {
	/** A URN that stays as long as the site's address and the entry key do. */
	readonly id: string;
	/** The day it was published, RFC 3339. */
	readonly updated: string;
	readonly title: string;
	readonly names: readonly string[];
	/** Its address; null where nothing leads to it. */
	readonly url: string | null;
	readonly keywords: readonly string[];
	/** HTML, to be escaped once more. */
	readonly content: string;
}

/** Of a feed without a work. */
const longAgo = '1970-01-01T00:00:00Z';

/**
 * A list as a feed. Its dates are those of the works, never the clock's: the same library gives the same feed. Works
 * without a date (those to come) are not in it until they have one.
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
	const newest = dated.sort((one, other) => compareDates(other.date, one.date)).slice(0, Number(view.options['limit']));
	const entries = newest.map(({ placed, name, updated }) => entryOf(placed, name, updated, parts, seed));
	const own = {
		feedId: urn(`${seed}\n${view.id}`),
		updated:
			entries
				.map(({ updated }) => updated)
				.sort()
				.at(-1) ?? longAgo,
		entries,
	};
	return Object.assign(Object.create(view) as ListView, own);
}

function entryOf(
	{ item, view: shown }: PlacedItem,
	name: string,
	updated: string,
	parts: DocumentParts,
	seed: string,
): FeedEntry {
	const { view, locale } = parts;
	const { place } = view;
	const { work } = shown;
	const { author, editor } = item.publication.contributors;
	const anchor = place.page === null ? null : `${place.page}#${shown.id}`;
	const page = place.works === null ? null : joined(place.works, name);
	return {
		id: urn(`${seed}\n${view.id}\n${shown.id}`),
		updated,
		title: plainText(work.title ?? []).trim() || (locale.term('no-title') ?? ''),
		names: (author ?? editor)?.names.map(fullName) ?? [],
		url: page ?? anchor ?? work.links.find(({ url }) => /^https?:/.test(url))?.url ?? null,
		keywords: work.keywords,
		content: shown.entry.value,
	};
}

/** The first instant of the day, month or year it begins with; null without one that RFC 3339 can write. */
function day({ start, end, form }: DateValue): string | null {
	const point = start ?? end;
	if (form === 'literal' || !point || point.year < 1 || point.year > 9999) return null;
	const { year, month, day } = point;
	const two = (number: number | null) => String(number ?? 1).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`;
}

/** A UUID made of a name (RFC 9562, version 5), in the namespace of addresses. */
function urn(name: string): string {
	const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
	const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
