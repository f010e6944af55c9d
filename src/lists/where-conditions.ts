import { isoDate } from '../people/period.ts';
import { type AccessState, accessStates } from '../publications/metrics/metric-names.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import type { NumberRange } from './number-ranges.ts';
import { conditionNames, isTextCondition, type Selector } from './selector.ts';
import { ParseError, type Token } from './where-tokens.ts';

/** Other names of conditions. */
const synonyms: Readonly<Record<string, keyof Selector>> = {
	keywords: 'keyword',
	tag: 'keyword',
	author: 'person',
	people: 'person',
	years: 'year',
	types: 'type',
	venues: 'venue',
	state: 'status',
	pubstate: 'status',
	id: 'key',
	roles: 'role',
	groups: 'group',
	member: 'members',
	oa: 'open-access',
};

/** Conditions with the value yes or no. */
function isFlag(name: string): boolean {
	return name === 'selected' || name === 'retracted' || name === 'mine';
}

const equalSigns: readonly string[] = ['=', '==', ':'];

/** The condition of a single word: `selected`, `first`, or a field that must be present. */
export function bareCondition(name: Token): Selector {
	const word = name.text.toLowerCase();
	if (isFlag(word)) return { [word]: true };
	if (word === 'first' || word === 'last') return { position: [word] };
	if (word === 'current') return { current: true };
	if (word === 'open-access' || word === 'oa') return { 'open-access': true };
	if (word === 'members' || word === 'citations') return { [word]: [{ from: 1, to: null }] };
	return conditionOf(name, { ...name, text: '=' }, [{ ...name, text: '*' }]);
}

/** The condition of a name, an operator and its values. Throws a `ParseError`. */
export function conditionOf(name: Token, operator: Token, values: readonly Token[]): Selector {
	const word = name.text.toLowerCase();
	const key = valueIn(synonyms, word) ?? word;
	if (key === 'year' || key === 'members' || key === 'citations')
		return { [key]: values.map((value, index) => numberRange(key, operator.text, value, index > 0)) };
	if (!equalSigns.includes(operator.text)) {
		const near = closestWord(word, ['year', 'years', 'members', 'citations']);
		const hint = near ? `Did you mean "${near}"?` : 'Use "<" and ">" only with "year", "members" and "citations"';
		throw new ParseError(`Expected "=" after "${name.text}", found "${operator.text}"`, operator.offset, hint);
	}
	const texts = values.map(({ text }) => text);
	if (isFlag(key)) return { [key]: yesOrNo(values) };
	if (key === 'position') return { position: values.map(place) };
	if (key === 'current') return { current: yesNoOrDate(values) };
	if (key === 'open-access') return { 'open-access': yesNoOrStates(values) };
	if (key === 'joint') return { joint: severalGroups(values) };
	if (isTextCondition(key)) return { [key]: texts };
	const field = /^field\.(.+)$/.exec(word)?.[1];
	const near = field
		? null
		: closestWord(word, [...conditionNames, ...Object.keys(synonyms)].filter(isNotSpelledAs(word)));
	if (near) {
		throw new ParseError(
			`Unknown condition "${name.text}"`,
			name.offset,
			`Did you mean "${near}"? For a field of this name, use "field.${word}"`,
		);
	}
	return { field: { [field ?? word]: texts } };
}

/** A field may have the name of a condition without its hyphen: `openaccess` has a link. */
function isNotSpelledAs(field: string): (name: string) => boolean {
	return (name) => name.replaceAll('-', '') !== field;
}

/** What an expected number is called in messages, with an example of a range. */
const numbers = {
	year: { noun: 'year', range: '2019..2022' },
	members: { noun: 'number', range: '2..4' },
	citations: { noun: 'number', range: '10..99' },
};

function numberRange(
	key: keyof typeof numbers,
	operator: string,
	{ text, offset }: Token,
	isAfterComma: boolean,
): NumberRange {
	const { noun, range } = numbers[key];
	const parts = /^(-?\d{1,6})?(?:(\.\.|–|(?<=\d)-)(-?\d{1,6})?)?$/.exec(text);
	if (!parts || (parts[1] === undefined && parts[2] === undefined)) {
		const hint = isAfterComma ? 'Commas separate values; separate conditions by spaces' : null;
		throw new ParseError(`Expected a ${noun} or "${range}", found "${text}"`, offset, hint);
	}
	const from = parts[1] === undefined ? null : Number(parts[1]);
	const to = parts[2] === undefined ? from : parts[3] === undefined ? null : Number(parts[3]);
	if (equalSigns.includes(operator)) return { from, to };
	if (parts[2] !== undefined || from === null) throw new ParseError(`Expected one ${noun}, found "${text}"`, offset);
	const step = operator.length === 2 ? 0 : 1;
	return operator.startsWith('>') ? { from: from + step, to: null } : { from: null, to: from - step };
}

function yesOrNo([value]: readonly Token[]): boolean {
	const word = value?.text.toLowerCase() ?? '';
	if (['yes', 'true', '1', '*'].includes(word)) return true;
	if (['no', 'false', '0'].includes(word)) return false;
	throw new ParseError(`Expected "yes" or "no", found "${value?.text ?? ''}"`, value?.offset ?? 0);
}

function yesNoOrStates(values: readonly Token[]): boolean | readonly AccessState[] {
	const [first] = values;
	if (values.length === 1 && first && /^(?:yes|true|1|no|false|0|\*)$/i.test(first.text)) return yesOrNo(values);
	return values.map(({ text, offset }) => {
		const state = accessStates.find((each) => each === text.toLowerCase());
		if (state) return state;
		const near = closestWord(text, accessStates);
		const hint = near === null ? `Use "yes", "no" or: ${accessStates.join(', ')}` : `Did you mean "${near}"?`;
		throw new ParseError(`Unknown kind of open access "${text}"`, offset, hint);
	});
}

function yesNoOrDate(values: readonly Token[]): boolean | string {
	const [value, second] = values;
	if (second) throw new ParseError(`Expected one date, found "${second.text}" too`, second.offset);
	if (value && isoDate.test(value.text)) return value.text;
	if (!value || /^(?:yes|true|no|false|\*)$/i.test(value.text)) return yesOrNo(values);
	const expected = 'a date such as 2024, 2024-06 or 2024-06-30, or "yes" or "no"';
	throw new ParseError(`Expected ${expected}, found "${value.text}"`, value.offset);
}

function severalGroups(values: readonly Token[]): readonly string[] {
	const [first, ...others] = values.map(({ text }) => text);
	if (others.length > 0) return [first ?? '', ...others];
	const hint = `Use "group=${first}", or name the other groups: joint=${first},…`;
	throw new ParseError(`Expected at least two groups, found "${first}"`, values[0]?.offset ?? 0, hint);
}

function place({ text, offset }: Token): 'first' | 'last' {
	const word = text.toLowerCase();
	if (word === 'first' || word === 'last') return word;
	throw new ParseError(`Expected "first" or "last", found "${text}"`, offset);
}
