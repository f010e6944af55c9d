import type { Format, Markup } from '../../formats/format.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Locale } from '../locale.ts';
import { HelperError } from './template-errors.ts';

/**
 * Writes the value of a `{{…}}` in the language of a format: text is escaped, rich text written, markup left as it is,
 * and null writes nothing.
 */
export function writeValue(value: unknown, format: Format, locale: Locale): string {
	if (typeof value === 'string') return format.text(value);
	if (value === null || value === undefined) return '';
	if (isMarkup(value)) return value.toHTML();
	if (isRichText(value)) return format.inline(value, locale);
	if (typeof value === 'object' && value.toString === Object.prototype.toString)
		throw new HelperError('Expected a text or number, found an object: name one of its properties');
	return format.text(String(value));
}

/** Writes the value of a `{{{…}}}`: text as it is; rich text has no other form than the format's. */
export function writeRawValue(value: unknown, format: Format, locale: Locale): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (isMarkup(value)) return value.toHTML();
	return isRichText(value) ? format.inline(value, locale) : String(value);
}

/** Our markup, or a `SafeString` of Handlebars. */
function isMarkup(value: object | number | boolean | bigint | symbol): value is Pick<Markup, 'toHTML'> {
	return typeof (value as Partial<Markup>).toHTML === 'function';
}

function isRichText(value: unknown): value is RichText {
	return Array.isArray(value) && (value.length === 0 || typeof value[0]?.type === 'string');
}
