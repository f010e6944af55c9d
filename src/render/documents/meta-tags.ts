import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { MetaTag } from '../views/list-view.ts';

/** The name and the value of a tag; without a value, there is no tag. */
export type TagRow = readonly [name: string, value: RichText | string | null];

/** Tags on one line each. Open Graph's names are properties: `og:title`, `article:author`. */
export function metaTags(rows: readonly TagRow[]): MetaTag[] {
	return rows.flatMap(([name, value]) => {
		const content = (typeof value === 'string' ? value : plainText(value ?? [])).replace(/\s+/g, ' ').trim();
		const attribute = /^(?:og|article|profile):/.test(name) ? 'property' : 'name';
		return content === '' ? [] : [{ attribute, name, content }];
	});
}
