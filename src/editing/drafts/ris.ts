import { firstOf, item, nameOf, type TaggedFormat, type TaggedRecord, valuesOf } from './tagged-records.ts';

/** CSL types by RIS types (specification of 2011, and those that EndNote and Zotero write). */
const types: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'article-journal': 'JOUR EJOUR ABST INPR',
		'article-magazine': 'MGZN',
		'article-newspaper': 'NEWS',
		periodical: 'JFULL SER',
		'paper-conference': 'CPAPER CONF',
		chapter: 'CHAP ECHAP SECT',
		book: 'BOOK EBOOK WHOLE CLSWK EDBOOK',
		'entry-encyclopedia': 'ENCYC',
		'entry-dictionary': 'DICT',
		thesis: 'THES',
		report: 'RPRT GOVDOC GRNT',
		webpage: 'ELEC WEB ICOMM MULTI',
		'post-weblog': 'BLOG',
		software: 'COMP',
		dataset: 'DATA DBASE AGGR',
		patent: 'PAT',
		article: 'PREPRINT',
		manuscript: 'UNPB UNPD MANSCPT',
		motion_picture: 'MPCT VIDEO ADVS',
		song: 'SOUND',
		musical_score: 'MUSIC',
		graphic: 'ART FIGURE CHART EQUA',
		map: 'MAP',
		speech: 'SLIDE',
		standard: 'STAND',
		bill: 'BILL UNBILL',
		legislation: 'STAT LEGAL',
		legal_case: 'CASE',
		hearing: 'HEAR',
		personal_communication: 'PCOMM',
		pamphlet: 'PAMP',
	}).flatMap(([type, names]) => names.split(' ').map((name): [string, string] => [name, type])),
);

const isNumbered = /^(?:report|patent|standard)$/;

/** RIS, in the variants of reference managers and publishers. */
export const ris: TaggedFormat = {
	line: /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/,
	first: 'TY',
	last: 'ER',
	read(record) {
		const risType = firstOf(record, 'TY')?.toUpperCase() ?? '';
		const type = types.get(risType) ?? 'document';
		const isPart = /^(?:article-|chapter|paper-|entry-)/.test(type);
		const first = firstOf(record, 'SP') ?? '';
		const last = firstOf(record, 'EP') ?? '';
		const editors = valuesOf(record, 'ED', ...(isPart || type === 'book' ? ['A2'] : []));
		const authors = valuesOf(record, 'AU', 'A1');
		const isEdited = risType === 'EDBOOK' || (type === 'book' && authors.length === 0);
		const isIssn = (value: string) => /^\d{4}-?\d{3}[\dXx]\b/.test(value);
		const isIsbn = (value: string) => /^(?:[\d-]{9,16}|[\d ]{9,16})[\dXx]\b/.test(value);
		// EndNote and Zotero write the number of a report or patent here.
		const hasOwnNumber = (value: string) => isNumbered.test(type) && !isIssn(value) && !isIsbn(value);
		const serials = valuesOf(record, 'SN');
		const numbers = serials.filter((value) => !hasOwnNumber(value)).flatMap((value) => value.split(/[;,\s]+(?=\d)/));
		return item({
			type,
			title: firstOf(record, 'TI', 'T1', 'CT'),
			'title-short': firstOf(record, 'ST'),
			author: isEdited && editors.length === 0 ? [] : authors.map(nameOf),
			editor: (isEdited && editors.length === 0 ? authors : editors).map(nameOf),
			'collection-editor': valuesOf(record, 'A3').map(nameOf),
			translator: valuesOf(record, 'A4').map(nameOf),
			'container-title': isPart || !/^(?:book|thesis|report)$/.test(type) ? containerOf(record, type) : undefined,
			'container-title-short': firstOf(record, 'J2', 'JA', 'J1'),
			'collection-title':
				firstOf(record, 'T3') ?? (type === 'book' || type === 'report' ? firstOf(record, 'T2', 'BT') : undefined),
			'event-title': type === 'paper-conference' && firstOf(record, 'C3') ? firstOf(record, 'T2') : undefined,
			issued: dateOf(firstOf(record, 'DA'), firstOf(record, 'PY', 'Y1')),
			volume: firstOf(record, 'VL'),
			issue: isPart ? firstOf(record, 'IS', 'CP') : undefined,
			number: isPart ? undefined : (serials.find(hasOwnNumber) ?? firstOf(record, 'IS', 'M1')),
			page: last && !/[-–]/.test(first) ? `${first}-${last}` : first,
			'article-number': firstOf(record, 'C7'),
			publisher: firstOf(record, 'PB'),
			'publisher-place': firstOf(record, 'CY', 'PP'),
			edition: firstOf(record, 'ET'),
			genre: firstOf(record, 'M3'),
			language: firstOf(record, 'LA'),
			DOI:
				firstOf(record, 'DO') ??
				valuesOf(record, 'M3', 'N1', 'L3').find((value) => /^(?:doi:\s*)?10\.\d{4}/i.test(value)),
			ISBN: numbers.filter((value) => !isIssn(value)),
			ISSN: numbers.filter(isIssn),
			URL: valuesOf(record, 'UR', 'L2').find((value) => /^https?:/i.test(value)),
			keyword: valuesOf(record, 'KW').join(', '),
			note: valuesOf(record, 'N1')
				.filter((value) => !/^(?:doi:|10\.\d{4})/i.test(value))
				.join('. '),
			abstract: firstOf(record, 'AB', 'N2'),
		});
	},
};

/** The tag for the container title depends on the type and on the program that wrote the file. */
function containerOf(record: TaggedRecord, type: string): string | undefined {
	if (type.startsWith('article-')) return firstOf(record, 'T2', 'JF', 'JO', 'JA', 'BT', 'J2');
	if (type === 'paper-conference') return firstOf(record, 'C3', 'T2', 'BT', 'JF', 'JO', 'T3');
	return firstOf(record, 'T2', 'BT', 'JF', 'JO');
}

/** '2015/07/10/' is a date, '2015///Summer' a year with text; `DA` may lack the year that `PY` has. */
function dateOf(date: string | undefined, year: string | undefined): object | undefined {
	const [fullDate = '', plainYear = ''] = [date, year].map(
		(value) => value?.replace(/(?<!\/)(?:\/+(?=$|[^\d/])|\/{2,}.*$)/g, '') ?? '',
	);
	const best = /\d{4}/.test(fullDate) ? fullDate : plainYear;
	const parts = best.split(/[/-]/).map(Number);
	if (parts.length > 0 && parts.every((part) => Number.isInteger(part) && part > 0)) return { 'date-parts': [parts] };
	return best === '' ? undefined : { literal: best };
}
