import type { Entry, Field } from '../library/entry.ts';
import { fieldOf, wordsIn } from './entry-fields.ts';
import { statusNamed } from './status.ts';

/** An entry whose title has no status in brackets at its beginning or end. The status becomes `pubstate`, unless the entry has one. */
export function withoutStatusInTitle(entry: Entry): Entry {
	const title = fieldOf(entry, 'title');
	const found = title && titleWithStatus(title);
	if (!title || !found) return entry;
	const fields = new Map(entry.fields).set('title', { ...title, value: found.title });
	if (!fields.has('pubstate') && !fields.has('status'))
		fields.set('pubstate', { ...title, name: 'pubstate', value: found.status });
	return { ...entry, fields };
}

/** '[Under review] A Title', 'A Title (submitted)': a title, and the status before or after it. Null if there is none. */
function titleWithStatus(field: Field): { title: string; status: string } | null {
	const { value } = field;
	if (!/^[\s{]*[([]|[)\]][\s}.]*$/.test(value)) return null;
	const words = wordsIn(field);
	const first = statusIn(/^[([]([^()[\]]{2,50})[)\]][\s:.–—-]*(?=\S)/.exec(words)?.[1]);
	if (first) {
		const end = value.search(/[)\]]/) + 1;
		const rest = value.slice(end).replace(/^[\s:.–—-]+/, '');
		return { title: '{'.repeat(unclosed(value.slice(0, end))) + rest, status: first };
	}
	const last = statusIn(/\s[([]([^()[\]]{2,50})[)\]]\.?$/.exec(words)?.[1]);
	if (!last) return null;
	const start = Math.max(value.lastIndexOf('('), value.lastIndexOf('['));
	return { title: value.slice(0, start).trimEnd() + '}'.repeat(-unclosed(value.slice(start))), status: last };
}

/** The words of a status; null for other words and for 'published'. */
function statusIn(words: string | undefined): string | null {
	const status = words?.trim().replace(/^WIP$/i, 'work in progress') ?? '';
	const kind = statusNamed(status);
	return kind === null || kind === 'published' ? null : status;
}

/** The number of opening braces without closing ones; negative for closing braces without opening ones. */
function unclosed(latex: string): number {
	return (latex.match(/\{/g)?.length ?? 0) - (latex.match(/\}/g)?.length ?? 0);
}
