import { type Diagnostic, diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { closestWord } from '../text/closest-word.ts';
import { lastAtMost } from '../text/last-at-most.ts';
import { memoize } from '../text/memoize.ts';
import type { Definition, Macro, Piece } from './entry.ts';
import { compress } from './syntax/tokens.ts';

/** The values of macros at each place in the library. */
export interface Macros {
	/** The last definition of each name. */
	readonly all: ReadonlyMap<string, Macro>;
	/**
	 * The value of a macro for a block at `order`: its last definition before the block, as in BibTeX; else the first one
	 * after it or in a later file; else a built-in one. Null for an undefined macro.
	 */
	value(name: string, order: number): string | null;
	/** The value of pieces at `order`. Calls `undefinedMacro` for an undefined macro, whose value is its name. */
	join(pieces: readonly Piece[], order: number, undefinedMacro: (piece: Piece) => void): string;
	/** A diagnostic for an undefined macro, with the closest defined one. */
	undefinedMacro(piece: Piece, span: Span): Diagnostic;
}

/**
 * The macros every BibTeX style defines (btxdoc § 3.2): the months, and the journals of the standard styles. A @string of
 * the library takes precedence.
 */
const builtIn: ReadonlyMap<string, string> = new Map([
	['jan', 'January'],
	['feb', 'February'],
	['mar', 'March'],
	['apr', 'April'],
	['may', 'May'],
	['jun', 'June'],
	['jul', 'July'],
	['aug', 'August'],
	['sep', 'September'],
	['oct', 'October'],
	['nov', 'November'],
	['dec', 'December'],
	['acmcs', 'ACM Computing Surveys'],
	['acta', 'Acta Informatica'],
	['cacm', 'Communications of the ACM'],
	['ibmjrd', 'IBM Journal of Research and Development'],
	['ibmsj', 'IBM Systems Journal'],
	['ieeese', 'IEEE Transactions on Software Engineering'],
	['ieeetc', 'IEEE Transactions on Computers'],
	['ieeetcad', 'IEEE Transactions on Computer-Aided Design of Integrated Circuits'],
	['ipl', 'Information Processing Letters'],
	['jacm', 'Journal of the ACM'],
	['jcss', 'Journal of Computer and System Sciences'],
	['scp', 'Science of Computer Programming'],
	['sicomp', 'SIAM Journal on Computing'],
	['tocs', 'ACM Transactions on Computer Systems'],
	['tods', 'ACM Transactions on Database Systems'],
	['tog', 'ACM Transactions on Graphics'],
	['toms', 'ACM Transactions on Mathematical Software'],
	['toois', 'ACM Transactions on Office Information Systems'],
	['toplas', 'ACM Transactions on Programming Languages and Systems'],
	['tcs', 'Theoretical Computer Science'],
]);

/** UTF-16 units of a field's value. Keeps many long macros in one field from filling the memory. */
const LONGEST_VALUE = 100_000;
/** UTF-16 units of a macro with several pieces, which may double another macro. BibTeX's longest global string. */
const LONGEST_MACRO = 20_000;
/** The longest chain of macros that each use a macro defined later. */
const DEEPEST = 100;

/** Limits on the search for the closest name: a file full of undefined macros has one cause, not a thousand. */
const MOST_SUGGESTIONS = 200;
const MOST_CANDIDATES = 2000;

/** Resolves all macros. Reports undefined macros in @string, and macros that are redefined with another value. */
export function readMacros(definitions: readonly Definition[], report: Report): Macros {
	const byName = definitionsByName(definitions);
	const values = new Map<Definition, string>();
	const open = new Set<Definition>();

	const definitionAt = (name: string, order: number): Definition | undefined => {
		const candidates = byName.get(name);
		if (!candidates || candidates.length === 1) return candidates?.[0];
		return candidates[lastAtMost(candidates, (definition) => definition.order, order - 1)] ?? candidates[0];
	};
	const value = (name: string, order: number): string | null => {
		const definition = definitionAt(name, order);
		return (definition && !open.has(definition) ? resolvedValue(definition) : null) ?? builtIn.get(name) ?? null;
	};
	// Whitespace at the edges of a macro stays; only whole values lose it.
	const joinRaw: Macros['join'] = (pieces, order, undefinedMacro) => {
		let joined = '';
		for (const piece of pieces) {
			const text = piece.kind === 'text' ? piece.text : value(piece.text.toLowerCase(), order);
			if (text === null) undefinedMacro(piece);
			joined += text ?? piece.text;
			if (joined.length > LONGEST_VALUE && pieces.length > 1) break;
		}
		return joined;
	};
	const join: Macros['join'] = (...pieces) => compress(joinRaw(...pieces));
	const resolvedValue = (definition: Definition): string | null => {
		const cached = values.get(definition);
		if (cached !== undefined) return cached;
		if (open.size >= DEEPEST) return null;
		open.add(definition);
		const { pieces, order, span } = definition;
		const joined = joinRaw(pieces, order, (piece) =>
			report(undefinedMacro(piece, { ...span, start: piece.start, end: piece.end })),
		);
		open.delete(definition);
		const isTooLong = pieces.length > 1 && joined.length > LONGEST_MACRO;
		if (isTooLong) report(tooLong(definition));
		const resolved = isTooLong ? '' : joined;
		values.set(definition, resolved);
		return resolved;
	};
	const undefinedMacro: Macros['undefinedMacro'] = (piece, span) => {
		const near = nearDefined(piece.text);
		return diagnostic('bib/undefined-macro', `Undefined macro "${piece.text}"`, {
			span,
			hint: near ? `Did you mean "${near}"?` : 'Define it with @string, or put the value in braces',
			remedy: monthRemedy(piece.text, span),
		});
	};
	const names = [...builtIn.keys(), ...byName.keys()].slice(0, MOST_CANDIDATES);
	let searches = 0;
	const nearDefined = memoize((name: string) => (searches++ < MOST_SUGGESTIONS ? closestWord(name, names) : null));
	for (const definition of definitions) resolvedValue(definition);
	for (const same of byName.values()) {
		for (const [i, definition] of same.entries()) {
			const previous = same[i - 1];
			if (previous && resolvedValue(previous) !== resolvedValue(definition)) report(redefined(definition, previous));
		}
	}
	const all = new Map(
		[...byName].map(([name, same]): [string, Macro] => {
			const last = same[same.length - 1] as Definition;
			return [name, { name, value: compress(resolvedValue(last) ?? ''), span: last.span }];
		}),
	);
	return { all, value, join, undefinedMacro };
}

function definitionsByName(definitions: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
	const byName = new Map<string, Definition[]>();
	for (const definition of definitions) {
		const same = byName.get(definition.name);
		if (same) same.push(definition);
		else byName.set(definition.name, [definition]);
	}
	return byName;
}

/** The names of the macros in pieces, in lower case. */
export function macroNames(pieces: readonly Piece[]): string[] {
	return pieces.flatMap(({ kind, text }) => (kind === 'macro' ? [text.toLowerCase()] : []));
}

/** These macros and those that their definitions use, directly or through others. */
export function withUsedMacros(names: Iterable<string>, definitions: readonly Definition[]): Set<string> {
	const byName = definitionsByName(definitions);
	const all = new Set(names);
	for (const name of all) {
		for (const { pieces } of byName.get(name) ?? []) for (const used of macroNames(pieces)) all.add(used);
	}
	return all;
}

function tooLong({ name, span }: Definition): Diagnostic {
	return diagnostic('bib/long-macro', `Macro "${name}" has more than ${LONGEST_MACRO} characters; it is left empty`, {
		span,
		hint: 'Shorten it, or write its text without other macros',
	});
}

function redefined(definition: Definition, previous: Definition): Diagnostic {
	return diagnostic('bib/redefined-macro', `Macro "${definition.name}" is redefined with a different value`, {
		span: definition.span,
		hint: 'The new value applies from here on; rename the macro if that is not intended',
		related: [{ message: 'Previous definition', span: previous.span }],
	});
}

/** Replaces `month = January` by the macro `jan`. Any other word may be a macro of another file, so it has no remedy. */
function monthRemedy(word: string, span: Span): Edit[] {
	const month = /^[a-z]{4,9}$/i.test(word)
		? [...builtIn].find(
				([name, value]) =>
					name.length === 3 && (value.toLowerCase() === word.toLowerCase() || (name === 'sep' && /^sept$/i.test(word))),
			)
		: undefined;
	return month ? [{ span, text: month[0] }] : [];
}
