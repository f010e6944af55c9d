import { posix } from 'node:path';
import { escapedPattern } from '../text/escaped-pattern.ts';
import { fileName } from '../text/file-names.ts';
import { valueIn } from '../text/value-in.ts';
import type { GroupKey, Part } from './list.ts';

/** The word of the locale for a term, such as a kind of venue. */
export type WordOf = (term: string) => string;

/** What a placeholder becomes in texts, where terms are words of the locale, and in paths, where everything is a file name. */
interface Placeholder {
	text(part: Part, word: string): string;
	path(part: Part): string;
}

const shared = {
	id: { text: ({ id }) => id, path: ({ id }) => id },
	name: { text: (_, word) => word, path: (part) => (part.key === 'person' ? fileName(part.name) : part.id) },
	value: { text: (part, word) => (part.key === 'person' ? part.value : word), path: ({ id }) => id },
} satisfies Record<string, Placeholder>;

/** The first year of a decade; another year as it is. */
const year: Placeholder = {
	text: (part, word) => (part.isTerm ? word : firstYear(part.name)),
	path: (part) => (part.isTerm ? part.id : firstYear(part.name)),
};

function firstYear(years: string): string {
	return years.replace(/(?<=\d)–.*/, '');
}

const placeholders: Readonly<Record<string, Placeholder>> = { ...shared, year };
const ofAnyKey = Object.keys(shared);
const ofYears = Object.keys(placeholders);

/** The names of the placeholders of an output with this `for-each`. */
export function placeholdersOf(key: GroupKey): readonly string[] {
	return key === 'year' || key === 'decade' ? ofYears : ofAnyKey;
}

/** A placeholder such as `{id}`. Double braces are those of template languages. */
const bracedName = /(?<!\{)\{([\p{L}\p{N}_-]+)\}(?!\})/gu;

/** The names in single braces in a text, placeholders or not. */
export function namesInBraces(text: string): string[] {
	return [...text.matchAll(bracedName)].map(([, name = '']) => name);
}

/** A text with its placeholders filled. Other words in braces stay. */
function filledText(text: string, part: Part, wordOf: WordOf): string {
	const word = part.isTerm ? wordOf(part.name) : part.name;
	return filled(text, ({ text }) => text(part, word));
}

/** A value such as front matter, with the placeholders in its texts filled. */
export function filledValue(value: unknown, part: Part, wordOf: WordOf): unknown {
	if (typeof value === 'string') return filledText(value, part, wordOf);
	if (Array.isArray(value)) return value.map((item) => filledValue(item, part, wordOf));
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledValue(inner, part, wordOf)]));
}

/**
 * A path with its placeholders filled by file names, which contain no slash.
 *
 * @param encode applied to each file name, for addresses
 */
export function filledPath(path: string, part: Part, encode: (name: string) => string = (name) => name): string {
	return filled(path, (placeholder) => encode(placeholder.path(part)));
}

/** A path with the text between its placeholders changed. */
export function withFixedParts(path: string, change: (text: string) => string): string {
	// Fixed texts are at even positions, the names of placeholders at odd ones.
	return path
		.split(bracedName)
		.map((part, index) => (index % 2 ? `{${part}}` : change(part)))
		.join('');
}

/** The folder of a path that contains the files of all parts. */
export function fixedFolder(path: string): string {
	return posix.dirname(`${path.split(bracedName, 1)[0]}x`);
}

/** Matches the texts that a text with placeholders can become; null for a text without any. */
export function patternOf(text: string): RegExp | null {
	if (namesInBraces(text).length === 0) return null;
	const parts = text.split(bracedName).map((part, index) => (index % 2 ? '.+' : escapedPattern(part)));
	return new RegExp(`^${parts.join('')}$`, 'su');
}

/** A path as a glob pattern: `people/*.html`. */
export function globOf(path: string): string {
	return path.replace(bracedName, '*');
}

/** A text with a letter in place of each placeholder. */
export function sampleOf(text: string): string {
	return text.replace(bracedName, 'x');
}

function filled(text: string, fill: (placeholder: Placeholder) => string): string {
	return filledNames(text, (name, written) => {
		const placeholder = valueIn(placeholders, name);
		return placeholder ? fill(placeholder) : written;
	});
}

/** A text with other words for its names in single braces. */
export function filledNames(text: string, fill: (name: string, written: string) => string): string {
	return text.replace(bracedName, (written, name: string) => fill(name, written));
}
