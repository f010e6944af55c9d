import { formatIn } from '../formats/index.ts';
import { fixedFolder } from '../lists/part-placeholders.ts';
import type { OutputSpec } from './output.ts';

/** The mark of a repeated output in its files, so that a later build can remove them. */
export interface PartMark {
	/** A comment, or a property in JSON. */
	readonly mark: string;
	/** The end of a file with the mark. */
	readonly end: string;
	/** The end of a file without the mark, in ASCII, which it replaces. */
	readonly replaces: string;
}

/**
 * The mark of a repeated output. Null for a format without comments.
 *
 * @param row the output as configured, with `for-each`
 * @param name the name of the file in an output that is a folder, else ''
 */
export function partMark(row: OutputSpec, name: string): PartMark | null {
	const words = wordsOf(row);
	const format = formatIn(row.format, row.flavour);
	if (row.format === 'json') {
		const mark = `"generator": ${JSON.stringify(words)}`;
		return { mark, end: `,\n\t${mark}\n}\n`, replaces: '\n}\n' };
	}
	const mark = name.endsWith('.js') ? `/* ${words.replaceAll('*/', '')} */` : (format?.comment([words]) ?? '');
	if (mark === '') return null;
	// In Markdown, an empty line ends the list above.
	const gap = format?.templates === 'md' ? '\n' : '';
	return { mark, end: `${gap}${mark}\n`, replaces: '' };
}

/** A file with a mark at its end. */
export function withMark(file: Buffer, { end, replaces }: PartMark): Buffer {
	return Buffer.concat([file.subarray(0, file.length - replaces.length), Buffer.from(end)]);
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
