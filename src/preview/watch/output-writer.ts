import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BuildResult } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isLatexDocument, makePdfs } from '../../output/pdf/make-pdf.ts';
import { type WrittenFile, writeOutputs } from '../../output/write-outputs.ts';
import { statusOf } from './snapshot.ts';

/** The result of writing the outputs of a build. */
export interface WriteResult {
	readonly outputs: readonly WrittenFile[];
	/** Errors of writing and of TeX. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Writes the outputs of builds, and keeps track of outputs that are not on the disk. */
export interface OutputWriter {
	/** The errors that kept the last outputs from being written. */
	readonly writeErrors: readonly Diagnostic[];
	write(result: BuildResult): WriteResult;
	/** True if an output is missing. Checks the files only if their folders changed. */
	isOutputMissing(result: BuildResult): boolean;
}

/** @param pdf also compiles LaTeX documents to PDF: all of them first, then those that changed */
export function makeOutputWriter(pdf: boolean): OutputWriter {
	let writeErrors: readonly Diagnostic[] = [];
	let isFirst = true;
	let lastStatus = '';
	let expected: {
		readonly result: BuildResult;
		readonly files: readonly string[];
		readonly folders: readonly string[];
	} | null = null;
	return {
		get writeErrors() {
			return writeErrors;
		},
		write(result) {
			const { outputs, project, files } = result;
			const [outputErrors, pdfErrors]: [Diagnostic[], Diagnostic[]] = [[], []];
			const lists = writeOutputs(outputs, project.root, (error) => outputErrors.push(error), files);
			// A document that TeX rejected is compiled again only after it has changed.
			const changed = new Set(lists.flatMap(({ path, written }) => (written || isFirst ? [path] : [])));
			const documents = outputs.filter(({ path, spec }) => pdf && isLatexDocument(spec) && changed.has(path));
			const pdfs = makePdfs(documents, project.root, (error) => pdfErrors.push(error));
			writeErrors = outputErrors;
			isFirst = false;
			return { outputs: [...lists, ...pdfs], diagnostics: [...outputErrors, ...pdfErrors] };
		},
		isOutputMissing(result) {
			if (expected?.result !== result) {
				const { root } = result.project;
				const files = result.outputs.flatMap(({ path, obsolete }) => (obsolete ? [] : [resolve(root, path)]));
				expected = { result, files, folders: [...new Set(files.map((file) => dirname(file)))] };
			}
			const status = statusOf(expected.folders);
			if (status === lastStatus) return false;
			lastStatus = status;
			return !expected.files.every((file) => existsSync(file));
		},
	};
}
