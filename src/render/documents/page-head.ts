import type { PublicationList } from '../../lists/list.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { describeOwner } from '../../people/declared-names.ts';
import { fold } from '../../text/fold.ts';
import type { Locale } from '../locale.ts';
import type { ListView, PageHead } from '../views/list-view.ts';
import { openGraph } from './open-graph.ts';

/**
 * Describes the page of a list and its owner.
 *
 * @param image address of a picture, absolute or relative to the site; null without one
 */
export function pageHead(view: ListView, list: PublicationList, image: string | null, locale: Locale): PageHead {
	const { pageTitle, place } = view;
	const owners = list.highlights.owners.map(describeOwner);
	// On the page of a person among others, the family name alone is not enough.
	const isPersonal = list.highlights.owner !== null;
	const isNamed = owners.some(({ names: [full, short] }) =>
		(isPersonal ? [full] : [full, short]).some((name) => wordsOf(pageTitle).includes(wordsOf(name))),
	);
	const owner = isNamed ? null : view.owner;
	const title = owner === null ? pageTitle : locale.phrase('page-title', { title: pageTitle, name: owner });
	const pictureAddress = image === null ? null : absoluteAddress(image, place.site);
	const [first] = owners.length === 1 ? owners : [];
	return {
		title,
		owner,
		ownerAddresses: owners.flatMap(({ addresses }) => addresses),
		image: pictureAddress,
		tags: openGraph({
			title,
			description: describe(view, list, locale),
			type: first ? 'profile' : 'website',
			siteName: null,
			url: place.url,
			image: pictureAddress,
			more: [
				['profile:first_name', first?.given ?? null],
				['profile:last_name', first?.family ?? null],
			],
		}),
	};
}

/** The folded words of a text with a space around each. */
function wordsOf(text: string): string {
	return ` ${fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
}

function absoluteAddress(address: string, site: string | null): string | null {
	if (/^https?:/i.test(address)) return address;
	return site === null || !URL.canParse(address, site) ? null : new URL(address, site).href;
}

/** '79 publications by Emmy Noether, 1907–1935'. The owner must have written most of them. */
function describe({ count, owner }: ListView, { items }: PublicationList, locale: Locale): string {
	const works = locale.phrase('works', { number: count });
	const isOwn = items.filter(({ marks }) => [...marks.values()].flat().some(({ kind }) => kind === 'owner'));
	const byOwner =
		owner !== null && isOwn.length > items.length / 2 ? locale.phrase('works-by', { works, name: owner }) : works;
	const years = items.flatMap(({ publication }) => publicationYear(publication) ?? []);
	const [first, last] = years.reduce(
		([first, last], year) => [Math.min(first, year), Math.max(last, year)],
		[Infinity, -Infinity],
	);
	if (first === undefined || last === undefined || years.length === 0) return byOwner;
	const range = first === last ? String(first) : locale.phrase('date-range', { start: first, end: last });
	return `${byOwner}${locale.punctuation.get(', ') ?? ', '}${range}`;
}
