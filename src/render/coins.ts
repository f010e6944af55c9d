import type { Name } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import { isoDate, plainWords, surname } from './machine-words.ts';

/** How one kind of work is told in OpenURL's key/encoded-value formats (ANSI/NISO Z39.88-2004, matrices of 2004). */
interface Form {
	readonly format: 'journal' | 'book' | 'dissertation' | 'patent' | 'dc';
	readonly genre: string | null;
	/** The keys of its title and of what it is in. */
	readonly title: string;
	readonly container: string | null;
}

const article: Form = { format: 'journal', genre: 'article', title: 'atitle', container: 'jtitle' };
const proceeding: Form = { format: 'book', genre: 'proceeding', title: 'atitle', container: 'btitle' };
const chapter: Form = { format: 'book', genre: 'bookitem', title: 'atitle', container: 'btitle' };
const book: Form = { format: 'book', genre: 'book', title: 'btitle', container: null };

const forms: Readonly<Record<string, Form>> = {
	'article-journal': article,
	'article-magazine': article,
	'article-newspaper': article,
	article: { ...article, genre: 'preprint' },
	'paper-conference': proceeding,
	chapter,
	'entry-encyclopedia': chapter,
	'entry-dictionary': chapter,
	book,
	report: { ...book, genre: 'report' },
	thesis: { format: 'dissertation', genre: null, title: 'title', container: null },
	patent: { format: 'patent', genre: null, title: 'title', container: null },
};
/** Dublin Core's, for everything else. */
const other: Form = { format: 'dc', genre: null, title: 'title', container: 'source' };

/**
 * A work as a ContextObject in a span's title (COinS 1.0), by which Zotero and its like find it on a page. Percent
 * encoding leaves nothing that means anything to HTML but the ampersand.
 */
export function coinsOf(work: Publication): string {
	const form = forms[work.type] ?? other;
	const { identifiers } = work;
	const names = work.contributors.author?.names ?? work.contributors.editor?.names ?? [];
	const isDc = form.format === 'dc';
	const pairs: (readonly [key: string, value: string | null])[] = [
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', `info:ofi/fmt:kev:mtx:${form.format}`],
		['rft.genre', form.genre],
		[`rft.${form.title}`, plainWords(work.title)],
		[`rft.${form.container}`, form.container && plainWords(work.containerTitle)],
		...names.map((name) => [isDc ? 'rft.creator' : 'rft.au', fullName(name)] as const),
		['rft.date', isoDate(work.issued ?? work.eventDate)],
		['rft.volume', isDc ? null : plainWords(work.volume)],
		['rft.issue', isDc ? null : plainWords(work.issue)],
		['rft.pages', isDc ? null : (work.pages?.replaceAll('–', '-') ?? null)],
		['rft.pub', isDc ? null : plainWords(work.publisher ?? work.institution)],
		['rft.place', isDc ? null : plainWords(work.publisherPlace)],
		['rft.publisher', isDc ? plainWords(work.publisher ?? work.institution) : null],
		['rft.issn', identifiers.issn[0] ?? null],
		['rft.isbn', identifiers.isbn[0] ?? null],
		['rft_id', identifiers.doi && `info:doi/${identifiers.doi}`],
		['rft_id', work.links.find(({ url }) => /^https?:/.test(url))?.url ?? null],
	];
	return pairs.flatMap(([key, value]) => (value ? [`${key}=${encode(value)}`] : [])).join('&');
}

/** Short where the rules for queries allow it. Lone surrogates have no encoding. */
function encode(value: string): string {
	if (/^[\w.-]*$/.test(value)) return value;
	const encoded = encodeURIComponent(/[\ud800-\udfff]/.test(value) ? value.replace(/\p{Cs}/gu, '') : value);
	return encoded.replace(/%(?:20|2C|2F|3A)|'/g, (found) => short[found] ?? found);
}

const short: Readonly<Record<string, string>> = { '%20': '+', '%2C': ',', '%2F': '/', '%3A': ':', "'": '%27' };

/** 'Ludwig van Beethoven'. */
function fullName(name: Name): string {
	return [name.given, surname(name)].filter(Boolean).join(' ');
}
