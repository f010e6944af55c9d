import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Span, source } from '../../diagnostics/source.ts';
import { formats } from '../../formats/index.ts';
import type { Output, OutputSpec } from '../output.ts';
import { type WrittenFile, writeBytes } from '../write-outputs.ts';
import { findTexEngine, installHint, type TexEngine } from './tex-engines.ts';
import { compileByHand, firstFailure, missingCharacters } from './tex-log.ts';
import { typeset } from './typeset.ts';

/** True if an output can be compiled to PDF. */
export function isLatexDocument({ format, region }: OutputSpec): boolean {
	return format === 'latex-document' && region === null;
}

/** The path of the PDF for a document, in the same folder. */
export function pdfPath(path: string): string {
	return `${path.replace(/(?:\.latex-document)?\.tex$/i, '')}.pdf`;
}

/**
 * Compiles documents to PDF, and writes each PDF if its bytes differ. Reports `pdf/no-engine`, `pdf/failed` with TeX's
 * error, and `pdf/character`. After an error, an old PDF stays.
 *
 * @param root the folder that paths are relative to (absolute)
 */
export function makePdfs(
	documents: readonly Output[],
	root: string,
	report: Report,
	progress: (stage: string) => void = () => {},
): WrittenFile[] {
	const table = formats['latex-document'];
	return documents.flatMap((document) => {
		const needsFonts = greek.test(document.contents) || (table?.unsupported?.(document.contents) ?? []).length > 0;
		const engine = findTexEngine(rightToLeft.test(document.contents) ? 'direction' : needsFonts ? 'fonts' : 'nothing');
		progress(`Typesetting ${pdfPath(document.path)}`);
		if (engine) return makePdf(document, engine, root, report);
		report(
			diagnostic('pdf/no-engine', `Cannot create ${pdfPath(document.path)}: TeX is not installed`, {
				hint: installHint,
			}),
		);
		return [];
	});
}

/** The option of babel in a document that is written from right to left. */
const rightToLeft = /^\s*\\usepackage\[[^\]]*\bbidi=/m;

/** The encoding of a document in Greek, whose letters are also signs of mathematics, which standard fonts have. */
const greek = /^\s*\\IfFileExists\{lgrenc\.def\}/m;

function makePdf(document: Output, engine: TexEngine, root: string, report: Report): WrittenFile[] {
	const { path, contents } = document;
	const { pdf, log, timedOut } = typeset(engine, contents, creationTime(resolve(root, path)));
	const target = pdfPath(path);
	if (!pdf) {
		const failure = timedOut ? null : firstFailure(log);
		const reason = timedOut ? 'timed out' : `failed: ${failure?.message ?? (log.split('\n', 1)[0] || 'no log')}`;
		report(
			diagnostic('pdf/failed', `Cannot create ${target}: ${engine.name} ${reason}`, {
				span: failure?.line == null ? undefined : lineSpan(path, contents, failure.line),
				hint: failure?.hint ?? compileByHand,
			}),
		);
		return [];
	}
	const missing = missingCharacters(log);
	if (missing.length)
		report(
			diagnostic('pdf/character', `Missing characters in ${target}: no font has ${missing.slice(0, 12).join(' ')}`, {
				hint: 'Install a font that has them, such as Noto',
			}),
		);
	return writeBytes({ ...document, path: target }, pdf, root, report);
}

/** SOURCE_DATE_EPOCH, or else when the document was written, in seconds since 1970. */
function creationTime(file: string): number {
	const epoch = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
	if (Number.isSafeInteger(epoch) && epoch >= 0) return epoch;
	return Math.floor((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000);
}

function lineSpan(path: string, contents: string, line: number): Span {
	const lines = contents.split('\n');
	const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
	return { source: source(path, contents), start, end: start + (lines[line - 1]?.length ?? 0) };
}
