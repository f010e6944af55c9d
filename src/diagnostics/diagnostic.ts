import { type Code, codes, type Severity } from './codes.ts';
import type { Span } from './source.ts';

export type { Severity } from './codes.ts';

/** A stretch of a source, and what is to stand in its place. */
export interface Edit {
	readonly span: Span;
	readonly text: string;
}

/** Something a person should know about their input: what, where, and what to do. */
export interface Diagnostic {
	readonly code: Code;
	readonly severity: Severity;
	/** One sentence without a final stop: 'Unexpected X, expected Y'. */
	readonly message: string;
	readonly span?: Span;
	/** What to do about it, one sentence. */
	readonly hint?: string;
	/** What `bibfolio fix` writes instead; none of it loses information. Only for codes whose row says `remedy`. */
	readonly remedy?: readonly Edit[];
	/** Other places that belong to it, such as the first of two equal keys. */
	readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/** Where every stage sends what it finds. Stages never print, and never throw for bad input. */
export type Report = (diagnostic: Diagnostic) => void;

/** Makes a diagnostic with the severity its code has in the table. */
export function diagnostic(
	code: Code,
	message: string,
	more: {
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
		...(more.span && { span: more.span }),
		...(more.hint && { hint: more.hint }),
		...(more.remedy?.length && { remedy: more.remedy }),
		...(more.related?.length && { related: more.related }),
	};
}
