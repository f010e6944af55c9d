import type { LocalText } from '../../lists/list.ts';
import { valueIn } from '../../text/value-in.ts';

/** The text for a language tag: that of the tag, else of its language, else English, else the first. */
export function localText(text: LocalText, tag: string): string {
	if (typeof text === 'string') return text;
	return valueIn(text, tag) ?? valueIn(text, tag.split('-')[0] ?? tag) ?? text['en'] ?? Object.values(text)[0] ?? '';
}
