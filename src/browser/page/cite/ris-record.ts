import type { CslDate, CslItem, CslName } from '../data/csl-json.ts';
import { familyFirst, textOf } from '../data/csl-words.ts';

/** The type of a reference (RIS specification of 2011) by CSL type; `GEN` for others. */
const types: ReadonlyMap<string, string> = new Map([
	// RIS has no type for preprints.
	['article', 'UNPB'],
	['article-journal', 'JOUR'],
	['article-magazine', 'MGZN'],
	['article-newspaper', 'NEWS'],
	['bill', 'BILL'],
	['book', 'BOOK'],
	['broadcast', 'VIDEO'],
	['chapter', 'CHAP'],
	['classic', 'CLSWK'],
	['dataset', 'DATA'],
	['entry', 'ENCYC'],
	['entry-dictionary', 'DICT'],
	['entry-encyclopedia', 'ENCYC'],
	['figure', 'FIGURE'],
	['graphic', 'ART'],
	['hearing', 'HEAR'],
	['interview', 'PCOMM'],
	['legal_case', 'CASE'],
	['legislation', 'STAT'],
	['manuscript', 'MANSCPT'],
	['map', 'MAP'],
	['motion_picture', 'MPCT'],
	['musical_score', 'MUSIC'],
	['pamphlet', 'PAMP'],
	['paper-conference', 'CPAPER'],
	['patent', 'PAT'],
	['periodical', 'JFULL'],
	['personal_communication', 'PCOMM'],
	['post', 'ICOMM'],
	['post-weblog', 'BLOG'],
	['regulation', 'STAT'],
	['report', 'RPRT'],
	['review', 'JOUR'],
	['review-book', 'JOUR'],
	['software', 'COMP'],
	['song', 'SOUND'],
	['speech', 'SLIDE'],
	['standard', 'STAND'],
	['thesis', 'THES'],
	['webpage', 'ELEC'],
]);

/** Types whose number is in `SN`, as in EndNote and Zotero. */
const numbered: ReadonlySet<string> = new Set(['report', 'patent', 'standard']);

/** Types that the conference in `event-title` contains. */
const presented: ReadonlySet<string> = new Set(['paper-conference', 'speech', 'performance']);

/** A work as a RIS record, which ends with a line end. Lines end in CR LF, as the specification requires. */
export function risRecord(item: CslItem, abstract: string | null): string {
	const text = (variable: string) => textOf(item, variable);
	const names = (variable: string) => ((item[variable] as readonly CslName[] | undefined) ?? []).map(nameOf);
	const container = text('container-title');
	const event = presented.has(item.type) ? text('event-title') : null;
	const [first, last] = pagesOf(text('page') ?? '');
	const isNumbered = numbered.has(item.type);
	const rows: readonly (readonly [tag: string, ...values: readonly (string | null | undefined)[]])[] = [
		['TY', types.get(item.type) ?? 'GEN'],
		['AU', ...names('author')],
		['ED', ...names('editor')],
		['A3', ...names('collection-editor')],
		['A4', ...names('translator')],
		['TI', text('title')],
		['ST', text('title-short')],
		// EndNote and Zotero expect the name of the conference in T2, and the title of its proceedings in C3.
		['T2', event ?? container ?? text('collection-title')],
		['C3', event && container],
		['T3', event || container ? text('collection-title') : null],
		['J2', text('container-title-short')],
		['PY', yearOf(item.issued)],
		['DA', dayOf(item.issued)],
		['VL', text('volume')],
		['IS', text('issue') ?? (isNumbered || text('page') ? null : text('number'))],
		['SP', first],
		['EP', last],
		['NV', text('number-of-volumes')],
		['SV', text('collection-number')],
		// Zotero reads the version of software here.
		['ET', text('edition') ?? text('version')],
		['PB', text('publisher')],
		['CY', text('publisher-place') ?? text('event-place') ?? text('jurisdiction')],
		['SN', isNumbered ? text('number') : null, ...words(text('ISSN')), ...words(text('ISBN'))],
		['DO', text('DOI')],
		['UR', text('URL')],
		['Y2', dayOf(item['accessed'] as CslDate | undefined)],
		['LA', text('language')],
		['M3', text('genre')],
		['KW', ...(text('keyword')?.split(', ') ?? [])],
		['N1', text('note')],
		['AB', abstract],
	];
	const lines = rows.flatMap(([tag, ...values]) =>
		values.flatMap((value) => {
			const oneLine = value?.replace(/\s+/g, ' ').trim();
			return oneLine ? [`${tag}  - ${oneLine}`] : [];
		}),
	);
	return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** 'van Beethoven, Ludwig, Jr.'. Other commas would separate parts, so they are omitted. */
function nameOf(name: CslName): string {
	const parts = Object.entries(name).map(([part, value]) => [part, value.replaceAll(',', '')]);
	return familyFirst(Object.fromEntries(parts) as CslName);
}

/** The first and the last page; a text that is not a range is the first page. */
function pagesOf(pages: string): readonly string[] {
	const [, first, last] = /^([^-,;]+)-([^-,;]+)$/.exec(pages) ?? [];
	return first && last ? [first, last] : [pages];
}

function yearOf(date: CslDate | undefined): string | null {
	const [[year] = []] = date?.['date-parts'] ?? [];
	return year === undefined ? (date?.literal ?? null) : String(year).padStart(4, '0');
}

/** '2021/05/03/' or '2021/05//'; null for a year alone. */
function dayOf(date: CslDate | undefined): string | null {
	const [parts = []] = date?.['date-parts'] ?? [];
	if (parts.length < 2) return null;
	const [year, month, day = ''] = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'));
	return `${year}/${month}/${day}/`;
}

function words(text: string | null): readonly string[] {
	return text?.split(' ') ?? [];
}
