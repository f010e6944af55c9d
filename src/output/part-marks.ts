import { formatIn } from '../formats/index.ts';
import { fixedFolder } from '../lists/part-placeholders.ts';
import type { OutputSpec } from './output.ts';

/** How a file carries a mark: its line, and the file with the line. */
interface MarkedFile {
	readonly mark: string;
	readonly contents: string;
}

/**
 * Adds the mark of a repeated output to a file of it, so that a later build can remove the file. The mark is a comment at
 * the end, or a property in JSON. Null for a format without comments.
 *
 * @param row the output as configured, with `for-each`
 * @param name the name of the file in an output that is a folder, else ''
 */
export function withPartMark(contents: string, row: OutputSpec, name: string): MarkedFile | null {
	const words = wordsOf(row);
	const format = formatIn(row.format, row.flavour);
	if (row.format === 'json') {
		const mark = `"generator": ${JSON.stringify(words)}`;
		return { mark, contents: contents.replace(/\n\}\s*$/, () => `,\n\t${mark}\n}\n`) };
	}
	const mark = name.endsWith('.js') ? `/* ${words.replaceAll('*/', '')} */` : (format?.comment([words]) ?? '');
	if (mark === '') return null;
	// In Markdown, an empty line ends the list above.
	const gap = format?.templates === 'md' ? '\n' : '';
	return { mark, contents: `${contents}${gap}${mark}\n` };
}

/**
 * 'Bibfolio for-each person of all: {id}.html'. The path is relative to the folder of all parts, so that the files are the
 * same in any folder.
 */
function wordsOf({ forEach, list, path, region }: OutputSpec): string {
	const folder = fixedFolder(path);
	const place = folder === '.' ? path : path.slice(folder.length + 1);
	return `Bibfolio for-each ${forEach} of ${list}: ${place}${region === null ? '' : `#${region}`}`;
}
