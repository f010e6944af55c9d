import { type Code, codes } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './source.ts';
import { placeOf } from './source-place.ts';
import { visibleJson } from './visible.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Diagnostics as SARIF 2.1.0 (OASIS), for code scanning. Its rules are the codes that occur. */
export function printSarif(
	diagnostics: readonly Diagnostic[],
	{ toolVersion }: { readonly toolVersion: string },
): string {
	const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: { name: 'bibfolio', semanticVersion: toolVersion, rules: used.map(rule) } },
				columnKind: 'utf16CodeUnits',
				results: diagnostics.map((diagnostic) => result(diagnostic, used.indexOf(diagnostic.code))),
			},
		],
	};
	return `${visibleJson(log)}\n`;
}

function rule(code: Code) {
	return {
		id: code,
		shortDescription: { text: codes[code].summary },
		help: { text: `See "${code}" in docs/diagnostics.md of Bibfolio.` },
		defaultConfiguration: { level: levels[codes[code].severity] },
	};
}

function result({ code, severity, message, hint, span, related }: Diagnostic, ruleIndex: number) {
	return {
		ruleId: code,
		ruleIndex,
		level: levels[severity],
		message: { text: hint ? `${message}. ${hint}` : message },
		...(span && { locations: [{ physicalLocation: physicalLocation(span) }] }),
		...(related && {
			relatedLocations: related.map(({ message, span }, index) => ({
				id: index + 1,
				message: { text: message },
				physicalLocation: physicalLocation(span),
			})),
		}),
	};
}

function physicalLocation(span: Span) {
	const { path, line, column, endLine, endColumn, start, end } = placeOf(span);
	return {
		artifactLocation: { uri: uriOf(path) },
		region: {
			startLine: line,
			startColumn: column,
			endLine,
			endColumn,
			charOffset: start,
			charLength: end - start,
		},
	};
}

/** A relative reference, which code scanning resolves against the repository, or a file URI for an absolute path. */
function uriOf(path: string): string {
	const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? '';
	const encoded = path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
	return drive ? `file:///${drive}${encoded}` : path.startsWith('/') ? `file://${encoded}` : encoded;
}
