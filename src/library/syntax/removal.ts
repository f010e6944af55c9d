import type { Edit } from '../../diagnostics/diagnostic.ts';
import { inFile, type Source, type Span } from '../../diagnostics/source.ts';

/**
 * An edit that removes a field: `name = value` with the comma after it, and whole lines if nothing else is on them. A
 * comment after it stays.
 */
export function fieldRemoval({ source, start, end }: Span): Edit {
	const { text } = source;
	const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
	const fieldEnd = end + comma;
	let indent = 0;
	while (/[ \t]/.test(text.charAt(start - indent - 1))) indent++;
	const startsLine = start - indent === 0 || /[\r\n]/.test(text.charAt(start - indent - 1));
	const lineEnd = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(fieldEnd))?.[0].length;
	const wholeLines = startsLine && lineEnd !== undefined;
	const span = {
		source,
		start: wholeLines ? start - indent : start,
		end: wholeLines ? fieldEnd + lineEnd : fieldEnd,
	};
	return { span, text: '' };
}

/** An edit that removes an entry and the empty line after it. */
export function entryRemoval(entry: Source): Edit {
	const span = inFile({ source: entry, start: 0, end: entry.text.length });
	const rest = span.source.text.slice(span.end, span.end + 1000);
	const lines = /^[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))?/.exec(rest)?.[0].length ?? 0;
	return { span: { ...span, end: span.end + lines }, text: '' };
}
