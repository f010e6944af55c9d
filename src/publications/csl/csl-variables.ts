import type { Entry } from '../../library/entry.ts';
import { memoize } from '../../text/memoize.ts';
import { fieldOf } from '../entry-fields.ts';
import { type CslVariables, toCsl } from './citation-js.ts';
import { entryTypeOf } from './entry-type-table.ts';

/** The CSL type of an entry, and the field for each CSL variable. */
export interface Variables {
	readonly type: string;
	/** CSL variable → the BibLaTeX field it comes from: `container-title` → `booktitle`. */
	readonly source: ReadonlyMap<string, string>;
}

/**
 * The fields that are passed to citation-js, because their meaning depends on the entry type and on each other. The meaning
 * of `howpublished` and `note` is always the same.
 */
const mappedFields = [
	...[
		'title',
		'shorttitle',
		'maintitle',
		'booktitle',
		'journaltitle',
		'shortjournal',
		'issuetitle',
		'series',
		'shortseries',
	],
	...['volume', 'volumes', 'number', 'issue', 'part', 'chapter', 'edition', 'version', 'eid', 'pages', 'pagetotal'],
	...['publisher', 'organization', 'institution', 'location', 'venue', 'eventtitle', 'entrysubtype', 'type'],
] as const;

/**
 * The CSL type of an entry and the field for each CSL variable, according to citation-js. Names, dates, identifiers, links
 * and the text of fields are read elsewhere. citation-js receives the names of the fields as their values, so its result
 * names the field for each variable. The result depends only on the entry type and the fields present, so each combination
 * is computed once.
 */
export function variablesOf(entry: Entry): Variables {
	const fields = mappedFields.filter((name) => fieldOf(entry, name));
	return variablesOfKind([entryTypeOf(entry).standardType, ...fields].join(' '));
}

const variablesOfKind = memoize((kind): Variables => {
	const [type = '', ...fields] = kind.split(' ');
	const properties = Object.fromEntries(fields.map((name) => [name, name]));
	return corrected(type, fields, toCsl(type, 'key', properties) ?? {});
});

/** The result of citation-js, with wrong variables corrected. */
function corrected(type: string, fields: readonly string[], csl: CslVariables): Variables {
	const source = new Map<string, string>();
	for (const [variable, value] of Object.entries(csl)) {
		if (typeof value === 'string' && fields.includes(value)) source.set(variable, value);
	}
	numberOfSeries(type, source);
	articleNumber(source);
	containerOfAnyType(type, fields, source);
	volumeOfSeries(type, fields, source);
	const { type: cslType } = csl;
	return { type: typeof cslType === 'string' ? cslType : 'document', source };
}

/** `number` of proceedings and other books in a series is the number in the series (BibLaTeX manual §2.2.2), not an issue. */
function numberOfSeries(type: string, source: Map<string, string>): void {
	if (type === 'manual' && source.get('collection-number') === 'number' && !source.has('collection-title')) {
		// Without a series, the number is the manual's own.
		source.delete('collection-number');
		source.set('number', 'number');
	}
	if (type === 'article' || type === 'periodical' || source.get('issue') !== 'number') return;
	source.delete('issue');
	source.set(source.has('collection-title') ? 'collection-number' : 'issue', 'number');
}

/**
 * `volume` of a whole book, report or thesis in a series without a number is the number in the series, as in BibTeX's
 * styles ('volume 72 of Great Books'), unless it is one of several volumes of a work (`maintitle`, `volumes`).
 */
function volumeOfSeries(type: string, fields: readonly string[], source: Map<string, string>): void {
	if (type === 'article' || type === 'periodical' || source.has('container-title')) return;
	// The number of a report or thesis is its own.
	if (source.get('volume') !== 'volume' || source.has('collection-number') || !fields.includes('series')) return;
	if (fields.includes('maintitle') || fields.includes('volumes')) return;
	source.delete('volume');
	source.set('collection-number', 'volume');
	source.set('collection-title', 'series');
}

/** `eid` identifies an article in its volume; CSL's `number` is that of a report or patent. */
function articleNumber(source: Map<string, string>): void {
	if (source.get('number') === 'eid') source.delete('number');
}

const wholeBookTypes: ReadonlySet<string> = new Set(
	'book mvbook booklet collection mvcollection proceedings mvproceedings reference mvreference periodical manual'.split(
		' ',
	),
);

/** Adds containers and numbers that citation-js drops for types without a rule: `journaltitle` of @misc, `number` of @thesis. */
function containerOfAnyType(type: string, fields: readonly string[], source: Map<string, string>): void {
	const has = (name: string) => fields.includes(name);
	// A whole book is not part of a book. Its booktitle, if any, is for children that inherit it.
	const inBook = has('booktitle') && !wholeBookTypes.has(type);
	if (inBook && type !== 'article') source.set('container-title', 'booktitle');
	if (!inBook && source.get('container-title') === 'booktitle') source.delete('container-title');
	const container = ['journaltitle', 'maintitle'].find(has) ?? (inBook ? 'booktitle' : null);
	if (container && !source.has('container-title')) source.set('container-title', container);
	// In a journal with volumes, a report's number is an issue.
	if (has('journaltitle') && has('volume') && source.get('number') === 'number') {
		source.delete('number');
		source.set('issue', 'number');
	}
	if (has('shortjournal')) source.set('container-title-short', 'shortjournal');
	if (has('number') && ![...source.values()].includes('number')) {
		source.set(has('series') ? 'collection-number' : has('journaltitle') ? 'issue' : 'number', 'number');
	}
	if (has('issue') && !source.has('issue')) source.set('issue', 'issue');
}
