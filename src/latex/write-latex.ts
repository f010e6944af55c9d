import { valueIn } from '../text/value-in.ts';
import { Cursor } from './cursor.ts';
import { protectiveBraces } from './escaped-braces.ts';
import { survivesDollars } from './math/math-spans.ts';
import { parseLatex } from './parse-latex.ts';
import { type Inline, type RichText, richText, type Wrapping } from './rich-text.ts';
import { latexCharacter, plainRun } from './unicode-latex.ts';

/** A dialect of LaTeX: for .bib files, for documents and so on. */
export interface LatexDialect {
	/** LaTeX for a character that differs from the common table; null if it does not. */
	character(cluster: string): string | null;
	/** The words at an offset if their script needs its own font, with their LaTeX; otherwise null. */
	script?(text: string, offset: number): ScriptRun | null;
	/** LaTeX for a quotation; depth 0 is the outermost. */
	quote(words: string, depth: number): string;
	/** LaTeX for a link; the words are LaTeX already. */
	link(href: string, words: string): string;
	readonly commands: Readonly<Record<Exclude<Wrapping, 'quote' | 'no-case'>, string>>;
	/** LaTeX that separates two characters which a font would join: `-` and `-`. In LuaTeX, `{}` does not prevent that. */
	readonly joint: string;
}

/** Words in one script, and their LaTeX. */
export interface ScriptRun {
	readonly words: string;
	readonly latex: string;
}

/** LaTeX's standard commands; only strike-through needs a package (ulem). */
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
const bibDialect: LatexDialect = {
	character: () => null,
	quote: (words) => `\\enquote{${words}}`,
	link: (href, words) => `\\href{${latexUrl(href)}}{${words}}`,
	commands: latexCommands,
	joint: '{}',
};

/**
 * Writes rich text as a LaTeX value of a .bib file. Math and case protection stay as written, and parsing the result and
 * writing it again changes nothing. Characters that need a font stay unchanged.
 */
export function toLatex(text: RichText): string {
	return withLiteralBraces(writeLatex(text, bibDialect));
}

/** LaTeX in which no literal braces look like escaped protection: `\{ISO\}`. */
function withLiteralBraces(latex: string): string {
	if (!latex.includes('\\}')) return latex;
	const braces = protectiveBraces(latex);
	const replaced: { readonly start: number; readonly end: number; readonly brace: string }[] = [];
	parseLatex(latex, {}, ({ code, start }) => {
		const opening = code === 'text/escaped-brace' ? braces.get(start) : undefined;
		if (!opening?.closing) return;
		replaced.push({ ...opening, brace: '\\lbrace' }, { ...opening.closing, brace: '\\rbrace' });
	});
	replaced.sort((a, b) => b.start - a.start);
	return replaced.reduce(
		(text, { start, end, brace }) => `${text.slice(0, start)}\\ensuremath{${brace}}${text.slice(end)}`,
		latex,
	);
}

/** Writes rich text in a dialect of LaTeX. */
export function writeLatex(text: RichText, dialect: LatexDialect): string {
	return new Writer(dialect, contains(text, '://'), contains(text, '>')).list(text);
}

/** Escapes plain text so that neither LaTeX nor a font's ligatures change it. */
export function latexText(value: string, dialect: LatexDialect = bibDialect): string {
	return writeLatex(richText(value), dialect);
}

/**
 * Writes a URL for `\href`, safe in the argument of another command. Percent-encodes characters that break TeX, and a second
 * `#`, after which hyperref drops the rest.
 */
