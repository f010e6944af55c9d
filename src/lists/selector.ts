import { plainText } from '../latex/plain-text.ts';
import { authorsAt, creatorsOf } from '../people/authorship.ts';
import type { Highlights } from '../people/highlight.ts';
import { retractionOf } from '../publications/editorial-notices.ts';
import { fieldItems } from '../publications/field-items.ts';
import type { AccessState } from '../publications/metrics/metric-names.ts';
import { isOpen } from '../publications/metrics/work-metrics.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { statusNamed } from '../publications/status.ts';
import { fold } from '../text/fold.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { matchesAny } from '../text/wildcards.ts';
import { contributorsOf } from './contributors.ts';
import { isInside, type NumberRange } from './number-ranges.ts';
import { fulfil, isPersonCondition, type PersonConditions, personConditionNames } from './person-conditions.ts';
import { publicationYears } from './publication-date.ts';
import { searchText } from './search-text.ts';
import { accessOf, citationsOf } from './shown-metrics.ts';

/**
 * Selects publications: all conditions must hold (and); several values of one condition are alternatives (or). Values
 * match regardless of case; `*` matches any characters.
 */
export interface Selector extends PersonConditions {
	/** CSL type or BibLaTeX entry type; `@article` is the entry type only. */
	readonly type?: readonly string[];
	/** Venue kind, or short or full name of the venue. */
	readonly venue?: readonly string[];
	/** Ranks and quartiles of the venue, literally: `A*` is a rank. A single `*` is any. */
	readonly rank?: readonly string[];
	readonly quartile?: readonly string[];
	/** Inclusive years; null is open. */
	readonly year?: readonly NumberRange[];
	readonly keyword?: readonly string[];
	readonly status?: readonly string[];
	readonly key?: readonly string[];
	/** Paths or names of library files. */
	readonly library?: readonly string[];
	/** Words anywhere in title, names, venue, year, keywords or identifiers. */
	readonly text?: readonly string[];
	/** Patterns by field name; `*` matches any value. */
	readonly field?: Readonly<Record<string, readonly string[]>>;
	/** Inclusive numbers of citations. */
	readonly citations?: readonly NumberRange[];
	/** Whether a free copy is known, or how the work can be read. */
	readonly 'open-access'?: boolean | readonly AccessState[];
	readonly selected?: boolean;
	/** Retracted or withdrawn. */
	readonly retracted?: boolean;
	/** An owner is an author, or an editor of a whole work. */
	readonly mine?: boolean;
	/** An owner is the first or last author. */
	readonly position?: readonly ('first' | 'last')[];
	readonly and?: readonly Selector[];
	readonly or?: readonly Selector[];
	readonly not?: Selector;
}

/** A selector and all nested selectors. */
export function allSelectors(selector: Selector): Selector[] {
	const inner = [...(selector.and ?? []), ...(selector.or ?? []), ...(selector.not ? [selector.not] : [])];
	return [selector, ...inner.flatMap(allSelectors)];
}

/** True if a publication matches a selector. A selector without conditions matches every publication. */
export function matches(selector: Selector, publication: Publication, highlights: Highlights): boolean {
	for (const [name, values] of Object.entries(selector)) {
		if (values === undefined || isPersonCondition(name)) continue;
		const condition = conditions[name as WorkCondition] as Condition<unknown>;
		if (!condition(values, publication, highlights)) return false;
	}
	const onPeople = personConditionsOf(selector);
	return onPeople === null || fulfil(contributorsOf(publication, highlights), onPeople);
}

/** The conditions on people in a selector, without those of nested selectors; null if there are none. */
export const personConditionsOf = cacheByIdentity((selector: Selector): PersonConditions | null => {
	const entries = Object.entries(selector).filter(([name, value]) => isPersonCondition(name) && value !== undefined);
	return entries.length === 0 ? null : Object.fromEntries(entries);
});

type WorkCondition = Exclude<keyof Selector, keyof PersonConditions>;

type Condition<Values> = (values: Values, publication: Publication, highlights: Highlights) => boolean;

