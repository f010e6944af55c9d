import { createHash } from 'node:crypto';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { plainLatex } from '../latex/plain-text.ts';
import { functionWords } from '../text/function-words.ts';
import { transliterate } from '../text/transliterate.ts';
import type { Blocks, WrittenEntry } from './entry.ts';
import { compress } from './syntax/tokens.ts';

/**
 * Gives entries without a key one made from their fields, such as `noether1918invariante`, and reports each. If the key is
 * taken, part of a hash follows it, so that a key depends neither on the order of the entries nor on unrelated ones. An entry
 * whose made key has not changed is the same object.
 */
export function withKeys(entries: Blocks['entries'], report: Report): Blocks['entries'] {
	if (entries.every(hasKey)) return entries;
	const taken = new Set(entries.flatMap(({ entry }) => (hasKey({ entry }) && entry.key?.toLowerCase()) || []));
	const texts = new Map<string, Set<string>>();
	for (const { entry } of entries) {
		if (hasKey({ entry })) continue;
		const stem = keyFor(entry);
		texts.set(stem, (texts.get(stem) ?? new Set()).add(compress(entry.source.text)));
	}
	return entries.map((item) => {
		const { entry, order } = item;
		if (hasKey(item)) return item;
		const stem = keyFor(entry);
		const isFree = !taken.has(stem) && texts.get(stem)?.size === 1;
		const key = entry.usable ? stem + (isFree ? '' : `-${hashOf(entry)}`) : null;
		report(missingKey(entry, key));
		return { entry: key === entry.key ? entry : { ...entry, key }, order };
	});
}

/** Whether an entry has a key in its file. */
function hasKey({ entry: { keySpan } }: { readonly entry: WrittenEntry }): boolean {
	return keySpan.end > keySpan.start;
}

/** The first author's family name, the year, and the first word of the title that has a meaning; or the entry type. */
function keyFor({ fields, type }: WrittenEntry): string {
	const text = (...names: string[]) => names.map((name) => fields.get(name)?.value ?? '').find(Boolean) ?? '';
	const [first = ''] = text('author', 'editor').split(/\s+and\s+/);
	const name = /^\{.*\}$/.test(first) ? plainLatex(first) : (/^[^,]+(?=,)|\S+$/.exec(plainLatex(first))?.[0] ?? '');
	const year = /\d{4}/.exec(text('year', 'date'))?.[0] ?? '';
	const words =
		plainLatex(text('title'))
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const word = words.find((candidate) => !functionWords.has(candidate)) ?? words[0] ?? '';
	return (lettersIn(name) + year + lettersIn(word)).slice(0, 60) || type;
}

function lettersIn(words: string): string {
	return transliterate(words)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');
}

function hashOf({ source }: WrittenEntry): string {
	return createHash('sha256').update(compress(source.text)).digest('hex').slice(0, 6);
}

function missingKey({ keySpan, source }: WrittenEntry, key: string | null): Diagnostic {
	const message = key === null ? 'Missing entry key; the entry is empty' : `Missing entry key; "${key}" is used`;
	const [space, comma] = /^(\s*)(,?)/.exec(source.text.slice(keySpan.start))?.slice(1) ?? [];
	return diagnostic('bib/missing-key', message, {
		span: { ...keySpan, start: 0 },
		hint: 'Add a key and a comma after the opening delimiter: @article{smith2020, …',
		remedy: key === null ? [] : [{ span: keySpan, text: comma ? key : `${key},${space ? '' : ' '}` }],
	});
}
