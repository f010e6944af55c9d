import type { LocalText } from '../../lists/list.ts';

/** A text in a locale: the one for its tag, its language, English, or the first there is. */
export function localText(text: LocalText, tag: string): string {
	if (typeof text === 'string') return text;
	return text[tag] ?? text[tag.split('-')[0] ?? tag] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
