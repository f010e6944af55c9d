import { createRequire } from 'node:module';
import type * as FastXmlParser from 'fast-xml-parser';
import type { Source, Span } from '../diagnostics/source.ts';

let loaded: typeof FastXmlParser | null = null;

/** The package, which is loaded when there is XML to be read. */
function fastXmlParser(): typeof FastXmlParser {
	loaded ??= createRequire(import.meta.url)('fast-xml-parser') as typeof FastXmlParser;
	return loaded;
}

/** XML as plain values: attributes beside elements, elements of the names given always as lists. */
export function parseXml(text: string, lists: readonly string[]): unknown {
	const parser = new (fastXmlParser().XMLParser)({
		ignoreAttributes: false,
		attributeNamePrefix: '',
		removeNSPrefix: true,
		parseTagValue: false,
		isArray: (name) => lists.includes(name),
	});
	return parser.parse(text);
}

/** Why a text is no well-formed XML, and where; null when it is. */
export function xmlProblem(source: Source): { readonly message: string; readonly span: Span } | null {
	const answer = fastXmlParser().XMLValidator.validate(source.text);
	if (answer === true) return null;
	const { msg, line = 1, col = 1 } = answer.err;
	const above = source.text.split('\n').slice(0, line - 1);
	const start = Math.min(above.reduce((sum, { length }) => sum + length + 1, 0) + col - 1, source.text.length);
	const message = msg.replace(/'([^']*)'/g, '“$1”').replace(/\.$/, '');
	return { message, span: { source, start, end: start } };
}
