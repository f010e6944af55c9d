import type { ListSpec, NameStyle, NumberSpec } from './list.ts';

/** Names as in 'Müller K-R, Binder A and Lapuschkin S'. */
export const defaultNameStyle: NameStyle = {
	nameAsSortOrder: 'all',
	initializeWith: ' ',
	initializeWithHyphen: true,
	sortSeparator: ' ',
	delimiter: ', ',
	and: 'text',
	delimiterPrecedesLast: 'never',
	etAlMin: null,
	etAlUseFirst: 1,
	etAlUseLast: false,
	etAlKeepMarked: 'name',
};

/** Every section counts from 1. */
export const defaultNumber: NumberSpec = { order: 'up', scope: 'section', prefix: '', start: 1 };

/** What a library gives when nothing is configured: one section per venue kind, newest first. */
export const defaultList: ListSpec = {
	id: 'publications',
	title: null,
	note: null,
	where: null,
	sections: null,
	groupBy: ['venue'],
	sort: [
		{ key: 'year', descending: true },
		{ key: 'status', descending: false },
		{ key: 'date', descending: true },
	],
	number: defaultNumber,
	names: defaultNameStyle,
	style: null,
	limit: null,
	leftOvers: 'show',
	mergeVersions: true,
};
