import { Markup } from '../../formats/format.ts';
import { UnknownName } from './template-errors.ts';

/** Nothing to show: null, false, '', an empty list or text. */
export function isBlank(value: unknown): boolean {
	if (value === undefined) throw new UnknownName(null, [], null);
	if (value instanceof Markup) return value.value === '';
	return value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}
