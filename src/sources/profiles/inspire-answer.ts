import { array, boolean, looseObject, nullish, number, type output } from '../../text/schema.ts';
import { line, value } from '../answer-values.ts';

const values = nullish(array(looseObject({ value: line, material: line, schema: line })));
const author = looseObject({ full_name: line, ids: values, inspire_roles: nullish(array(line)) });
const metadata = looseObject({
	control_number: value,
	deleted: nullish(boolean()),
	document_type: nullish(array(line)),
	titles: nullish(array(looseObject({ title: line, subtitle: line }))),
	authors: nullish(array(author)),
	first_author: nullish(author),
	author_count: nullish(number()),
	corporate_author: nullish(array(line)),
	collaborations: values,
	dois: values,
	arxiv_eprints: nullish(array(looseObject({ value: line, categories: nullish(array(line)) }))),
	publication_info: nullish(
		array(
			looseObject({
				journal_title: line,
				journal_volume: value,
				journal_issue: value,
				page_start: value,
				page_end: value,
				artid: value,
				year: value,
				material: line,
				hidden: nullish(boolean()),
			}),
		),
	),
	imprints: nullish(array(looseObject({ date: line, publisher: line, place: line }))),
	thesis_info: nullish(
		looseObject({
			date: line,
			defense_date: line,
			degree_type: line,
			institutions: nullish(array(looseObject({ name: line, record: nullish(looseObject({})) }))),
		}),
	),
	book_series: nullish(array(looseObject({ title: line, volume: value }))),
	editions: nullish(array(line)),
	isbns: values,
	report_numbers: values,
	texkeys: nullish(array(line)),
	number_of_pages: value,
	preprint_date: line,
	earliest_date: line,
	languages: nullish(array(line)),
	urls: values,
});
/** A page of INSPIRE's search (its REST API). */
export const inspireAnswer = looseObject({
	hits: looseObject({
		hits: array(
			looseObject({
				id: value,
				metadata,
			}),
		),
	}),
	links: nullish(looseObject({ next: line })),
});

/** An answer that matches the schema. */
export type InspireAnswer = output<typeof inspireAnswer>;
/** What INSPIRE knows about a work. */
export type Metadata = output<typeof metadata>;
/** An author, editor or supervisor. */
export type Author = output<typeof author>;
/** A place where a work appeared. */
export type PublicationInfo = NonNullable<Metadata['publication_info']>[number];
