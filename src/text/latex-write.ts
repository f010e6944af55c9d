import { survivesDollars } from './dollars.ts';
import type { Inline, RichText, Wrapping } from './rich-text.ts';
import { allPlain, latexCharacter, plainRun } from './unicode-latex.ts';

/** Where LaTeX for different readers differs. */
export interface LatexDialect {
	/** Characters written in another way than the table has them; null: as the table has them. */
	character(cluster: string): string | null;
	/** A quotation; depth 0 is the outermost. */
	quote(words: string, depth: number): string;
	/** A link; the words are LaTeX already. */
	link(href: string, words: string): string;
	readonly commands: Readonly<Record<Exclude<Wrapping, 'quote' | 'no-case'>, string>>;
	/** What keeps two signs apart that a font would join: `-` and `-`. Not even `{}` does in LuaTeX. */
	readonly joint: string;
}

/** LaTeX as a .bib has it: \enquote and \href, every command of a common package. */
const bibliography: LatexDialect = {
	character: () => null,
	quote: (words) => `\\enquote{${words}}`,
	link: (href, words) => `\\href{${latexUrl(href)}}{${words}}`,
	commands: {
		emphasis: '\\emph',
		strong: '\\textbf',
		'small-caps': '\\textsc',
		code: '\\texttt',
		superscript: '\\textsuperscript',
		subscript: '\\textsubscript',
		underline: '\\underline',
		strike: '\\sout',
		roman: '\\textup',
	},
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
	if (text.length === 1 && only?.type === 'text' && allPlain.test(only.value)) return only.value;
	return new Writer(dialect).list(text);
}

/** Plain text with everything escaped that LaTeX or a font's ligatures would take for something else. */
export function latexText(value: string, dialect: LatexDialect = bibliography): string {
	return allPlain.test(value) ? value : new Writer(dialect).text(value);
}

/** An address for `\href` and its kin, safe inside another command's argument: percent-encoded where TeX would choke. */
export function latexUrl(url: string): string {
	return url
		.replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')))
		.replace(/["$<>\\^`{|}~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/[%#&_]/g, '\\$&');
}

const cluster = /\P{M}\p{M}*|\p{M}+/uy;
/** In typewriter type fonts make no ligatures, and quotes are straight unless they are named. */
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

	constructor(dialect: LatexDialect) {
		this.dialect = dialect;
	}

	/** Recursion is as deep as the tree, which its reader bounds. */
	list(nodes: RichText): string {
		let result = '';
		for (const node of nodes) {
			result = joined(result, this.node(node), this.dialect.joint);
		}
		return result;
	}

	private node(node: Inline): string {
		switch (node.type) {
			case 'text':
				return this.text(node.value);
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

	text(value: string): string {
		let result = '';
		for (let offset = 0; offset < value.length; ) {
			plainRun.lastIndex = offset;
			const run = plainRun.exec(value)?.[0];
			if (run !== undefined) {
				// A mark that follows belongs to the last letter of the run.
				const whole = /\p{M}/u.test(value[offset + run.length] ?? '') ? run.slice(0, -1) : run;
				result += whole;
				offset += whole.length;
				if (whole !== '') continue;
			}
			cluster.lastIndex = offset;
			const found = cluster.exec(value)?.[0] ?? value[offset] ?? '';
			offset += found.length;
			const written = this.guarded(this.character(found), found, result, value, offset);
			result = joined(result, written, this.dialect.joint);
		}
		return result;
	}

	private character(found: string): string {
		const inCode = this.code > 0 ? named[found] : undefined;
		return inCode ?? this.dialect.character(found) ?? latexCharacter(found) ?? found;
	}

	/** Signs that their reader would join with what stands beside them. */
	private guarded(written: string, found: string, before: string, value: string, next: number): string {
		if (found === '\u00a0' && /(?:^|[\s([])$/.test(before)) return '\\nobreakspace{}';
		if (found === '<' && /[A-Za-z/]/.test(value[next] ?? '')) return `${written}{}`;
		if (found === '&' && /[#A-Za-z]/.test(value[next] ?? '')) return `${written}{}`;
		return written;
	}
}

/** Two pieces of LaTeX side by side, kept apart where they would grow together into another sign: `-` and `-`, `?` and `` ` ``. */
export function joined(before: string, after: string, joint: string): string {
	return ligates(before, after) ? before + joint + after : before + after;
}

function ligates(before: string, after: string): boolean {
	const last = before.at(-1);
	const first = after[0];
	if (last === undefined || first === undefined) return false;
	if (first === '`') return last === '`' || last === '?' || last === '!';
	if (first === '\\')
		return /^\\text(?:less|greater)\{\}/.test(after) && before.endsWith(after.slice(0, after.indexOf('}') + 1));
	return last === first && (first === '-' || first === "'" || first === ',');
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
	if (display) return `\\[${safe}\\]`;
	return survivesDollars(safe) ? `$${safe}$` : `\\(${safe}\\)`;
}
