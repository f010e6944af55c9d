import type { BuildResult } from '../build.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { isLatexDocument, makePdfs } from '../output/pdf/make-pdf.ts';
import { writeOutputs } from '../output/write-outputs.ts';
import type { FileStatus } from './build-summary.ts';

/** Writes the outputs of a build, with `pdf` also a PDF of each LaTeX document, and returns what happened to each file. */
export function writeLists(
	{ outputs, project, files }: BuildResult,
	pdf: boolean,
	report: Report,
	progress: (stage: string) => void,
): FileStatus[] {
	const written = writeOutputs(outputs, project.root, report, files);
	const paths = new Set(written.map(({ path }) => path));
	const documents = pdf ? outputs.filter(({ path, spec }) => isLatexDocument(spec) && paths.has(path)) : [];
	const pdfs = makePdfs(documents, project.root, report, progress);
	const obsolete = new Set(outputs.filter((output) => output.obsolete).map(({ path }) => path));
	return [...written, ...pdfs].map(({ path, written }) => ({
		path,
		status: obsolete.has(path) ? 'removed' : written ? 'written' : 'unchanged',
	}));
}