export function latexUrl(url: string): string {
	return url
		.replace(/(?<=#.*)#/gs, '%23')
		.replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')))
		.replace(/["$<>\\^`{|}~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/[%#&_]/g, '\\$&');
}

function contains(nodes: RichText, substring: string): boolean {
	return nodes.some((node) =>
		node.type === 'text' ? node.value.includes(substring) : node.type !== 'math' && contains(node.children, substring),
	);
}

/** The rest of an HTML entity after its `&`. */
const entityTail = /(?=(?:#|[A-Za-z])[A-Za-z0-9]{1,31};)/y;
/** A character with its combining marks. */
const clusterPattern = /[^\p{M}\p{Z}]\p{M}*|\p{M}+|\p{Z}/uy;

/**
 * Commands for characters in typewriter fonts, which have no ligatures and only straight quotes, and in a text with a bare
 * URL, which a command ends.
 */
const commandNames: Readonly<Record<string, string>> = {
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
	/** True if the text contains a bare URL. */
	private readonly hasUrl: boolean;
	/** True if the text contains a `>`, so that a `<` may look like a tag. */
	private readonly hasTags: boolean;

	constructor(dialect: LatexDialect, hasUrl: boolean, hasTags: boolean) {
		this.dialect = dialect;
		this.hasUrl = hasUrl;
		this.hasTags = hasTags;
	}

	/** Recursive; the parser limits the depth of the tree. */
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
		const character = cursor.match(clusterPattern)?.[0] ?? cursor.token();
		pieces.add(character === '\u00a0' && this.hasUrl ? '\\nobreakspace{}' : this.character(character));
		// Without the braces, these look like an HTML entity or tag.
		if (character === '&' && cursor.match(entityTail)) pieces.add('{}');
		if (character === '<' && this.hasTags && /[A-Za-z/]/.test(cursor.peek())) pieces.add('{}');
	}

	private character(cluster: string): string {
		const byName = this.code > 0 || this.hasUrl ? valueIn(commandNames, cluster) : undefined;
		const written = byName ?? this.dialect.character(cluster) ?? latexCharacter(cluster);
		if (written !== null) return written;
		// No accent command puts these marks on this letter.
		const base = String.fromCodePoint(cluster.codePointAt(0) ?? 0x20);
		return base === cluster ? cluster : this.character(base) + cluster.slice(base.length);
	}
}

/** Joins pieces of LaTeX and separates those that would become a ligature or a command. */
class Pieces {
	private readonly joint: string;
	private readonly pieces: string[] = [];

	constructor(joint: string) {
		this.joint = joint;
	}

	add(piece: string): void {
		if (piece === '') return;
		const separator = this.separator(piece);
		if (separator) this.pieces.push(separator);
		this.pieces.push(piece);
	}

	toString(): string {
		return this.pieces.join('');
	}

	/** The last characters that were added, at least 16 if there are so many. */
	private tail(): string {
		let tail = '';
		for (let index = this.pieces.length - 1; index >= 0 && tail.length < 16; index--) tail = this.pieces[index] + tail;
		return tail;
	}

	private separator(piece: string): string {
		const first = piece[0] ?? '';
		const last = this.pieces.at(-1)?.at(-1) ?? '';
		// Ligatures: -- --- `` '' ,, ?` !` << >>
		if (first === '`') return last === '`' || last === '?' || last === '!' ? this.joint : '';
		if (last === first && (first === '-' || first === "'" || first === ',')) return this.joint;
		if (first === '\\') {
			const angle = /^\\text(?:less|greater)\{\}/.exec(piece)?.[0];
			return angle !== undefined && this.tail().endsWith(angle) ? this.joint : '';
		}
		// Without the braces, these look like a closing tag and 'approximately'.
		if (first === '/' && this.tail().endsWith('\\textless{}')) return '{}';
		return last === '~' && /\d/.test(first) && /(?:^|[\s([])~$/.test(this.tail()) ? '{}' : '';
	}
}

/** Joins two pieces of LaTeX, with `joint` between them if a font would make a ligature. */
export function joinLatex(first: string, second: string, joint: string): string {
	const pieces = new Pieces(joint);
	pieces.add(first);
	pieces.add(second);
	return pieces.toString();
}

/**
 * A group that protects case. If it begins with a command, it is doubled, because BibTeX treats `{\…` as a letter; text
 * without letters needs none.
 */
function protectedGroup(words: string): string {
	if (/^[^{}\\$A-Za-z\u0080-\uffff]*$/.test(words)) return words;
	return words.startsWith('\\') ? `{{${words}}}` : `{${words}}`;
}

/** Math as written, but with `%` and `#` escaped: `%` would be a comment in a .tex file, and `#` an error. */
function math(tex: string, display: boolean): string {
	const safe = tex.replace(/(\\.)|[%#]/gsu, (token, escaped: string | undefined) => escaped ?? `\\${token}`);
	if (display) return safe.includes('\\]') ? `$$${safe}$$` : `\\[${safe}\\]`;
	if (survivesDollars(safe)) return `$${safe}$`;
	return safe.includes('\\)') ? `\\ensuremath{${safe}}` : `\\(${safe}\\)`;
}
