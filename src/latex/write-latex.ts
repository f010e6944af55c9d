import { Cursor } from './cursor.ts';
import { survivesDollars } from './math/math-spans.ts';
import { type Inline, type RichText, richText, type Wrapping } from './rich-text.ts';
import { latexCharacter, plainRun } from './unicode-latex.ts';

/** The differences between LaTeX for different readers. */
export interface LatexDialect {
	/** A character that differs from the common table; null if it does not. */
	character(cluster: string): string | null;
	/** Words at an offset whose script needs its own font, and their LaTeX; null if there are none. */
	script?(text: string, offset: number): ScriptRun | null;
	/** A quotation; depth 0 is the outermost. */
	quote(words: string, depth: number): string;
	/** A link; the words are LaTeX already. */
	link(href: string, words: string): string;
	readonly commands: Readonly<Record<Exclude<Wrapping, 'quote' | 'no-case'>, string>>;
	/** LaTeX between two characters that a font would join: `-` and `-`. In LuaTeX not even `{}` prevents that. */
	readonly joint: string;
}

/** Words in one script. */
export interface ScriptRun {
	readonly words: string;
	readonly latex: string;
}

/** LaTeX's own commands; only strike-through needs a package (ulem). */
export const latexCommands: LatexDialect['commands'] = {
	emphasis: '\\emph',
	strong: '\\textbf',
	'small-caps': '\\textsc',
	code: '\\texttt',
	superscript: '\\textsuperscript',
	subscript: '\\textsubscript',
	underline: '\\underline',
	strike: '\\sout',
	roman: '\\textup',
};

/** LaTeX for a .bib file, with csquotes' \enquote and hyperref's \href. */
const bibliography: LatexDialect = {
	character: () => null,
	quote: (words) => `\\enquote{${words}}`,
	link: (href, words) => `\\href{${latexUrl(href)}}{${words}}`,
	commands: latexCommands,
	joint: '{}',
};

/**
 * Rich text as a LaTeX value. Mathematics and case protection stay as they were written; parsing the result and writing it
 * again changes nothing. Characters that need a font stay as they are.
 */
export function toLatex(text: RichText): string {
	return writeLatex(text, bibliography);
}

/** Rich text in a dialect of LaTeX. */
export function writeLatex(text: RichText, dialect: LatexDialect): string {
	return new Writer(dialect, contains(text, '://'), contains(text, '>')).list(text);
}

/** Plain text with everything escaped that LaTeX or a font's ligatures would change. */
export function latexText(value: string, dialect: LatexDialect = bibliography): string {
	return writeLatex(richText(value), dialect);
}

/**
 * An address for `\href` and its kin, safe inside another command's argument: percent-encoded where TeX would choke, or
 * hyperref, which drops what follows a second `#`.
 */
