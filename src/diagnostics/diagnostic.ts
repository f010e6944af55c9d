import { type Code, codes, type Severity } from './codes.ts';
import type { Span } from './source.ts';

export type { Severity } from './codes.ts';

/** A replacement for part of a source; empty text deletes it. */
export interface Edit {
	readonly span: Span;
	readonly text: string;
}

/** A problem in the user's input: what it is, where it is, and what to do about it. */
export interface Diagnostic {
	readonly code: Code;
	readonly severity: Severity;
	/** One sentence without a final full stop, the problem first: 'Duplicate key "noether1918"'. */
	readonly message: string;
	readonly span?: Span;
	/** What to do about it: one imperative sentence without a final full stop. */
	readonly hint?: string;
	/** The edits of `bibfolio fix`, which lose no information. Only for codes whose row has a `remedy`. */
	readonly remedy?: readonly Edit[];
	/** Related positions, such as the first of two equal keys. */
	readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/** Receives the diagnostics of every stage. Stages never print, and never throw for bad input. */
export type Report = (diagnostic: Diagnostic) => void;

/** Creates a diagnostic with the default severity of its code. */
export function diagnostic(
	code: Code,
	message: string,
	details: {
		span?: Span | undefined;
		hint?: string | undefined;
		related?: Diagnostic['related'];
		remedy?: readonly Edit[] | undefined;
	} = {},
): Diagnostic {
	return {
		code,
		severity: codes[code].severity,
		message,
		...(details.span && { span: details.span }),
		...(details.hint && { hint: details.hint }),
		...(details.remedy?.length && { remedy: details.remedy }),
		...(details.related?.length && { related: details.related }),
	};
}
