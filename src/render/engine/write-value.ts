import type { Format, Markup } from '../../formats/format.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { Locale } from '../locale.ts';
import { HelperError } from './template-errors.ts';

/**
 * Writes the value of a `{{…}}` in a format: text is escaped, rich text is converted, markup stays as it is, and null
 * writes nothing. Throws a {@link HelperError} for an object.
 */
export function writeValue(value: unknown, format: Format, locale: Locale): string {
	if (typeof value === 'string') return format.text(value);
	if (value === null || value === undefined) return '';
	if (isMarkup(value)) return value.toHTML();
	if (isRichText(value)) return format.inline(value, locale);
	if (typeof value === 'object' && value.toString === Object.prototype.toString)
		throw new HelperError('Expected text or a number, found an object: use one of its properties');
	return format.text(String(value));
}

/** Writes the value of a `{{{…}}}`: text is not escaped; rich text is converted to the format. */
export function writeRawValue(value: unknown, format: Format, locale: Locale): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (isMarkup(value)) return value.toHTML();
	return isRichText(value) ? format.inline(value, locale) : String(value);
}

/** True for our markup and for a `SafeString` of Handlebars. */
function isMarkup(value: object | number | boolean | bigint | symbol): value is Pick<Markup, 'toHTML'> {
	return typeof (value as Partial<Markup>).toHTML === 'function';
}

function isRichText(value: unknown): value is RichText {
	return Array.isArray(value) && (value.length === 0 || typeof value[0]?.type === 'string');
}
