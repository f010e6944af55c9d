import { type Code, codes, type Severity } from './codes.ts';
import type { Span } from './source.ts';

export type { Severity } from './codes.ts';

/** Something a person should know about their input: what, where, and what to do. */
export interface Diagnostic {
	readonly code: Code;
	readonly severity: Severity;
	/** One sentence without a final stop: 'Unexpected X, expected Y'. */
	readonly message: string;
	readonly span?: Span;
	/** What to do about it, one sentence. */
	readonly hint?: string;
	/** Other places that belong to it, such as the first of two equal keys. */
	readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/** Where every stage sends what it finds. Stages never print, and never throw for bad input. */
export type Report = (diagnostic: Diagnostic) => void;

/** Makes a diagnostic with the severity its code has in the table. */
export function diagnostic(
	code: Code,
	message: string,
	more: { span?: Span | undefined; hint?: string | undefined; related?: Diagnostic['related'] } = {},
): Diagnostic {
	return {
		code,
		severity: codes[code].severity,
		message,
		...(more.span && { span: more.span }),
		...(more.hint && { hint: more.hint }),
		...(more.related?.length && { related: more.related }),
	};
}