const conditions: { readonly [Key in WorkCondition]-?: Condition<NonNullable<Selector[Key]>> } = {
	type: (types, { type, entryType }) => matchesAny(types, [type, entryType, `@${entryType}`]),
	venue: (venues, { venue }) =>
		matchesAny(venues, [venue.kind, venue.short, venue.name && plainText(venue.name)]) ||
		matchesAny(venues, [venue.kind.replaceAll('-', ' ')]),
	rank: (ranks, { venue }) => isGrade(ranks, venue.rank),
	quartile: (quartiles, { venue }) => isGrade(quartiles, venue.quartile),
	year: (ranges, publication) => {
		const years = publicationYears(publication);
		return ranges.some(
			({ from, to }) => years !== null && years.last >= (from ?? -Infinity) && years.first <= (to ?? Infinity),
		);
	},
	keyword: (keywords, publication) => matchesAny(keywords, publication.keywords),
	status: (statuses, { status }) =>
		matchesAny(statuses, [status.kind, status.kind.replaceAll('-', ' ')]) ||
		statuses.some((words) => statusNamed(words) === status.kind),
	key: (keys, { key, entry }) => matchesAny(keys, [key, ...entry.ids]),
	library: (libraries, { entry }) => {
		const { path } = entry.keySpan.source;
		return matchesAny(libraries, [path, path.slice(path.lastIndexOf('/') + 1)]);
	},
	text: (texts, publication) => texts.some((words) => searchText(publication).includes(fold(words))),
	field: (fields, publication) =>
		Object.entries(fields).every(([field, patterns]) => hasField(publication, field, patterns)),
	citations: (ranges, publication) => {
		const citations = citationsOf(publication);
		return citations !== null && isInside(ranges, citations.count);
	},
	'open-access': (expected, publication) => {
		const access = accessOf(publication);
		if (typeof expected === 'boolean') return isOpen(access) === expected;
		return access !== null && expected.includes(access.state);
	},
	selected: (expected, { selected }) => selected === expected,
	retracted: (expected, { notices }) => expected === (retractionOf(notices) !== null),
	mine: (expected, publication, highlights) =>
		expected === creatorsOf(publication).some((name) => isOwner(name, publication, highlights)),
	position: (positions, publication, highlights) =>
		positions.some((position) =>
			authorsAt(position, publication, highlights.marksOf(publication)).some((name) =>
				isOwner(name, publication, highlights),
			),
		),
	and: (selectors, publication, highlights) => selectors.every((inner) => matches(inner, publication, highlights)),
	or: (selectors, publication, highlights) => selectors.some((inner) => matches(inner, publication, highlights)),
	not: (selector, publication, highlights) => !matches(selector, publication, highlights),
};

/** The names of the conditions whose values are texts. */
export const textConditionNames = [
	'type',
	'venue',
	'rank',
	'quartile',
	'keyword',
	'person',
	'role',
	'group',
	'joint',
	'status',
	'key',
	'library',
	'text',
] as const;

/** True for the name of such a condition. */
export function isTextCondition(name: string): boolean {
	return (textConditionNames as readonly string[]).includes(name);
}

/** The names of all conditions. */
export const conditionNames: readonly (keyof Selector)[] = [
	...(Object.keys(conditions) as WorkCondition[]),
	...personConditionNames,
];

/** Whether a rank is one of several, ignoring case. A star is a part of it, as in `A*`, unless it is all. */
function isGrade(grades: readonly string[], grade: string | null): boolean {
	return grade !== null && grades.some((each) => each.trim() === '*' || fold(each) === fold(grade));
}

/** True if the whole value of a field, an item of it, or a part between commas or semicolons matches a pattern. */
function hasField(publication: Publication, field: string, patterns: readonly string[]): boolean {
	const value = fieldText(publication, field);
	if (value === null) return false;
	return (
		matchesAny(patterns, [value]) || matchesAny(patterns, [...value.split(/[,;]/), ...fieldItems(publication, field)])
	);
}

function isOwner(name: Name, publication: Publication, highlights: Highlights): boolean {
	const marks = highlights.marksOf(publication).get(name) ?? [];
	return marks.some(({ kind, person }) => kind === 'owner' || (kind === 'highlight' && person === null));
}
