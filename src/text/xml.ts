import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Source, Span } from '../diagnostics/source.ts';

/**
 * Parses XML into plain values: attributes become properties; elements named in `lists` always become arrays, and elements
 * named in `markup` keep their contents as XML. Undefined if the text is not well-formed, or declares entities, which could
 * expand without limit. A document type may name a file, as that of PubMed does; it is not read.
 */
export function parseXml(text: string, lists: readonly string[], markup: readonly string[] = []): unknown {
	if (/<!ENTITY|<!DOCTYPE[^>[]*\[/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
	const parser = new XMLParser({
		ignoreAttributes: false,
		attributeNamePrefix: '',
		removeNSPrefix: true,
		parseTagValue: false,
		// Decodes character references such as `&#246;`, too.
		htmlEntities: true,
		stopNodes: markup.map((name) => `*.${name}`),
		isArray: (name) => lists.includes(name),
	});
	return parser.parse(text);
}

/** The problem that makes a text not well-formed XML, and its position; null if it is well-formed. */
export function xmlProblem(source: Source): { readonly message: string; readonly span: Span } | null {
	const result = XMLValidator.validate(source.text);
	if (result === true) return null;
	const { msg, line = 1, col = 1 } = result.err;
	const linesAbove = source.text.split('\n').slice(0, line - 1);
	const start = Math.min(linesAbove.reduce((sum, { length }) => sum + length + 1, 0) + col - 1, source.text.length);
	const message = msg.replace(/'([^']*)'/g, '"$1"').replace(/\.$/, '');
	return { message, span: { source, start, end: start } };
}
