import { array, looseObject, nullish, type output } from '../../text/schema.ts';
import { line, prose, value } from '../answer-values.ts';

const text = nullish(looseObject({ value: line }));
const datePart = nullish(looseObject({ value }));

const externalIds = nullish(
	looseObject({
		'external-id': nullish(
			array(
				looseObject({
					'external-id-type': line,
					'external-id-value': line,
					'external-id-normalized': text,
					'external-id-url': text,
					'external-id-relationship': line,
				}),
			),
		),
	}),
);

const summary = looseObject({
	'put-code': value,
	'display-index': value,
	path: line,
	source: nullish(looseObject({ 'source-client-id': nullish(looseObject({})) })),
	type: line,
	title: nullish(looseObject({ title: text, subtitle: text })),
	'journal-title': text,
	'publication-date': nullish(looseObject({ year: datePart, month: datePart, day: datePart })),
	'external-ids': externalIds,
	url: text,
});

const contributors = nullish(
	looseObject({
		contributor: nullish(
			array(
				looseObject({
					'contributor-orcid': nullish(looseObject({ path: line, uri: line })),
					'credit-name': text,
					'contributor-attributes': nullish(looseObject({ 'contributor-role': line })),
				}),
			),
		),
	}),
);

const work = looseObject({
	...summary.shape,
	'language-code': line,
	citation: nullish(looseObject({ 'citation-value': prose })),
	contributors,
});

/** The works of a person, in groups of records of one work. */
export const orcidWorkList = looseObject({
	path: line,
	group: array(looseObject({ 'work-summary': nullish(array(summary)) })),
});

/** The answer for several put-codes, in which a work may be an error instead. */
export const orcidSeveralWorks = looseObject({ bulk: array(looseObject({ work: nullish(work) })) });

/** A record of a work, with details or without. */
export type OrcidWork = output<typeof work>;
/** An identifier of a work, of a part of it, or of what it is a part of. */
export type ExternalId = NonNullable<NonNullable<NonNullable<OrcidWork['external-ids']>['external-id']>[number]>;
