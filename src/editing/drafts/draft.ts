import { isBalancedToBibtex } from '../../latex/braces.ts';

/**
 * A work that may go into a library: what an entry says, in BibLaTeX's names, before it has a file's own style. Immutable.
 */
export interface Draft {
	/** The entry type in lower case. */
	readonly type: string;
	/** The key that was given; null when one has to be made. */
	readonly key: string | null;
	/** By BibLaTeX's names in lower case, in the order they are written in: LaTeX values, addresses as they are. */
	readonly fields: ReadonlyMap<string, string>;
	/** Fields that are a macro of the library, or several pieces joined by `#`, as they are to be written. */
	readonly written: ReadonlyMap<string, string>;
	/** Fields that a source gave though nobody asked: a library whose entries have none does without. */
	readonly optional: ReadonlySet<string>;
	/** What was put right and may have been wrong to, one sentence each without a stop. */
	readonly notes: readonly string[];
}

/** A draft of what is given; the rest is empty. Braces of its values match. */
export function draft(type: string, fields: ReadonlyMap<string, string>, more: Partial<Draft> = {}): Draft {
	const balanced = new Map([...fields].map(([name, value]) => [name, withMatchingBraces(value)]));
	return { type, key: null, written: new Map(), optional: new Set(), notes: [], ...more, fields: balanced };
}

/** BibTeX counts braces with a backslash, too: where they do not match they get names, and others go. */
function withMatchingBraces(value: string): string {
	if (isBalancedToBibtex(value)) return value;
	const named = value.replace(/\\([{}])/g, (_, brace) => (brace === '{' ? '\\textbraceleft{}' : '\\textbraceright{}'));
	return isBalancedToBibtex(named) ? named : named.replace(/\{\}|[{}]/g, (found) => (found === '{}' ? found : ''));
}
