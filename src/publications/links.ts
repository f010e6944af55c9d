import type { RichText } from '../text/rich-text.ts';

/** A link of a work, safe to publish: http, https, mailto or relative. */
export interface Link {
	/** The kind in the table: `doi`, `arxiv`, `pdf`, `code`, `slides`, `video`, `url` … */
	readonly kind: string;
	/** Percent-encoded where it must be; otherwise as written. */
	readonly url: string;
	/** Words for it given by the entry (`\href{url}{words}`); null: the locale's word for the kind. */
	readonly label: RichText | null;
}
