import { type Format, Markup } from '../../formats/format.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Locale } from '../locale.ts';
import { UnknownName } from './template-errors.ts';

/**
 * The one gate every `{{…}}` passes, where a value of the view meets the language of a format: text is escaped, rich
 * text written, markup left as it is, null nothing at all. `undefined` is a typo in a template, never a value.
 */
export function written(value: unknown, format: Format, locale: Locale): string {
	if (typeof value === 'string') return format.text(value);
	if (value === null) return '';
	if (value instanceof Markup) return value.value;
	if (Array.isArray(value)) return format.inline(value as RichText, locale);
	if (typeof value === 'number' || typeof value === 'boolean') return format.text(String(value));
	throw new UnknownName(null, [], null);
}
