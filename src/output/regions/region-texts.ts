import { resolve } from 'node:path';
import { bytesOf } from '../../library/files/read-file.ts';
import { hostKindOf } from './host-files.ts';
import { readHostText } from './host-text.ts';
import { findMarkers } from './markers.ts';

/**
 * The texts between the markers of a file by the name of the region; '' after an opening marker that is never closed. Null
 * if the file cannot be read or cannot have markers.
 *
 * @param root the folder that the path is relative to (absolute)
 */
export function regionTexts(path: string, root: string): ReadonlyMap<string, string> | null {
	const kind = hostKindOf(path);
	const bytes = kind && bytesOf(resolve(root, path));
	if (!kind || !bytes) return null;
	const { text } = readHostText(bytes);
	const markers = findMarkers(text, kind);
	return new Map(
		markers.flatMap((opening) => {
			if (opening.closes) return [];
			const closing = markers.find(
				({ name, closes, start }) => closes && name === opening.name && start > opening.start,
			);
			return [[opening.name, text.slice(opening.end, closing?.start ?? opening.end)] as const];
		}),
	);
}
