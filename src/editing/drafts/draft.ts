import { isBalancedToBibtex } from '../../latex/braces.ts';

/**
 * An entry to be added, with BibLaTeX's names, before it is formatted in the style of a file. Immutable.
 */
export interface Draft {
	/** The entry type in lower case. */
	readonly type: string;
	/** The key from the input; null to generate one. */
	readonly key: string | null;
	/** Values by BibLaTeX's names in lower case, in the order to write them: LaTeX, except in fields such as `url`. */
	readonly fields: ReadonlyMap<string, string>;
	/** Values to write without delimiters: macros of the library, also several parts joined by `#`. */
	readonly expressions: ReadonlyMap<string, string>;
	/** Fields that are written only if other entries of the library have them. */
	readonly optional: ReadonlySet<string>;
	/** Corrections that need a review, one sentence each without a full stop. */
	readonly notes: readonly string[];
}

/** Creates a draft, with empty defaults and balanced braces in its values. */
export function draft(type: string, fields: ReadonlyMap<string, string>, properties: Partial<Draft> = {}): Draft {
	const balanced = new Map([...fields].map(([name, value]) => [name, withBalancedBraces(value)]));
	return { type, key: null, expressions: new Map(), optional: new Set(), notes: [], ...properties, fields: balanced };
}

/** BibTeX also counts escaped braces. Unbalanced ones become commands, and other braces are removed. */
function withBalancedBraces(value: string): string {
	if (isBalancedToBibtex(value)) return value;
	const named = value.replace(/\\([{}])/g, (_, brace) => (brace === '{' ? '\\textbraceleft{}' : '\\textbraceright{}'));
	return isBalancedToBibtex(named) ? named : named.replace(/\{\}|[{}]/g, (match) => (match === '{}' ? match : ''));
}
