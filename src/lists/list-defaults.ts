import type { ListSpec, NameStyle, NumberSpec } from './list.ts';

/** Writes 'Müller K-R, Binder A and Lapuschkin S'. */
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

/** Counts from 1 in each section. */
export const defaultNumber: NumberSpec = { order: 'up', scope: 'section', prefix: '', start: 1 };

/** The list without configuration: one section per venue kind, newest first. */
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
	owner: null,
	repeat: false,
	membership: 'ever',
	part: null,
};
