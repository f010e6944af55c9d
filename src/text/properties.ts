/** What has a property, as a class has it, of the characters that {@link latin} takes. */
const narrowed: Readonly<Record<string, string>> = {
	L: 'A-Za-zªµºÀ-ÖØ-öø-\\u024f\\u1e00-\\u1eff',
	get Lu() {
		return `A-ZÀ-ÖØ-Þ${takingTurns().capital}`;
	},
	get Ll() {
		return `a-zµß-öø-ÿ${takingTurns().small}`;
	},
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

/** From U+0100 on, and from U+1E00, capital and small letters take turns, mostly: told by what is made small. */
function takingTurns(): { readonly capital: string; readonly small: string } {
	if (turns) return turns;
	const neither = /[ǅǈǋǲƻǀ-ǃ]/;
	const letters = [...stretch(0x100, 0x24f), ...stretch(0x1e00, 0x1eff)].filter((letter) => !neither.test(letter));
	const isCapital = (letter: string) => letter !== letter.toLowerCase();
	turns = {
		capital: letters.filter(isCapital).join(''),
		small: letters.filter((letter) => !isCapital(letter)).join(''),
	};
	return turns;
}

let turns: { readonly capital: string; readonly small: string } | undefined;

function stretch(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
}

/**
 * Latin letters and signs up to U+024F and from U+1E00, the marks from U+0300 that Latin letters carry, and the dashes and
 * quotation marks from U+2010. Without U+0345, a mark that is a letter where case does not count: its capital is that of iota.
 */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are a range of their own.
const latin = /^[\0-\u024f\u0300-\u0344\u0346-\u036f\u1e00-\u1eff\u2010-\u2027]*$/;

/**
 * A regular expression with Unicode's properties (`\p{L}`), used like one. V8 takes up to a millisecond to compile
 * such a pattern, which a short list would pay a hundred times; so for the characters that most texts consist of it
 * has a twin that needs no properties, and it is compiled itself for the first text with another one.
 */
export class PropertyPattern {
	private readonly source: string;
	private readonly flags: string;
	private few: RegExp | undefined;
	private all: RegExp | undefined;

	/** @param source with properties of the table above only; the flags need `u` */
	constructor(source: string, flags = 'u') {
		this.source = source;
		this.flags = flags;
	}

	/** What to use on a text, and on no other. */
	for(text: string): RegExp {
		if (latin.test(text)) {
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
