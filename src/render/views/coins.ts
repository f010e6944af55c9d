import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { memoize } from '../../text/memoize.ts';
import { isoDate, plainWords, spaced, surname } from './machine-words.ts';

/** How one kind of work is described in OpenURL's key/encoded-value formats (ANSI/NISO Z39.88-2004, matrices of 2004). */
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
	const publisher = plainWords(work.publisher ?? work.institution);
	let coins = `ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:${form.format}`;
	coins += pair('.genre', form.genre);
	coins += pair(`.${form.title}`, plainWords(work.title));
	if (form.container) coins += pair(`.${form.container}`, plainWords(work.containerTitle), encodeAgain);
	for (const name of names) coins += pair(isDc ? '.creator' : '.au', fullName(name), encodeAgain);
	coins += pair('.date', isoDate(work.issued ?? work.eventDate));
	if (isDc) coins += pair('.publisher', publisher, encodeAgain);
	else {
		coins += pair('.volume', plainWords(work.volume));
		coins += pair('.issue', plainWords(work.issue));
		coins += pair('.pages', work.pages?.replaceAll('–', '-'));
		coins += pair('.pub', publisher, encodeAgain);
		coins += pair('.place', plainWords(work.publisherPlace), encodeAgain);
	}
	coins += pair('.issn', identifiers.issn[0]);
	coins += pair('.isbn', identifiers.isbn[0]);
	coins += pair('_id', identifiers.doi && `info:doi/${identifiers.doi}`);
	coins += pair('_id', work.links.find(({ url }) => /^https?:/.test(url))?.url);
	return coins;
}

/** What is said of the work that is referred to (`rft`); nothing where nothing is known. */
function pair(key: string, value: string | null | undefined, write = encode): string {
	return value ? `&rft${key}=${write(value)}` : '';
}

/** Short where the rules for queries allow it. Lone surrogates have no encoding. */
function encode(value: string): string {
	if (/^[\w.,:/ -]*$/.test(value)) return value.replaceAll(' ', '+');
	const encoded = encodeURIComponent(/[\ud800-\udfff]/.test(value) ? value.replace(/\p{Cs}/gu, '') : value);
	return encoded.replace(/%(?:20|2C|2F|3A)|'/g, (found) => short[found] ?? found);
}

/** For what many works have in common. */
const encodeAgain = memoize(encode);

const short: Readonly<Record<string, string>> = { '%20': '+', '%2C': ',', '%2F': '/', '%3A': ':', "'": '%27' };

/** 'Ludwig van Beethoven'. */
function fullName(name: Name): string {
	return spaced(name.given, surname(name));
}
