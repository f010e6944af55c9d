import { resolve } from 'node:path';
import { formatIn } from '../formats/index.ts';
import { fixedFolder, patternOf } from '../lists/part-placeholders.ts';
import { fileNameKey } from '../text/file-names.ts';
import { isGenerated } from './obsolete-pages.ts';
import type { Output, OutputSpec } from './output.ts';
import { partMark } from './part-marks.ts';
import { namesIn, pathsLike } from './pattern-files.ts';
import { regionTexts } from './regions/region-texts.ts';

/**
 * The outputs that remove what an earlier build wrote for parts that no longer exist: whole files, and the texts of regions,
 * whose markers stay. Only what has the mark of the repeated output counts; everything else belongs to the user.
 *
 * @param row the output as configured, with `for-each`
 * @param current all outputs of this build
 */
export function obsoleteParts(row: OutputSpec, current: readonly Output[], root: string): Output[] {
	return row.region === null ? obsoleteFiles(row, current, root) : obsoleteRegions(row, row.region, current, root);
}

function obsoleteFiles(row: OutputSpec, current: readonly Output[], root: string): Output[] {
	const paths = pathsLike(row.path, root);
	const isFolder = formatIn(row.format, row.flavour)?.folder === true;
	const files = isFolder
		? paths.flatMap((folder) => namesIn(resolve(root, folder)).map((name) => ({ path: `${folder}/${name}`, name })))
		: paths.map((path) => ({ path, name: '' }));
	const written = new Set(current.map(({ path }) => fileNameKey(path)));
	return files.flatMap(({ path, name }) => {
		if (written.has(fileNameKey(path))) return [];
		const marks = [partMark(row, name)?.mark ?? []].flat();
		if (!isGenerated(resolve(root, path), marks)) return [];
		return [{ path, contents: '', obsolete: true, marks, folder: fixedFolder(row.path) }];
	});
}

function obsoleteRegions(row: OutputSpec, region: string, current: readonly Output[], root: string): Output[] {
	const mark = partMark(row, '')?.mark;
	if (mark === undefined) return [];
	const keyOf = (path: string, name: string) => `${fileNameKey(path)}#${name}`;
	const written = new Set(current.map(({ path, region }) => keyOf(path, region ?? '')));
	const pattern = patternOf(region);
	return pathsLike(row.path, root).flatMap((path) =>
		[...(regionTexts(path, root) ?? [])].flatMap(([name, text]) => {
			const isOfRow = pattern?.test(name) ?? name === region;
			const isObsolete = isOfRow && text.includes(mark) && !written.has(keyOf(path, name));
			return isObsolete ? [{ path, region: name, contents: '' }] : [];
		}),
	);
}
