import { createHash } from 'node:crypto';

/** Eight hexadecimal digits that depend only on the text. */
export function shortHash(text: string): string {
	return createHash('sha1').update(text).digest('hex').slice(0, 8);
}
