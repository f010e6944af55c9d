import { survivesDollars } from './math/math-spans.ts';
import type { Inline, RichText, Wrapping } from './rich-text.ts';
import { isAllPlain, latexCharacter, plainRun } from './unicode-latex.ts';

/** Where LaTeX for different readers differs. */
export interface LatexDialect {
	/** Characters written in another way than the table has them; null: as the table has them. */
	character(cluster: string): string | null;
	/** Words of scripts that want a font of their own: those at a place, and how they are written. Absent: as they are. */
	readonly script?: { at(text: string, offset: number): string | null; write(run: string): string };
	/** A quotation; depth 0 is the outermost. */
	quote(words: string, depth: number): string;
	/** A link; the words are LaTeX already. */
	link(href: string, words: string): string;
	readonly commands: Readonly<Record<Exclude<Wrapping, 'quote' | 'no-case'>, string>>;
	/** What keeps two signs apart that a font would join: `-` and `-`. Not even `{}` does in LuaTeX. */
	readonly joint: string;
}

/** LaTeX's own commands; only striking out wants a package (ulem). */
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

/** LaTeX as a .bib has it, with csquotes' \enquote and hyperref's \href. */
const bibliography: LatexDialect = {
	character: () => null,
	quote: (words) => `\\enquote{${words}}`,
	link: (href, words) => `\\href{${latexUrl(href)}}{${words}}`,
	commands: latexCommands,
	joint: '{}',
};

/**
 * Rich text as a LaTeX value. Mathematics and case protection come back as they were written; reading the result and
 * writing it again changes nothing. Characters that need a font stay as they are.
 */
export function toLatex(text: RichText): string {
	return writeLatex(text, bibliography);
}

/** Rich text in a dialect of LaTeX. */
export function writeLatex(text: RichText, dialect: LatexDialect): string {
	const only = text[0];
	if (text.length === 1 && only?.type === 'text' && isAllPlain(only.value)) return only.value;
	return new Writer(dialect, holds(text, '://'), holds(text, '>')).list(text);
}

/** Plain text with everything escaped that LaTeX or a font's ligatures would take for something else. */
export function latexText(value: string, dialect: LatexDialect = bibliography): string {
	return isAllPlain(value) ? value : new Writer(dialect, value.includes('://'), value.includes('>')).text(value);
}

/**
 * An address for `\href` and its kin, safe inside another command's argument: percent-encoded where TeX would choke, or
 * hyperref, which drops what follows a second `#`.
 */
export function latexUrl(url: string): string {
	if (/^[A-Za-z0-9\-./:=?+,;@!]*$/.test(url)) return url;
	return url
		.replace(/(?<=#.*)#/gs, '%23')
		.replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')))
		.replace(/["$<>\\^`{|}~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/[%#&_]/g, '\\$&');
}

function holds(nodes: RichText, sign: string): boolean {
	return nodes.some((node) =>
		node.type === 'text' ? node.value.includes(sign) : node.type !== 'math' && holds(node.children, sign),
	);
}

/** What its reader would take for an HTML entity after a `&`. */
const entityTail = /(?:#|[A-Za-z])[A-Za-z0-9]{1,31};/y;

const mark = /\p{M}/u;
const clusterHere = /[^\p{M}\p{Z}]\p{M}*|\p{M}+|\p{Z}/uy;
/**
 * In typewriter type fonts make no ligatures, and quotes are straight unless they are named; and beside a bare address,
 * which is read as it stands, a name ends it.
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
	/** A bare address stands somewhere in the text. */
	private readonly hasUrl: boolean;

	/** A `>` stands somewhere, so that a `<` may look like a tag. */
	private readonly hasTags: boolean;

	constructor(dialect: LatexDialect, hasUrl: boolean, hasTags: boolean) {
		this.dialect = dialect;
		this.hasUrl = hasUrl;
		this.hasTags = hasTags;
	}

	/** Recursion is as deep as the tree, which its reader bounds. */
	list(nodes: RichText): string {
		const pieces = new Pieces(this.dialect.joint);
		for (const node of nodes) {
			if (node.type === 'text') this.addText(node.value, pieces);
			else pieces.add(this.node(node));
		}
		return pieces.toString();
	}

	text(value: string): string {
		const pieces = new Pieces(this.dialect.joint);
		this.addText(value, pieces);
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
		for (let offset = 0; offset < value.length; ) {
			plainRun.lastIndex = offset;
			const run = plainRun.exec(value)?.[0];
			if (run !== undefined) {
				// A mark that follows belongs to the last letter of the run.
				const whole = mark.test(value[offset + run.length] ?? '') ? run.slice(0, -1) : run;
				pieces.add(whole);
				offset += whole.length;
				if (whole !== '') continue;
			}
			const words = this.foreign(value, offset);
			if (words !== null) {
				pieces.add(this.dialect.script?.write(words) ?? words);
				offset += words.length;
				continue;
			}
			const found = clusterAt(value, offset);
			offset += found.length;
			if (found === '\u00a0' && this.hasUrl) pieces.add('\\nobreakspace{}');
			else pieces.add(this.character(found));
			entityTail.lastIndex = offset;
			if (found === '&' && entityTail.test(value)) pieces.add('{}');
			if (found === '<' && this.hasTags && /[A-Za-z/]/.test(value[offset] ?? '')) pieces.add('{}');
		}
	}

	/** The words of another script that stand here, or null. */
	private foreign(value: string, offset: number): string | null {
		return this.dialect.script?.at(value, offset) ?? null;
	}

	private character(found: string): string {
		const byName = this.code > 0 || this.hasUrl ? named[found] : undefined;
		const written = byName ?? this.dialect.character(found) ?? latexCharacter(found);
		if (written !== null) return written;
		// No letter carries these marks: the sign on its own, the marks as they are.
		const base = String.fromCodePoint(found.codePointAt(0) ?? 0x20);
		return base === found ? found : this.character(base) + found.slice(base.length);
	}
}

/** A character with its marks. */
function clusterAt(value: string, offset: number): string {
	const first = value[offset] ?? '';
	clusterHere.lastIndex = offset;
	return clusterHere.exec(value)?.[0] ?? first;
}

/** LaTeX made of pieces, kept apart where two would grow together into something else. */
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

	/** The last characters of what was added. */
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
		// What its reader would take for a tag, or for 'approximately'
		if (first === '/' && this.tail().endsWith('\\textless{}')) return '{}';
		return last === '~' && /\d/.test(first) && /(?:^|[\s([])~$/.test(this.tail()) ? '{}' : '';
	}
}

/** Two pieces of LaTeX side by side, kept apart where a font would join them. */
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
