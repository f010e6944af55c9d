import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BuildResult } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isLatexDocument, makePdfs } from '../../output/pdf/make-pdf.ts';
import { type WrittenFile, writeOutputs } from '../../output/write-outputs.ts';
import { glanceAt } from './snapshot.ts';

/** What was put on the disk. */
export interface Put {
	/** What became of each output. */
	readonly outputs: readonly WrittenFile[];
	/** What went wrong. */
	readonly found: readonly Diagnostic[];
}

/** Writes what builds give, and knows what of it is not on the disk. */
export interface Writer {
	/** What kept the last lists from being written. */
	readonly obstacles: readonly Diagnostic[];
	put(result: BuildResult): Put;
	/** Whether an output is gone. Each is looked at only where something came or went in its folder. */
	lacks(result: BuildResult): boolean;
}

/** @param pdf makes the PDF of each LaTeX document, too: of all at the start, then of those that changed */
export function makeWriter(pdf: boolean): Writer {
	let obstacles: readonly Diagnostic[] = [];
	let isFirst = true;
	let glanced = '';
	let known: {
		readonly of: BuildResult;
		readonly files: readonly string[];
		readonly folders: readonly string[];
	} | null = null;
	return {
		get obstacles() {
			return obstacles;
		},
		put(result) {
			const { outputs, project, files } = result;
			const [unwritten, troubles]: [Diagnostic[], Diagnostic[]] = [[], []];
			const lists = writeOutputs(outputs, project.root, (one) => unwritten.push(one), files);
			// What stops TeX once stops it again: the next try is when the document has changed.
			const fresh = new Set(lists.flatMap(({ path, written }) => (written || isFirst ? [path] : [])));
			const documents = outputs.filter(({ path, spec }) => pdf && isLatexDocument(spec) && fresh.has(path));
			const pdfs = makePdfs(documents, project.root, (one) => troubles.push(one));
			obstacles = unwritten;
			isFirst = false;
			return { outputs: [...lists, ...pdfs], found: [...unwritten, ...troubles] };
		},
		lacks(result) {
			if (known?.of !== result) {
				const { root } = result.project;
				const files = result.outputs.flatMap(({ path, obsolete }) => (obsolete ? [] : [resolve(root, path)]));
				known = { of: result, files, folders: [...new Set(files.map((file) => dirname(file)))] };
			}
			const seen = glanceAt(known.folders);
			if (seen === glanced) return false;
			glanced = seen;
			return !known.files.every((file) => existsSync(file));
		},
	};
}
