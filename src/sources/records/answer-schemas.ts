import { type CslInput, dateVariables } from '../../editing/drafts/csl-drafts.ts';
import {
	array,
	boolean,
	looseObject,
	maximum,
	maxLength,
	minimum,
	nullish,
	number,
	record,
	string,
	union,
	type ZodMiniType,
} from '../../text/schema.ts';
import { amount, line, maxTextLength, prose, value } from '../answer-values.ts';

/** Crossref has lists of titles, of ISBNs and of archives. */
const lines = nullish(union([string().check(maxLength(maxTextLength)), array(line)]));
const values = nullish(union([string().check(maxLength(maxTextLength)), amount, array(value)]));
const year = number().check(minimum(-9999), maximum(9999));
const date = nullish(
	union([
		string().check(maxLength(maxTextLength)),
		year,
		looseObject({
			'date-parts': nullish(array(nullish(array(nullish(union([string().check(maxLength(maxTextLength)), year])))))),
			raw: value,
			literal: value,
			season: value,
			circa: nullish(union([boolean(), string(), number()])),
		}),
	]),
);
const names = nullish(
	array(
		union([
			string().check(maxLength(maxTextLength)),
			looseObject({
				family: line,
				given: line,
				'dropping-particle': line,
				'non-dropping-particle': line,
				suffix: line,
				literal: line,
				name: line,
			}),
		]),
	),
);

/** The variables that `csl-drafts.ts` reads. Other variables may have any value. */
const cslVariables: readonly (readonly [schema: ZodMiniType, variables: readonly string[]])[] = [
	[lines, ['title', 'subtitle', 'container-title', 'collection-title', 'degree']],
	[values, ['ISBN', 'ISSN', 'keyword', 'archive']],
	[names, ['author', 'container-author', 'editor', 'translator']],
	[date, dateVariables],
	[prose, ['abstract']],
	[
		value,
		[
			...[
				'type',
				'subtype',
				'genre',
				'version',
				'language',
				'publisher',
				'publisher-place',
				'publisher-location',
				'jurisdiction',
			],
			...[
				'volume',
				'issue',
				'number',
				'page',
				'article-number',
				'edition',
				'edition-number',
				'chapter-number',
				'collection-number',
			],
			...['number-of-volumes', 'number-of-pages', 'event-title', 'event-place'],
			...['DOI', 'PMID', 'PMCID', 'URL', 'eprint', 'eprintclass', 'archive_location'],
		],
	],
	[
		nullish(union([string().check(maxLength(maxTextLength)), looseObject({ name: value, location: value })])),
		['event'],
	],
	[nullish(union([array(looseObject({ name: line, place: lines })), looseObject({}), string()])), ['institution']],
];

const cslItem: ZodMiniType<CslInput> = looseObject(
	Object.fromEntries(cslVariables.flatMap(([schema, variables]) => variables.map((name) => [name, schema]))),
);

const named = nullish(array(looseObject({ name: line })));
const openLibrary = nullish(
	record(
		string(),
		looseObject({
			title: line,
			subtitle: line,
			authors: named,
			publishers: named,
			publish_places: named,
			publish_date: value,
			number_of_pages: value,
		}),
	),
);

const googleBooks = nullish(
	looseObject({
		items: nullish(
			array(
				looseObject({
					volumeInfo: nullish(
						looseObject({
							title: line,
							subtitle: line,
							authors: nullish(array(string().check(maxLength(maxTextLength)))),
							publisher: line,
							publishedDate: value,
							pageCount: value,
							language: line,
							industryIdentifiers: nullish(array(looseObject({ type: line, identifier: line }))),
						}),
					),
				}),
			),
		),
	}),
);

/** An element without attributes is text; an empty one is `''`. */
const element = nullish(union([prose, looseObject({ '#text': prose })]));

const atom = looseObject({
	feed: union([
		string(),
		looseObject({
			entry: nullish(
				array(
					looseObject({
						id: line,
						title: element,
						published: line,
						summary: element,
						author: nullish(array(union([string(), looseObject({ name: element })]))),
						primary_category: nullish(looseObject({ term: line })),
						doi: element,
						journal_ref: element,
						comment: element,
					}),
				),
			),
		}),
	]),
});

/** The schemas of answers. What an answer does not match never reaches a library. */
export const answerSchemas = { cslItem, openLibrary, googleBooks, atom } as const;
