/** A word, an operator or a punctuation mark of a where expression. */
export interface Token {
	readonly kind: 'word' | 'quoted' | 'operator' | 'mark';
	readonly text: string;
	/** UTF-16 offset in the expression. */
	readonly offset: number;
}

/** The error that ends the parsing of a where expression (see `WhereError`). */
export class ParseError extends Error {
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

/** Splits a where expression into tokens. Throws a `ParseError`. */
export function tokenize(text: string): readonly Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(eachToken)) {
		const [whole, quoted, operator, mark, word, other] = match;
		const tokenText = quoted ?? operator ?? mark ?? word ?? other ?? '';
		const offset = match.index + whole.length - tokenText.length;
		if (other) {
			const quote = /["']/.test(other);
			throw new ParseError(quote ? `Missing closing ${other}` : `Expected a condition, found "${other}"`, offset);
		}
		if (quoted) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), offset });
		else tokens.push({ kind: operator ? 'operator' : mark ? 'mark' : 'word', text: tokenText, offset });
	}
	return tokens;
}
