import { valueIn } from '../../text/value-in.ts';
import { matchBraces } from '../braces.ts';
import { symbols } from '../commands/symbol-commands.ts';
import { quantityCommands, readQuantity, type UnitPart } from './units.ts';

/**
 * TeX in terms of the commands that every reader of math knows (LaTeX's kernel and amsmath): MathML converters, KaTeX and
 * MathJax do not know siunitx, units.sty, dsfont, bbm, text symbols and BibTeX styles' commands. Other TeX is unchanged.
 */
export function standardMath(tex: string): string {
	return candidate.test(tex) ? rewritten(tex, 0) : tex;
}

/** Depth limit of arguments; deeper ones stay as written. */
const maxDepth = 20;

/** What a command becomes. The arguments are standard math already. */
type Rewriting = (...values: string[]) => string;

const superscript: Rewriting = (value) => `^{\\text{${value}}}`;
const subscript: Rewriting = (value) => `_{\\text{${value}}}`;
const text: Rewriting = (value) => `\\text{${value}}`;
const group: Rewriting = (value) => `{${value}}`;
const struck: Rewriting = (value) => `\\mathbb{${value}}`;
const fraction: Rewriting = (upper, lower) => `{${upper}}/{${lower}}`;

/** Commands with arguments, by name. */
const rewritings: Readonly<Record<string, Rewriting>> = {
	mbox: text,
	hbox: text,
	makebox: text,
	framebox: text,
	textsl: (value) => `\\textit{${value}}`,
	textnormal: text,
	textmd: text,
	textlf: text,
	textgreek: text,
	textsuperscript: superscript,
	up: superscript,
	fup: superscript,
	sptext: superscript,
	textsubscript: subscript,
	nicefrac: fraction,
	sfrac: fraction,
	xfrac: fraction,
	mathds: struck,
	mathbbm: struck,
	mathbbmss: struck,
	mathbbmtt: struck,
	mathbold: (value) => `\\mathbf{${value}}`,
	symbf: (value) => `\\mathbf{${value}}`,
	mathup: (value) => `\\mathrm{${value}}`,
	symup: (value) => `\\mathrm{${value}}`,
	symrm: (value) => `\\mathrm{${value}}`,
	ensuremath: group,
	mathlarger: group,
	mathsmaller: group,
	texorpdfstring: (formula) => `{${formula}}`,
	scalebox: (_, value) => `{${value}}`,
	bracket: (value) => `\\langle ${value}\\rangle `,
	vspace: () => '',
	label: () => '',
	tag: () => '',
	nocite: () => '',
	footnote: () => '',
	thanks: () => '',
};

/** The number of arguments of a rewriting; those with two parameters take two. */
const arity = (name: string): number => (name === 'texorpdfstring' ? 2 : (valueIn(rewritings, name)?.length ?? 0) || 1);

/** Commands without arguments, by name. */
const replacements: Readonly<Record<string, string>> = {
	protect: '',
	xspace: '',
	strut: '',
	relax: '',
	null: '',
	leavevmode: '',
	unboldmath: '',
	boldmath: '',
	em: '',
	sc: '',
	itshape: '',
	bfseries: '',
	rmfamily: '',
	sffamily: '',
	scshape: '',
	upshape: '',
	normalfont: '',
	sb: '_',
	sp: '^',
	sl: '\\it ',
	slash: '/',
	dsone: '\\mathbb{1}',
	bbone: '\\mathbb{1}',
	'-': '',
	'/': '',
	'@': '',
};

const candidate = new RegExp(
	`\\\\(?:(?:${[...Object.keys(rewritings), ...quantityCommands.keys(), ...Object.keys(replacements).filter((name) => /\w/.test(name))].join('|')})(?![A-Za-z])|text[A-Za-z]+|[-/@])`,
);
const command = /\\([A-Za-z]+|.)/gs;

function rewritten(tex: string, depth: number): string {
	const closings = matchBraces(tex);
	let result = '';
	let copied = 0;
	const commands = [...tex.matchAll(command)];
	for (const { 0: written, 1: name = '', index } of commands) {
		if (index < copied) continue;
		const after = index + written.length;
		const replaced = replacement(tex, name, after, closings, depth);
		if (!replaced) continue;
		result += tex.slice(copied, index) + replaced.text;
		copied = replaced.end;
	}
	return result + tex.slice(copied);
}

