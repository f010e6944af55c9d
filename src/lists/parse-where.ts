import { isoDate } from '../people/period.ts';
import { type AccessState, accessStates } from '../publications/metrics/metric-names.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import { conjunction, type Term } from './conjunction.ts';
import { type NumberRange, outside } from './number-ranges.ts';
import { conditionNames, isTextCondition, type Selector } from './selector.ts';

/** An error in a where expression. */
export interface WhereError {
	/** One sentence without a full stop: 'Expected X, found Y'. */
	readonly error: string;
	/** UTF-16 offset in the expression. */
	readonly offset: number;
	/** How to fix it, if known. */
	readonly hint: string | null;
}

/**
 * Parses a where expression, from `--where` or from `where:` in `bibfolio.yaml`:
 * `venue=journal,conference year>=2019 (keyword=xai or selected) not type=talk`.
 *
 * Consecutive conditions must all hold (`and` is optional); `or` binds weaker, `not` stronger; parentheses group. Values of
 * a condition are separated by commas, and are quoted if they contain spaces. A year or a number of members or citations is
 * `2019`, `2019..2022`, `2019..`, `..` for any, or compared by `<`, `<=`, `>`, `>=`. A single word is `selected`,
 * `retracted`, `mine`, `first`, `last`, `current`, `members`, `citations`, `open-access`, or a field that must be present.
 * Quoted words match anywhere in the publication. Any field is a condition: `award=*`. A field whose name is (nearly) that of
 * a condition is written `field.venue`.
 */
export function parseWhere(text: string): Selector | WhereError {
	const query = /^\s*@/.exec(text)?.[0];
	if (query !== undefined) {
		const hint = 'Use "type=book year>=2010" instead of a query such as "@book[year >= 2010]"';
		return { error: 'Expected a condition, found "@"', offset: query.length - 1, hint };
	}
	const tokens = tokenize(text);
	if (!Array.isArray(tokens)) return tokens;
	const parser = new Parser(tokens, text.length);
	try {
		return parser.whole();
	} catch (problem) {
		if (problem instanceof ParseError) return { error: problem.message, offset: problem.offset, hint: problem.hint };
		throw problem;
	}
}

interface Token {
	readonly kind: 'word' | 'quoted' | 'operator' | 'mark';
	readonly text: string;
	readonly offset: number;
}

class ParseError extends Error {
	readonly offset: number;
	readonly hint: string | null;
	constructor(message: string, offset: number, hint: string | null = null) {
		super(message);
		this.offset = offset;
		this.hint = hint;
	}
}

