import { matchAt } from '../../text/match-at.ts';
import type { Cursor } from '../cursor.ts';
import { decodeUrl } from '../latex-url.ts';
import { quantityCommands, readQuantity } from '../math/units.ts';
import { referenceTarget } from '../reference-links.ts';
import { cleanText, type LetterCase, type TreeBuilder } from '../tree-builder.ts';
import { ensuredCharacters } from '../unicode-latex.ts';
import { bibstrings } from './bibstrings.ts';
import { commands, type SpecialCommand } from './latex-commands.ts';

/** The parts of the reader that a special command may use. */
export interface CommandReader {
	readonly cursor: Cursor;
	readonly tree: TreeBuilder;
	/** Reads the next group as text, inside a link unless `href` is null. */
	enterGroup(href: string | null): void;
	/** Reads an argument and changes its case. */
	takeCased(to: LetterCase): void;
	/** Adds math. */
	addMath(tex: string, display: boolean): void;
	/** Adds the math before a closing command; false if there is none. */
	readMathUntil(closer: string, display: boolean): boolean;
}

type Handler = (reader: CommandReader) => void;

const dimension =
	/\s*=?\s*[-+]?\d*\.?\d+\s*(?:true\s*)?(?:(?:pt|em|ex|mm|cm|in|mu|sp|bp|pc|dd|cc)(?![a-z]))?(?:\s*(?:plus|minus)\s*[-+]?\d*\.?\d+\s*(?:pt|em|ex|mm|cm|in|mu|fil+))*/y;