interface Replaced {
	readonly text: string;
	/** The offset after the arguments. */
	readonly end: number;
}

function replacement(
	tex: string,
	name: string,
	after: number,
	closings: ReadonlyMap<number, number>,
	depth: number,
): Replaced | null {
	const bare = valueIn(replacements, name);
	if (bare !== undefined) {
		const end = /^[A-Za-z]/.test(name) ? skipSpace(tex, after) : after;
		return { text: bare, end: tex.startsWith('{}', end) && bare.length !== 1 ? end + 2 : end };
	}
	const write = valueIn(rewritings, name);
	const quantity = quantityCommands.get(name);
	if (!write && !quantity) return textSymbol(tex, name, after);
	if (depth >= maxDepth) return null;
	const option = optionAt(tex, after);
	const values = argumentsAt(tex, option.end, quantity?.length ?? arity(name), closings);
	if (!values) return null;
	if (quantity) return { text: quantityTex(readQuantity(name, values.list, option.value)), end: values.end };
	if (!write) return null;
	return { text: write(...values.list.map((value) => rewritten(value, depth + 1))), end: values.end };
}

/** `\textregistered`, `\textmu`: a symbol of text, which is in a formula as it is. */
function textSymbol(tex: string, name: string, after: number): Replaced | null {
	const symbol = /^text[A-Za-z]{2,}$/.test(name) ? symbols.get(name) : undefined;
	if (symbol === undefined) return null;
	const end = skipSpace(tex, after);
	const shown = symbol
		.replace(/[{}$%#&_]/g, '\\$&')
		.replace(/^\\$/, '\\backslash')
		.replace('~', '\\sim')
		.replace('^', '\\wedge');
	return {
		text: /^\\[a-z]/.test(shown) ? `{${shown}}` : `\\text{${shown}}`,
		end: tex.startsWith('{}', end) ? end + 2 : end,
	};
}

/** TeX for the marks in a quantity. */
const marks: Readonly<Record<string, string>> = {
	' ': '\\ ',
	'\u202f': '\\,',
	'−': '-',
	'°': '{}^{\\circ}',
	'%': '\\%',
	'–': '\\text{–}',
	'±': '{\\pm}',
	'×': '{\\times}',
};

function quantityTex(parts: readonly UnitPart[]): string {
	const words = parts.map(({ symbol, power }) => {
		const written = symbol.replace(/[ \u202f]|−|°|%|–|±|×/g, (mark) => valueIn(marks, mark) ?? mark);
		return power === '' ? written : `${written}^{${power.replace('−', '-')}}`;
	});
	return `\\mathrm{${words.join('')}}`;
}

function skipSpace(tex: string, offset: number): number {
	while (/\s/.test(tex[offset] ?? '')) offset++;
	return offset;
}

function optionAt(tex: string, after: number): { readonly value: string | null; readonly end: number } {
	const start = skipSpace(tex, after);
	const [option, value] = /^\[([^\][{}]{0,200})\]/.exec(tex.slice(start, start + 210)) ?? [];
	return option === undefined ? { value: null, end: after } : { value: value ?? '', end: start + option.length };
}

/** The next arguments: groups, commands or characters; null if there are not enough. */
function argumentsAt(
	tex: string,
	after: number,
	count: number,
	closings: ReadonlyMap<number, number>,
): { readonly list: string[]; readonly end: number } | null {
	const list: string[] = [];
	let end = after;
	while (list.length < count) {
		const start = skipSpace(tex, end);
		const closing = closings.get(start);
		if (closing !== undefined) {
			list.push(tex.slice(start + 1, closing));
			end = closing + 1;
			continue;
		}
		const single = /^(?:\\(?:[A-Za-z]+|.)|[^\s{}])/su.exec(tex.slice(start, start + 60))?.[0];
		if (single === undefined) return null;
		list.push(single);
		end = start + single.length;
	}
	return { list, end };
}
