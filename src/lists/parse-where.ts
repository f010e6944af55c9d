import { nearest } from '../text/closest-word.ts';
import { conditionNames, type Selector } from './selector.ts';

/** Why the words of `--where` could not be read. */
export interface WhereError {
	/** One sentence without a final stop: 'Unexpected X, expected Y'. */
	readonly error: string;
	/** Where in the text, in UTF-16 units. */
	readonly offset: number;
	/** What was probably meant. */
	readonly hint: string | null;
}

/**
 * Reads the words of `--where` or of `where:` in `bibfolio.yaml`:
 * `venue=journal,conference year>=2019 (keyword=xai or selected) not type=talk`.
 *
 * Conditions one after the other must all hold; `or` binds weaker than that, `not` stronger; parentheses group; `and`
 * may be written. Values of one condition are separated by commas and stand in quotes where they hold spaces. A year
 * is `2019`, `2019..2022`, `2019..`, `..` for any, or compared by `<`, `<=`, `>`, `>=`. A word alone is `selected`, `mine`, `first`,
 * `last`, or a field that must be there; words in quotes alone stand anywhere in the work. Any field is a condition: `award=*`; one that is called like a condition, or
 * nearly, is written `field.venue`.
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
		if (problem instanceof Unexpected) return { error: problem.message, offset: problem.offset, hint: problem.hint };
		throw problem;
	}
}

interface Token {
	readonly kind: 'word' | 'quoted' | 'operator' | 'mark';
	readonly text: string;
	readonly offset: number;
}

class Unexpected extends Error {
	readonly offset: number;
	readonly hint: string | null;
	constructor(message: string, offset: number, hint: string | null = null) {
		super(message);
		this.offset = offset;
		this.hint = hint;
	}
}

const eachToken =
	/\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|>=|<=|==|[=:<>])|([(),])|((?:[^\s"'()=<>!,:]|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}]))+)|(\S))/guy;

function tokenize(text: string): Token[] | WhereError {
	const tokens: Token[] = [];
	for (const match of text.matchAll(eachToken)) {
		const [whole, quoted, operator, mark, word, other] = match;
		const found = quoted ?? operator ?? mark ?? word ?? other ?? '';
		const offset = match.index + whole.length - found.length;
		if (other) {
			const quote = /["']/.test(other);
			return {
				error: quote ? `Missing closing ${other}` : `Expected a condition, found "${other}"`,
				offset,
				hint: null,
			};
		}
		if (quoted) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), offset });
		else tokens.push({ kind: operator ? 'operator' : mark ? 'mark' : 'word', text: found, offset });
	}
	return tokens;
}

/** Reads tokens from left to right; how deep parentheses may nest is limited, since a person writes them. */
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
		if (rest) throw new Unexpected(`Expected a condition or the end, found "${rest.text}"`, rest.offset);
		return selector;
	}

	#peek(): Token | undefined {
		return this.#tokens[this.#at];
	}

	#takes(kind: Token['kind'], ...texts: readonly string[]): Token | null {
		const token = this.#peek();
		if (token?.kind !== kind || !texts.includes(token.text.toLowerCase())) return null;
		this.#at++;
		return token;
	}

	#alternatives(): Selector {
		const found = [this.#sequence()];
		while (this.#takes('word', 'or')) found.push(this.#sequence());
		const [only] = found;
		return found.length === 1 && only ? only : { or: found };
	}

	#sequence(): Selector {
		const found = [this.#one()];
		for (let next = this.#peek(); next && !isEnd(next); next = this.#peek()) {
			this.#takes('word', 'and');
			found.push(this.#one());
		}
		return allOf(found);
	}

	#one(): Selector {
		if (this.#takes('word', 'not')) return { not: this.#nested(() => this.#one()) };
		if (this.#takes('mark', '(')) {
			const inner = this.#nested(() => this.#alternatives());
			if (!this.#takes('mark', ')')) throw this.#unexpected('")"');
			return inner;
		}
		return this.#condition();
	}

	#nested(read: () => Selector): Selector {
		if (++this.#depth > 100) throw this.#unexpected('fewer parentheses');
		const selector = read();
		this.#depth--;
		return selector;
	}

	#condition(): Selector {
		const name = this.#peek();
		const words = name?.kind === 'quoted' && this.#tokens[this.#at + 1]?.kind !== 'operator';
		if (words) {
			this.#at++;
			return { text: [name.text] };
		}
		if (name?.kind !== 'word' || isEnd(name) || name.text.toLowerCase() === 'and')
			throw this.#unexpected('a condition');
		this.#at++;
		const operator = this.#peek();
		if (operator?.kind !== 'operator') return bare(name);
		this.#at++;
		const values = [this.#value()];
		while (this.#takes('mark', ',')) values.push(this.#value());
		if (name.text.endsWith('~')) {
			const hint = `Use "*" for any text: ${name.text.slice(0, -1)}=*${values[0]?.text ?? ''}*`;
			throw new Unexpected('Expected "=", found "~="', operator.offset - 1, hint);
		}
		if (operator.text === '!=') return { not: condition(name, { ...operator, text: '=' }, values) };
		return condition(name, operator, values);
	}

	#value(): Token {
		const token = this.#peek();
		if (token?.kind !== 'word' && token?.kind !== 'quoted') throw this.#unexpected('a value');
		this.#at++;
		// 'url=https://a.org' and 'key=DBLP:conf/x' hold what else separates a name from its value.
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

	#unexpected(expected: string): Unexpected {
		const token = this.#peek();
		return new Unexpected(
			`Expected ${expected}, found ${token ? `"${token.text}"` : 'the end'}`,
			token?.offset ?? this.#end,
		);
	}
}

function isEnd({ kind, text }: Token): boolean {
	return (kind === 'mark' && text === ')') || (kind === 'word' && text.toLowerCase() === 'or');
}

/** Conditions of different names are one selector; where a name comes twice, both must hold. */
function allOf(selectors: readonly Selector[]): Selector {
	const names = selectors.flatMap((each) => Object.keys(each));
	return new Set(names).size === names.length ? Object.assign({}, ...selectors) : { and: selectors };
}

/** Words for a condition beside its own name. */
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
};

const equalSigns: readonly string[] = ['=', '==', ':'];

const lists: readonly string[] = ['type', 'venue', 'keyword', 'person', 'role', 'status', 'key', 'text'];

function bare(name: Token): Selector {
	const word = name.text.toLowerCase();
	if (word === 'selected' || word === 'mine') return { [word]: true };
	if (word === 'first' || word === 'last') return { position: [word] };
	return condition(name, { ...name, text: '=' }, [{ ...name, text: '*' }]);
}

function condition(name: Token, operator: Token, values: readonly Token[]): Selector {
	const word = name.text.toLowerCase();
	const key = Object.hasOwn(synonyms, word) ? synonyms[word] : word;
	if (key === 'year') return { year: values.map((value) => years(operator.text, value)) };
	if (!equalSigns.includes(operator.text)) {
		const meant = nearest(word, ['year', 'years']) ? 'Did you mean "year"?' : 'Use "<" and ">" only with years';
		throw new Unexpected(`Expected "=" after "${name.text}", found "${operator.text}"`, operator.offset, meant);
	}
	const texts = values.map(({ text }) => text);
	if (key === 'selected' || key === 'mine') return { [key]: yesOrNo(values) };
	if (key === 'position') return { position: values.map(place) };
	if (key && lists.includes(key)) return { [key]: texts };
	const field = /^field\.(.+)$/.exec(word)?.[1];
	const meant = field ? null : nearest(word, [...conditionNames, ...Object.keys(synonyms)]);
	if (meant) {
		throw new Unexpected(
			`Unknown condition "${name.text}"`,
			name.offset,
			`Did you mean "${meant}"? For a field of this name, use "field.${word}"`,
		);
	}
	return { field: { [field ?? word]: texts } };
}

function years(operator: string, { text, offset }: Token): { from: number | null; to: number | null } {
	const parts = /^(-?\d{1,6})?(?:(\.\.|–|(?<=\d)-)(-?\d{1,6})?)?$/.exec(text);
	if (!parts || (parts[1] === undefined && parts[2] === undefined)) {
		throw new Unexpected(`Expected a year or "2019..2022", found "${text}"`, offset);
	}
	const from = parts[1] === undefined ? null : Number(parts[1]);
	const to = parts[2] === undefined ? from : parts[3] === undefined ? null : Number(parts[3]);
	if (equalSigns.includes(operator)) return { from, to };
	if (parts[2] !== undefined || from === null) throw new Unexpected(`Expected one year, found "${text}"`, offset);
	const step = operator.length === 2 ? 0 : 1;
	return operator.startsWith('>') ? { from: from + step, to: null } : { from: null, to: from - step };
}

function yesOrNo([value]: readonly Token[]): boolean {
	const word = value?.text.toLowerCase() ?? '';
	if (['yes', 'true', '1', '*'].includes(word)) return true;
	if (['no', 'false', '0'].includes(word)) return false;
	throw new Unexpected(`Expected "yes" or "no", found "${value?.text ?? ''}"`, value?.offset ?? 0);
}

function place({ text, offset }: Token): 'first' | 'last' {
	const word = text.toLowerCase();
	if (word === 'first' || word === 'last') return word;
	throw new Unexpected(`Expected "first" or "last", found "${text}"`, offset);
}
