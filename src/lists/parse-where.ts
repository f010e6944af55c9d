import { valueIn } from '../text/value-in.ts';
import { conjunction, type Term } from './conjunction.ts';
import { outside } from './number-ranges.ts';
import type { Selector } from './selector.ts';
import { bareCondition, conditionOf } from './where-conditions.ts';
import { ParseError, type Token, tokenize } from './where-tokens.ts';

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
	try {
		return new Parser(tokenize(text), text.length).whole();
	} catch (problem) {
		if (problem instanceof ParseError) return { error: problem.message, offset: problem.offset, hint: problem.hint };
		throw problem;
	}
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
		if (this.#peek()?.kind !== 'operator') return bareCondition(name);
		const operator = this.#operator();
		const values = [this.#value()];
		while (this.#accept('mark', ',')) values.push(this.#value());
		if (name.text.endsWith('~')) {
			const hint = `Use "*" for any text: ${name.text.slice(0, -1)}=*${values[0]?.text ?? ''}*`;
			throw new ParseError('Expected "=", found "~="', operator.offset - 1, hint);
		}
		if (operator.text !== '!=') return conditionOf(name, operator, values);
		const { members, ...negated } = conditionOf(name, { ...operator, text: '=' }, values);
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
