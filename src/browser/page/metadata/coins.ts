import type { CslItem, CslName } from '../data/csl-json.ts';
import { familyFirst, isoDate, textOf } from '../data/csl-words.ts';

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

/** By CSL type. */
const forms: ReadonlyMap<string, Form> = new Map([
	['article-journal', article],
	['article-magazine', article],
	['article-newspaper', article],
	['article', { ...article, genre: 'preprint' }],
	['paper-conference', proceeding],
	['chapter', chapter],
	['entry-encyclopedia', chapter],
	['entry-dictionary', chapter],
	['book', book],
	['report', { ...book, genre: 'report' }],
	['thesis', { format: 'dissertation', genre: null, title: 'title', container: null }],
	['patent', { format: 'patent', genre: null, title: 'title', container: null }],
]);
/** Dublin Core, for all other types. */
const dublinCore: Form = { format: 'dc', genre: null, title: 'title', container: 'source' };

/** A work as a ContextObject for the title of a span (COinS 1.0), which Zotero and other reference managers find on a page. */
export function coinsOf(item: CslItem): string {
	const form = forms.get(item.type) ?? dublinCore;
	const text = (variable: string) => textOf(item, variable);
	const isDc = form.format === 'dc';
	const doi = text('DOI');
	const pairs: (readonly [key: string, value: string | null | undefined])[] = [
		['rft.genre', form.genre],
		[`rft.${form.title}`, text('title')],
		...(form.container ? [[`rft.${form.container}`, text('container-title')] as const] : []),
		...(item.author ?? item.editor ?? []).map((name) => [creatorKey(name, isDc), familyFirst(name)] as const),
		['rft.date', isoDate(item)],
		...(isDc
			? [['rft.publisher', text('publisher')] as const]
			: ([
					['rft.volume', text('volume')],
					['rft.issue', text('issue')],
					['rft.pages', text('page')],
					['rft.pub', text('publisher')],
					['rft.place', text('publisher-place') ?? text('jurisdiction')],
				] as const)),
		['rft.issn', text('ISSN')?.split(' ')[0]],
		['rft.isbn', text('ISBN')?.split(' ')[0]],
		['rft_id', doi && `info:doi/${doi}`],
		['rft_id', text('URL') ?? (doi && `https://doi.org/${encodeURI(doi)}`)],
	];
	const coins = new URLSearchParams({ ctx_ver: 'Z39.88-2004', rft_val_fmt: `info:ofi/fmt:kev:mtx:${form.format}` });
	for (const [key, value] of pairs) if (value) coins.append(key, value);
	return String(coins);
}

/** Without a key of its own, Zotero would take the last word of an organization for a family name. */
function creatorKey({ literal }: CslName, isDc: boolean): string {
	if (isDc) return 'rft.creator';
	return literal === undefined ? 'rft.au' : 'rft.aucorp';
}