const characterCode = /\s*(?:"([0-9A-F]{1,6})|'([0-7]{1,7})|`\\?(.)|(\d{1,7}))\s?/suy;

/** Environments with math. */
const mathEnvironments: ReadonlySet<string> = new Set([
	'math',
	'displaymath',
	'equation',
	'equation*',
	'align',
	'align*',
]);
/** The number of arguments after `\begin{…}`, for environments with arguments. */
const environmentArguments: ReadonlyMap<string, number> = new Map([
	['CJK', 2],
	['CJK*', 2],
	['otherlanguage', 1],
	['otherlanguage*', 1],
	['foreignquote', 1],
	['minipage', 1],
	['tabular', 1],
	['array', 1],
	['multicols', 1],
]);

/** The codes of accents in TeX's fonts (OT1), for `\accent"7F u`. */
const accentCodes: Readonly<Record<number, string>> = {
	18: '\u0300',
	19: '\u0301',
	20: '\u030c',
	21: '\u0306',
	22: '\u0304',
	23: '\u030a',
	24: '\u0327',
	94: '\u0302',
	95: '\u0307',
	125: '\u030b',
	126: '\u0303',
	127: '\u0308',
};

const url: Handler = ({ cursor, tree }) => {
	const address = verbatim(cursor);
	if (address !== '') addLink(tree, address, address);
};

/** The handlers of special commands, which start after the command's name. */
export const specialCommands: Readonly<Record<SpecialCommand, Handler>> = {
	url,

	href: (reader) => {
		const { cursor } = reader;
		cursor.dropOption();
		cursor.skipSpace();
		const raw = cursor.group();
		if (raw === null) return;
		const href = cleanText(decodeUrl(raw));
		cursor.skipSpace();
		if (cursor.peek() === '{') reader.enterGroup(href);
		else addLink(reader.tree, href, href);
	},

	reference: (reader) => {
		const encodedKey = reader.cursor.group() ?? '';
		if (reader.cursor.peek() === '{') reader.enterGroup(referenceTarget(encodedKey));
	},

	path: ({ cursor, tree }) => addCode(tree, verbatim(cursor)),

	doi: ({ cursor, tree }) => {
		const doi = verbatim(cursor).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
		if (doi !== '') addLink(tree, `https://doi.org/${doi}`, `doi:${doi}`);
	},

	verb: ({ cursor, tree }) => addCode(tree, cursor.group() ?? cursor.delimited() ?? ''),

	begin: (reader) => {
		const { cursor, tree } = reader;
		cursor.skipSpace();
		const name = cursor.group()?.trim() ?? '';
		if (mathEnvironments.has(name) && reader.readMathUntil(`\\end{${name}}`, name !== 'math')) return;
		cursor.dropOption();
		for (let count = environmentArguments.get(name) ?? 0; count > 0; count--) cursor.group();
		tree.text(' ');
	},

	end: ({ cursor, tree }) => {
		cursor.skipSpace();
		cursor.group();
		tree.text(' ');
	},

	math: (reader) => {
		const { cursor, tree } = reader;
		cursor.skipSpace();
		// Some values contain `\ensuremath{$x$}`.
		const tex = cursor.group()?.replace(/^\s*\$([^$]*)\$\s*$/, '$1');
		if (tex === undefined) return;
		const symbol = /^\s*\\([A-Za-z]+)\s*$/.exec(tex)?.[1];
		const meaning = symbol === undefined ? undefined : commands.get(symbol);
		const character = ensuredCharacters.get(tex.trim());
		// A single symbol is a character and not a formula.
		if (character !== undefined) tree.text(character);
		else if (meaning?.does === 'symbol') tree.text(meaning.text);
		else if (/^[<>|=+]$/.test(tex)) tree.text(tex);
		else reader.addMath(tex, false);
	},

	bibstring: ({ cursor, tree }) => {
		cursor.dropOption();
		cursor.skipSpace();
		const key = cursor.group()?.trim();
		if (key !== undefined) tree.text(bibstrings.get(key.toLowerCase()) ?? key);
	},

	char: ({ cursor, tree }) => {
		const match = cursor.match(characterCode);
		if (match) tree.text(characterOf(match));
		cursor.skip('{}');
	},

	symbol: ({ cursor, tree }) => {
		cursor.skipSpace();
		const code = cursor.group()?.trim().replace(/^x/i, '"').toUpperCase() ?? '';
		const match = matchAt(characterCode, code, 0);
		if (match) tree.text(characterOf(match));
	},

	dimension: ({ cursor }) => {
		cursor.match(dimension);
		cursor.skipSpace();
	},

	space: ({ cursor, tree }) => {
		cursor.skipSpace();
		// `\hspace{0pt}` and negative spaces do not separate words.
		if (!/^\s*(?:-|0*\.?0*(?:pt|em|ex|mm|cm|in)?\s*$)/.test(cursor.group() ?? '0')) tree.text(' ');
	},

	string: ({ cursor }) => {
		if (cursor.peek() === '\\') cursor.token();
	},

	quantity: ({ cursor, tree }) => {
		const name = /\\([A-Za-z]+)\*?$/.exec(cursor.text.slice(0, cursor.offset).slice(-20))?.[1] ?? '';
		const start = cursor.offset;
		cursor.dropOption();
		const option = cursor.text.slice(start, cursor.offset).trim().slice(1, -1) || null;
		const values: string[] = [];
		for (const _ of quantityCommands.get(name) ?? []) {
			cursor.skipSpace();
			const value = cursor.group();
			if (value === null) break;
			values.push(value);
		}
		for (const { symbol, power } of readQuantity(name, values, option)) {
			tree.text(symbol);
			if (power === '' || !tree.open('superscript')) continue;
			tree.text(power);
			tree.close();
		}
	},

	'accent-primitive': ({ cursor, tree }) => {
		const match = cursor.match(characterCode);
		cursor.skipSpace();
		const mark = match ? accentCodes[codeOf(match)] : undefined;
		if (mark !== undefined) tree.accent(mark);
	},

	autocap: (reader) => {
		reader.cursor.skipSpace();
		if (reader.tree.empty) reader.takeCased('capital');
		else if (reader.cursor.peek() === '{') reader.enterGroup(null);
	},
};

/** Reads a verbatim argument, a group or the text between two equal delimiters, and decodes its LaTeX escapes. */
function verbatim(cursor: Cursor): string {
	cursor.dropOption();
	cursor.skipSpace();
	return cleanText(decodeUrl(cursor.group() ?? cursor.delimited() ?? ''));
}

function addLink(tree: TreeBuilder, href: string, label: string): void {
	const wraps = tree.open('link', href);
	tree.text(label);
	if (wraps) tree.close();
}

function addCode(tree: TreeBuilder, value: string): void {
	const wraps = tree.open('code');
	tree.text(value);
	if (wraps) tree.close();
}

function codeOf([, hex, octal, character, decimal]: RegExpExecArray): number {
	if (character !== undefined) return character.codePointAt(0) ?? 0;
	return Number.parseInt(hex ?? octal ?? decimal ?? '', hex ? 16 : octal ? 8 : 10);
}

function characterOf(match: RegExpExecArray): string {
	const code = codeOf(match);
	return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
