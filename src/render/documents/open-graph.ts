import type { MetaTag } from '../views/list-view.ts';
import { metaTags, type TagRow } from './meta-tags.ts';

/** What a preview of a link to a page shows, in chat programs and social networks. */
export interface LinkPreview {
	readonly title: string;
	/** A sentence about the page; null without one. */
	readonly description: string | null;
	/** Open Graph's type. */
	readonly type: 'article' | 'profile' | 'website';
	readonly siteName: string | null;
	/** The address of the page; null if unknown. */
	readonly url: string | null;
	/** The absolute address of a picture; null without one. */
	readonly image: string | null;
	/** Further tags of the type: `article:published_time`. */
	readonly more?: readonly TagRow[];
}

/** The tags of Open Graph (ogp.me), and those of X and others that differ. */
export function openGraph({ title, description, type, siteName, url, image, more = [] }: LinkPreview): MetaTag[] {
	return metaTags([
		['description', description],
		['og:title', title],
		['og:description', description],
		['og:type', type],
		['og:url', url],
		['og:image', image],
		['og:site_name', siteName],
		...more,
		['twitter:card', 'summary'],
	]);
}

/** The beginning of a text, cut after a word. */
export function excerpt(text: string, length: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= length) return line;
	const cut = line.slice(0, length);
	const end = cut.lastIndexOf(' ');
	return `${cut.slice(0, end > length / 2 ? end : length).replace(/[\p{Cs}\s,;:.–-]+$/u, '')}…`;
}
