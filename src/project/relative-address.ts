import { dirname, relative } from 'node:path';
import { slashed } from './command-line-options.ts';

/** The address of a file relative to another one, both given as paths. */
export function relativeAddress(from: string, to: string): string {
	const segments = slashed(relative(dirname(from), to)).split('/');
	return segments.map(encodeURIComponent).join('/');
}
