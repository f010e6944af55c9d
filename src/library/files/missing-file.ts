import { basename, dirname, extname, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { closestWord } from '../../text/closest-word.ts';
import { namesIn } from './names-in-folder.ts';

/** A file that a setting names, but that does not exist: with the closest name of a file of a similar kind in its folder. */
export function missingFile(path: string, root: string, span: Span | undefined): Diagnostic {
	const folder = dirname(path);
	const near = closestWord(
		basename(path),
		namesIn(resolve(root, folder)).filter((name) => extname(name) !== '.bib'),
	);
	const hint = near === null ? 'Check the path' : `Did you mean "${folder === '.' ? near : `${folder}/${near}`}"?`;
	return diagnostic('file/missing', `File "${path}" does not exist`, { span, hint });
}