const eachToken =
	/\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|>=|<=|==|[=:<>!≥≤≠])|([(),])|((?:[^\s"'()=<>!≥≤≠,:]|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}]))+)|(\S))/guy;

function tokenize(text: string): Token[] | WhereError {
	const tokens: Token[] = [];
	for (const match of text.matchAll(eachToken)) {
		const [whole, quoted, operator, mark, word, other] = match;
		const tokenText = quoted ?? operator ?? mark ?? word ?? other ?? '';
		const offset = match.index + whole.length - tokenText.length;
		if (other) {
			const quote = /["']/.test(other);
			return {
				error: quote ? `Missing closing ${other}` : `Expected a condition, found "${other}"`,
				offset,
				hint: null,
			};
		}
		if (quoted) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), offset });
		else tokens.push({ kind: operator ? 'operator' : mark ? 'mark' : 'word', text: tokenText, offset });
	}
	return tokens;
}

/** Reads tokens from left to right. The nesting depth is limited, so that input cannot overflow the stack. */
class Parser {
	readonly #tokens: readonly Token[];
	readonly #end: number;
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly Token[], end: number) {
		this.#tokens = tokens;
		this.#end = end;
	}

	whole(): Selector {
		if (this.#tokens.length === 0) return {};
		const selector = this.#alternatives();
		const rest = this.#peek();
		if (rest) throw new ParseError(`Expected a condition or the end, found "${rest.text}"`, rest.offset);
		return selector;
	}

	#peek(): Token | undefined {
		return this.#tokens[this.#at];
	}

	#accept(kind: Token['kind'], ...texts: readonly string[]): Token | null {
		const token = this.#peek();
		if (token?.kind !== kind || !texts.includes(token.text.toLowerCase())) return null;
		this.#at++;
		return token;
	}

	#alternatives(): Selector {
		const selectors = [this.#sequence()];
		while (this.#accept('word', 'or')) selectors.push(this.#sequence());
		const [only] = selectors;
		return selectors.length === 1 && only ? only : { or: selectors };
	}

	#sequence(): Selector {
		const terms = [this.#term()];
		for (let next = this.#peek(); next && !isEnd(next); next = this.#peek()) {
			this.#accept('word', 'and');
			terms.push(this.#term());
		}
		return conjunction(terms);
	}

	#term(): Term {
		if (this.#accept('word', 'not')) {
			const { selector } = this.#nested(() => this.#term());
			return { selector: { not: selector }, inParentheses: false };
		}
		if (this.#accept('mark', '(')) {
			const selector = this.#nested(() => this.#alternatives());
			if (!this.#accept('mark', ')')) throw this.#unexpected('")"');
			return { selector, inParentheses: true };
		}
		return { selector: this.#condition(), inParentheses: false };
	}

	#nested<Part>(read: () => Part): Part {
		if (++this.#depth > 100) throw this.#unexpected('fewer parentheses');
		const part = read();
		this.#depth--;
		return part;
	}

	#condition(): Selector {
		const name = this.#peek();
		const words = name?.kind === 'quoted' && this.#tokens[this.#at + 1]?.kind !== 'operator';
		if (words) {
			this.#at++;
			return { text: [name.text] };
		}
		const joiner = name?.kind === 'word' ? valueIn(foreignJoiners, name.text) : undefined;
		if (joiner !== undefined) throw this.#unexpected('a condition', joiner);
		if (name?.text === '!') throw this.#unexpected('a condition', negationHint);
		if (name?.kind !== 'word' || isEnd(name) || name.text.toLowerCase() === 'and')
			throw this.#unexpected('a condition');
		this.#at++;
		if (this.#peek()?.kind !== 'operator') return bare(name);
		const operator = this.#operator();
		const values = [this.#value()];
		while (this.#accept('mark', ',')) values.push(this.#value());
		if (name.text.endsWith('~')) {
			const hint = `Use "*" for any text: ${name.text.slice(0, -1)}=*${values[0]?.text ?? ''}*`;
			throw new ParseError('Expected "=", found "~="', operator.offset - 1, hint);
		}
		if (operator.text !== '!=') return condition(name, operator, values);
		const { members, ...negated } = condition(name, { ...operator, text: '=' }, values);
		return members ? { members: outside(members) } : { not: negated };
	}

	/** One operator, or an error for several: 'year=>2019', 'year!==2019'. */
	#operator(): Token {
		const [first, ...others] = this.#takeOperators();
		if (!first) throw this.#unexpected('an operator');
		const text = [first, ...others].map((token) => token.text).join('');
		if (others.length === 0 && text !== '!') return { ...first, text: valueIn(signs, text) ?? text };
		if (text === '!') throw new ParseError('Expected a condition, found "!"', first.offset, negationHint);
		const right = valueIn(misspeltOperators, text);
		const hint = right === undefined ? `Use one of: ${operators.join(' ')}` : `Did you mean "${right}"?`;
		throw new ParseError(`Unknown operator "${text}"`, first.offset, hint);
	}

	#takeOperators(): Token[] {
		const taken: Token[] = [];
		for (let next = this.#peek(); next?.kind === 'operator'; next = this.#peek()) {
			taken.push(next);
			this.#at++;
		}
		return taken;
	}

	#value(): Token {
		const token = this.#peek();
		if (token?.kind !== 'word' && token?.kind !== 'quoted') throw this.#unexpected('a value');
		this.#at++;
		// A colon without spaces belongs to the value: 'url=https://a.org', 'key=DBLP:conf/x'.
		let { text } = token;
		for (let next = this.#peek(); token.kind === 'word' && next?.text === ':'; next = this.#peek()) {
			const after = this.#tokens[this.#at + 1];
			if (next.offset !== token.offset + text.length || after?.kind !== 'word' || after.offset !== next.offset + 1)
				break;
			text += `:${after.text}`;
			this.#at += 2;
		}
		return { ...token, text };
	}

	#unexpected(expected: string, hint: string | null = null): ParseError {
		const token = this.#peek();
		return new ParseError(
			`Expected ${expected}, found ${token ? `"${token.text}"` : 'the end'}`,
			token?.offset ?? this.#end,
			hint,
		);
	}
}

function isEnd({ kind, text }: Token): boolean {
	return (kind === 'mark' && text === ')') || (kind === 'word' && text.toLowerCase() === 'or');
}

const operators = ['=', '!=', '<', '<=', '>', '>='];

const negationHint = 'Use "!=" before a value, or "not" before a condition';

/** Operators of programming languages between conditions, with a hint. */
const foreignJoiners: Readonly<Record<string, string>> = {
	...Object.fromEntries(['&&', '&', '+', ';'].map((sign) => [sign, 'Separate conditions by spaces or by "and"'])),
	...Object.fromEntries(['||', '|'].map((sign) => [sign, 'Use "or" between conditions'])),
};

/** Mathematical signs for operators. */
const signs: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=' };

/** Operators of other languages, and characters in the wrong order. */
const misspeltOperators: Readonly<Record<string, string>> = {
	'=>': '>=',
	'=<': '<=',
	'>==': '>=',
	'<==': '<=',
	'!==': '!=',
	'=!': '!=',
	'<>': '!=',
	'===': '=',
	'::': '=',
	'>>': '>',
	'<<': '<',
};

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

function bare(name: Token): Selector {
	const word = name.text.toLowerCase();
	if (isFlag(word)) return { [word]: true };
	if (word === 'first' || word === 'last') return { position: [word] };
	if (word === 'current') return { current: true };
	if (word === 'open-access' || word === 'oa') return { 'open-access': true };
	if (word === 'members' || word === 'citations') return { [word]: [{ from: 1, to: null }] };
	return condition(name, { ...name, text: '=' }, [{ ...name, text: '*' }]);
}

function condition(name: Token, operator: Token, values: readonly Token[]): Selector {
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
