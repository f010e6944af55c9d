/** A name as a web page shows it, split into the name and another form of it. */
export interface CleanName {
	readonly name: string;
	readonly aliases: readonly string[];
}

const titlesBefore =
	/^(?:(?:Univ|Prof|Dr|Ing|Priv|Doz|PD|Ph\.? ?D|M\.? ?D|Mr|Mrs|Ms|Professor|Doctor)(?:\.[ -]?|\s+))+(?=\p{L})/iu;
const titlesAfter = /(?:,\s*(?:Ph\.?\s?D|M\.?\s?D|D\.?Sc|Sc\.?D|M\.?Sc|B\.?Sc|M\.?A|B\.?A)\.?)+$/i;

/** A name without academic titles: 'Dr. Emil Artin', 'Emil Artin, PhD'. */
export function withoutTitles(name: string): string {
	return name.trim().replace(titlesBefore, '').replace(titlesAfter, '');
}

/**
 * A name without titles and without words in parentheses: pronouns, and nicknames. A name there in another script is an alias:
 * 'Jialin Li (李佳琳)'.
 */
export function cleanName(text: string): CleanName {
	const words = text.replace(/\s+/g, ' ');
	const inParentheses = [...words.matchAll(parentheses)].map(([, inner = '']) => inner.trim());
	const name = withoutTitles(words.replace(parentheses, ' ').replace(/ +/g, ' '));
	return { name, aliases: inParentheses.filter((alias) => /\p{Lo}/u.test(alias)) };
}

const parentheses = /[（(]([^()（）]*)[)）]/g;
