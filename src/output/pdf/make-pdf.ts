import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Span, source } from '../../diagnostics/source.ts';
import { formats } from '../../formats/index.ts';
import type { Output, OutputSpec } from '../output.ts';
import { type Written, writeBytes } from '../write.ts';
import { type Engine, findEngine, installHint } from './tex-engines.ts';
import { failureIn, missingCharacters } from './tex-log.ts';
import { typeset } from './typeset.ts';

/** Whether a PDF can be made of an output. */
export function isDocument({ format, region }: OutputSpec): boolean {
	return format === 'latex-document' && region === null;
}

/** The name of a document's PDF, beside it. */
export function pdfPath(path: string): string {
	return `${path.replace(/(?:\.latex-document)?\.tex$/i, '')}.pdf`;
}

/**
 * Makes the PDF of each document that was written, and writes it where its bytes differ. What stops it is reported:
 * no engine (`pdf/no-engine`), or what the engine said (`pdf/failed`); then an old PDF stays.
 *
 * @param root the folder that paths are relative to (absolute)
 */
export function makePdfs(
	documents: readonly Output[],
	root: string,
	report: Report,
	progress: (stage: string) => void = () => {},
): Written[] {
	const table = formats['latex-document'];
	return documents.flatMap((document) => {
		const { contents } = document;
		const engine = findEngine((table?.unsupported?.(contents) ?? []).length > 0);
		progress(`Typesetting ${pdfPath(document.path)}`);
		if (engine) return makePdf(document.path, contents, engine, root, report);
		report(
			diagnostic('pdf/no-engine', `${pdfPath(document.path)} was not made: no TeX was found`, { hint: installHint }),
		);
		return [];
	});
}

function makePdf(path: string, contents: string, engine: Engine, root: string, report: Report): Written[] {
	const { pdf, log, timedOut } = typeset(engine, contents, madeAt(resolve(root, path)));
	const target = pdfPath(path);
	if (!pdf) {
		const failure = timedOut ? null : failureIn(log);
		const reason = timedOut ? 'did not end' : `stopped: ${failure?.message ?? (log.split('\n', 1)[0] || 'no log')}`;
		report(
			diagnostic('pdf/failed', `${target} was not made: ${engine.name} ${reason}`, {
				span: failure?.line == null ? undefined : lineSpan(path, contents, failure.line),
				hint: failure?.hint ?? 'The .tex is written: compile it by hand to see more',
			}),
		);
		return [];
	}
	const missing = missingCharacters(log);
	if (missing.length)
		report(
			diagnostic('pdf/character', `${target} lacks characters that no font had: ${missing.slice(0, 12).join(' ')}`, {
				hint: 'Install a font that has them, such as Noto',
			}),
		);
	return writeBytes(target, pdf, root, report);
}

/** When the document was written, in seconds since 1970; what SOURCE_DATE_EPOCH says goes before it. */
function madeAt(file: string): number {
	const said = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
	if (Number.isSafeInteger(said) && said >= 0) return said;
	return Math.floor((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000);
}

function lineSpan(path: string, contents: string, line: number): Span {
	const lines = contents.split('\n');
	const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
	return { source: source(path, contents), start, end: start + (lines[line - 1]?.length ?? 0) };
}
