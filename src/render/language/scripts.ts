import { memoize } from '../../text/memoize.ts';
import { valueIn } from '../../text/value-in.ts';

/** The direction of a text or language. */
export type Direction = 'ltr' | 'rtl';

/** ISO 15924 codes of scripts that combine others. */
const combined: Readonly<Record<string, readonly string[]>> = {
	Hans: ['Han'],
	Hant: ['Han'],
	Jpan: ['Han', 'Hiragana', 'Katakana'],
	Kore: ['Hangul', 'Han'],
};

/** The most common scripts that are written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** A tag that `Intl` accepts: that of the language, else English. */
export function supportedTag(tag: string): string {
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? 'en';
	} catch {
		return 'en';
	}
}

/** Tags of languages with another name. */
const otherNames: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', tl: 'fil' };

/** The tag among several that a tag means: itself, or the one of its language and script: zh-CN for zh. Null without one. */
export function closestTag(tag: string, tags: readonly string[]): string | null {
	if (tags.includes(tag)) return tag;
	const wanted = languageAndScript(tag);
	return tags.find((candidate) => languageAndScript(candidate) === wanted) ?? null;
}

function languageAndScript(tag: string): string {
	const { language, script } = new Intl.Locale(supportedTag(tag.replaceAll('_', '-'))).maximize();
	return `${valueIn(otherNames, language) ?? language}-${script}`;
}

/** A tag and shorter ones that mean the same language in the same script: zh-CN, zh-Hans, zh. */
export function tagsFor(tag: string): readonly string[] {
	const { language, script } = new Intl.Locale(supportedTag(tag)).maximize();
	return [...new Set([tag, `${language}-${script}`, language])];
}

/** The ISO 15924 code of the script in which a language is usually written. */
export function scriptOf(tag: string): string {
	return new Intl.Locale(supportedTag(tag)).maximize().script ?? 'Latn';
}

/** The direction of a language. */
export const directionOf = memoize((tag): Direction => (rightToLeft.has(scriptOf(tag)) ? 'rtl' : 'ltr'), 100);

/** A pattern for words in the script of a language, the first group, or in others. All scripts from right to left are one. */
const wordsIn = memoize((tag) => {
	const script = scriptOf(tag);
	const scripts = rightToLeft.has(script) ? [...rightToLeft] : (valueIn(combined, script) ?? [script]);
	const letters = scripts.map((name) => `\\p{Script=${name}}`).join('');
	return new RegExp(`([${letters}][${letters}\\p{M}]*)|(?:(?![${letters}])[\\p{L}\\p{M}])+`, 'gu');
}, 100);

/**
 * Whether a text is in the script of a language: at least a third of its words are, as in 'BERT和GPT的比较', or it has none.
 * Letters without a space between them are one word. Hebrew counts as the script of Arabic, and so on, because English words
 * in text from right to left would be in the wrong order.
 */
export function isInScriptOf(tag: string, text: string): boolean {
	const words = [...text.matchAll(wordsIn(tag))];
	const own = words.filter(([, word]) => word !== undefined).length;
	return own * 3 >= words.length;
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The direction of a text in a list of a language: that of its first letter (Unicode's bidirectional algorithm, rule P2). In a
 * language from right to left, a text that is partly in its script has its direction, as the words around it. Null without
 * letters.
 */
export function directionOfText(tag: string, text: string): Direction | null {
	const letter = /\p{L}/u.exec(text)?.[0];
	if (letter === undefined) return null;
	const isRightToLeft = directionOf(tag) === 'rtl' ? isInScriptOf(tag, text) : rightToLeftLetter.test(letter);
	return isRightToLeft ? 'rtl' : 'ltr';
}
