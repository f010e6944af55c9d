import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { memoize } from '../../text/memoize.ts';
import { valueIn } from '../../text/value-in.ts';
import { isoDate, joinWords, plainWords, surname } from './plain-values.ts';

/** How OpenURL's key/encoded-value formats describe a kind of work (ANSI/NISO Z39.88-2004, matrices of 2004). */
interface Form {
	readonly format: 'journal' | 'book' | 'dissertation' | 'patent' | 'dc';
	readonly genre: string | null;
	/** The keys of the title and of the container's title. */
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
/** Dublin Core, for all other types. */
const dublinCore: Form = { format: 'dc', genre: null, title: 'title', container: 'source' };

/**
 * A work as a ContextObject for the title of a span (COinS 1.0), which Zotero and other reference managers find on a page.
 * After percent encoding, the ampersand is the only character that HTML needs escaped.
 */
export function coinsOf(work: Publication): string {
	const form = valueIn(forms, work.type) ?? dublinCore;
	const { identifiers } = work;
	const names = work.contributors.author?.names ?? work.contributors.editor?.names ?? [];
	const isDc = form.format === 'dc';
	const publisher = plainWords(work.publisher ?? work.institution);
	let coins = `ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:${form.format}`;
	coins += pair('.genre', form.genre);
	coins += pair(`.${form.title}`, plainWords(work.title));
	if (form.container) coins += pair(`.${form.container}`, plainWords(work.containerTitle), encodeShared);
	for (const name of names) coins += pair(isDc ? '.creator' : '.au', givenFirst(name), encodeShared);
	coins += pair('.date', isoDate(work.issued ?? work.eventDate));
	if (isDc) coins += pair('.publisher', publisher, encodeShared);
	else {
		coins += pair('.volume', plainWords(work.volume));
		coins += pair('.issue', plainWords(work.issue));
		coins += pair('.pages', work.pages?.replaceAll('–', '-'));
		coins += pair('.pub', publisher, encodeShared);
		coins += pair('.place', plainWords(work.publisherPlace), encodeShared);
	}
	coins += pair('.issn', identifiers.issn[0]);
	coins += pair('.isbn', identifiers.isbn[0]);
	coins += pair('_id', identifiers.doi && `info:doi/${identifiers.doi}`);
	coins += pair('_id', work.links.find(({ url }) => /^https?:/.test(url))?.url);
	return coins;
}

/** A key of the referent (`rft`) with its value; '' without a value. */
function pair(key: string, value: string | null | undefined, write = encode): string {
	return value ? `&rft${key}=${write(value)}` : '';
}

/** Percent-encodes a value, as short as the rules for queries allow. Lone surrogates have no encoding. */
function encode(value: string): string {
	if (/^[\w.,:/ -]*$/.test(value)) return value.replaceAll(' ', '+');
	const encoded = encodeURIComponent(/[\ud800-\udfff]/.test(value) ? value.replace(/\p{Cs}/gu, '') : value);
	return encoded.replace(/%(?:20|2C|2F|3A)|'/g, (code) => valueIn(short, code) ?? code);
}

/** {@link encode} for values that many works share. */
const encodeShared = memoize(encode);

const short: Readonly<Record<string, string>> = { '%20': '+', '%2C': ',', '%2F': '/', '%3A': ':', "'": '%27' };

/** 'Ludwig van Beethoven'. */
function givenFirst(name: Name): string {
	return joinWords(name.given, surname(name));
}