export function latexUrl(url: string): string {
	return url
		.replace(/(?<=#.*)#/gs, '%23')
		.replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')))
		.replace(/["$<>\\^`{|}~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/[%#&_]/g, '\\$&');
}

function contains(nodes: RichText, sign: string): boolean {
	return nodes.some((node) =>
		node.type === 'text' ? node.value.includes(sign) : node.type !== 'math' && contains(node.children, sign),
	);
}

/** The rest of an HTML entity after its `&`. */
const entityTail = /(?=(?:#|[A-Za-z])[A-Za-z0-9]{1,31};)/y;
/** A character with its combining marks. */
const cluster = /[^\p{M}\p{Z}]\p{M}*|\p{M}+|\p{Z}/uy;

/**
 * Characters that need a name in typewriter type, where fonts make no ligatures and quotes are straight, and beside a bare
 * address, which a name ends.
 */
const named: Readonly<Record<string, string>> = {
	'‘': '\\textquoteleft{}',
	'’': '\\textquoteright{}',
	'“': '\\textquotedblleft{}',
	'”': '\\textquotedblright{}',
	'–': '\\textendash{}',
	'—': '\\textemdash{}',
};

class Writer {
	private readonly dialect: LatexDialect;
	private quotes = 0;
	private code = 0;
	/** The text contains a bare address. */
	private readonly hasUrl: boolean;
	/** The text contains a `>`, so that a `<` may look like a tag. */
	private readonly hasTags: boolean;

	constructor(dialect: LatexDialect, hasUrl: boolean, hasTags: boolean) {
		this.dialect = dialect;
		this.hasUrl = hasUrl;
		this.hasTags = hasTags;
	}

	/** Recursion is as deep as the tree, which the parser bounds. */
	list(nodes: RichText): string {
		const pieces = new Pieces(this.dialect.joint);
		for (const node of nodes) {
			if (node.type === 'text') this.addText(node.value, pieces);
			else pieces.add(this.node(node));
		}
		return pieces.toString();
	}

	private node(node: Exclude<Inline, { type: 'text' }>): string {
		switch (node.type) {
			case 'math':
				return math(node.tex, node.display);
			case 'link':
				return this.dialect.link(node.href, this.list(node.children));
			case 'quote': {
				const depth = this.quotes++;
				const written = this.dialect.quote(this.list(node.children), depth);
				this.quotes--;
				return written;
			}
			case 'no-case':
				return protectedGroup(this.list(node.children));
			case 'code': {
				this.code++;
				const written = `${this.dialect.commands.code}{${this.list(node.children)}}`;
				this.code--;
				return written;
			}
			default:
				return `${this.dialect.commands[node.type]}{${this.list(node.children)}}`;
		}
	}

	private addText(value: string, pieces: Pieces): void {
		const cursor = new Cursor(value);
		while (!cursor.done) {
			const run = cursor.match(plainRun)?.[0];
			const script = run === undefined ? this.dialect.script?.(value, cursor.offset) : null;
			if (run !== undefined) pieces.add(run);
			else if (script) {
				pieces.add(script.latex);
				cursor.offset += script.words.length;
			} else this.addCluster(cursor, pieces);
		}
	}

	private addCluster(cursor: Cursor, pieces: Pieces): void {
		const character = cursor.match(cluster)?.[0] ?? cursor.token();
		pieces.add(character === '\u00a0' && this.hasUrl ? '\\nobreakspace{}' : this.character(character));
		// A reader of the LaTeX could take these for an HTML entity or tag.
		if (character === '&' && cursor.match(entityTail)) pieces.add('{}');
		if (character === '<' && this.hasTags && /[A-Za-z/]/.test(cursor.peek())) pieces.add('{}');
	}

	private character(found: string): string {
		const byName = this.code > 0 || this.hasUrl ? named[found] : undefined;
		const written = byName ?? this.dialect.character(found) ?? latexCharacter(found);
		if (written !== null) return written;
		// No accent command puts these marks on this letter.
		const base = String.fromCodePoint(found.codePointAt(0) ?? 0x20);
		return base === found ? found : this.character(base) + found.slice(base.length);
	}
}

/** LaTeX in pieces, separated where two would join into something else. */
class Pieces {
	private readonly joint: string;
	private readonly pieces: string[] = [];

	constructor(joint: string) {
		this.joint = joint;
	}

	add(piece: string): void {
		if (piece === '') return;
		const between = this.between(piece);
		if (between) this.pieces.push(between);
		this.pieces.push(piece);
	}

	toString(): string {
		return this.pieces.join('');
	}

	/** The last characters added. */
	private tail(): string {
		let tail = '';
		for (let index = this.pieces.length - 1; index >= 0 && tail.length < 16; index--) tail = this.pieces[index] + tail;
		return tail;
	}

	private between(piece: string): string {
		const first = piece[0] ?? '';
		const last = this.pieces.at(-1)?.at(-1) ?? '';
		// Ligatures: -- --- `` '' ,, ?` !` << >>
		if (first === '`') return last === '`' || last === '?' || last === '!' ? this.joint : '';
		if (last === first && (first === '-' || first === "'" || first === ',')) return this.joint;
		if (first === '\\') {
			const angle = /^\\text(?:less|greater)\{\}/.exec(piece)?.[0];
			return angle !== undefined && this.tail().endsWith(angle) ? this.joint : '';
		}
		// A reader would take these for a tag and for 'approximately'.
		if (first === '/' && this.tail().endsWith('\\textless{}')) return '{}';
		return last === '~' && /\d/.test(first) && /(?:^|[\s([])~$/.test(this.tail()) ? '{}' : '';
	}
}

/** Two pieces of LaTeX, separated where a font would join them. */
export function joined(before: string, after: string, joint: string): string {
	const pieces = new Pieces(joint);
	pieces.add(before);
	pieces.add(after);
	return pieces.toString();
}

/**
 * A group that protects case. One that would begin with a command is doubled, since BibTeX takes `{\…` for a letter;
 * one without letters protects nothing.
 */
function protectedGroup(words: string): string {
	if (/^[^{}\\$A-Za-z\u0080-\uffff]*$/.test(words)) return words;
	return words.startsWith('\\') ? `{{${words}}}` : `{${words}}`;
}

/** Mathematics as it was written. A bare `%` or `#` would end a .tex file's line or stop it. */
function math(tex: string, display: boolean): string {
	const safe = tex.replace(/(\\.)|[%#]/gsu, (sign, escaped: string | undefined) => escaped ?? `\\${sign}`);
	if (display) return safe.includes('\\]') ? `$$${safe}$$` : `\\[${safe}\\]`;
	if (survivesDollars(safe)) return `$${safe}$`;
	return safe.includes('\\)') ? `\\ensuremath{${safe}}` : `\\(${safe}\\)`;
}
