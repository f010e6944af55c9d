/**
 * What has a property, as a class has it: of the Latin letters and signs up to U+024F and from U+1E00, the marks from
 * U+0300 that Latin letters carry, and the dashes and quotation marks from U+2010. Capital and small letters take turns from U+0100 on, so of these up to U+00FF.
 */
const narrowed: Readonly<Record<string, string>> = {
	L: 'A-Za-zªµºÀ-ÖØ-öø-\\u024f\\u1e00-\\u1eff',
	Lu: 'A-ZÀ-ÖØ-Þ',
	Ll: 'a-zµß-öø-ÿ',
	Lt: 'ǅǈǋǲ',
	Lo: 'ªºƻǀ-ǃ',
	M: '\\u0300-\\u036f',
	N: '0-9²³¹¼-¾',
	Nd: '0-9',
	Pd: '\\-\\u2010-\\u2015',
	Sm: '+<->|~¬±×÷',
	Z: ' \\u00a0',
	Cc: '\\0-\\x1f\\x7f-\\x9f',
	Cf: '\\u00ad',
	Cs: '',
};

/** Without U+0345, a mark that is a letter where case does not count: its capital is that of iota. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are a range of their own.
const latin = /^[\0-\u024f\u0300-\u0344\u0346-\u036f\u1e00-\u1eff\u2010-\u2027]*$/;
const latin1 = /^[\0-\xff\u2010-\u2027]*$/;

/**
 * A regular expression with Unicode's properties (`\p{L}`), used like one. V8 takes up to a millisecond to compile
 * such a pattern, which a short list would pay a hundred times; so for the characters that most texts consist of it
 * has a twin that needs no properties, and it is compiled itself for the first text with another one.
 */
export class PropertyPattern {
	private readonly source: string;
	private readonly flags: string;
	/** The texts that the twin is for. */
	private narrow: RegExp | undefined;
	private few: RegExp | undefined;
	private all: RegExp | undefined;

	/** @param source with properties of the table above only; the flags need `u` */
	constructor(source: string, flags = 'u') {
		this.source = source;
		this.flags = flags;
	}

	/** What to use on a text, and on no other. */
	for(text: string): RegExp {
		this.narrow ??= this.source.includes('{Lu}') || this.source.includes('{Ll}') ? latin1 : latin;
		if (this.narrow.test(text)) {
			this.few ??= new RegExp(narrowSource(this.source), this.flags);
			return this.few;
		}
		this.all ??= new RegExp(this.source, this.flags);
		return this.all;
	}

	test(text: string): boolean {
		return this.for(text).test(text);
	}

	exec(text: string): RegExpExecArray | null {
		return this.for(text).exec(text);
	}

	[Symbol.match](text: string): RegExpMatchArray | null {
		return text.match(this.for(text));
	}

	[Symbol.replace](text: string, by: string | ((found: string, ...groups: string[]) => string)): string {
		return text.replace(this.for(text), by as string);
	}

	[Symbol.split](text: string): string[] {
		return text.split(this.for(text));
	}
}

/** The pattern with each property written out. */
function narrowSource(source: string): string {
	let isClass = false;
	return source.replace(/\\([pP])\{([^}]+)\}|\\.|[[\]]/gs, (found, sign: string | undefined, name: string) => {
		if (sign === undefined) {
			if (found === '[' || found === ']') isClass = found === '[';
			return found;
		}
		const content = narrowed[name];
		if (content === undefined || (isClass && sign === 'P')) throw new Error(`No twin for ${found}`);
		if (isClass) return content;
		return sign === 'p' ? `[${content}]` : `[^${content}]`;
	});
}
