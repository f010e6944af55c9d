import { gzipSync, strToU8 } from 'fflate';

/**
 * Compresses a text (UTF-8) as gzip, in base64. Equal texts yield equal bytes on every machine, unlike those of node:zlib, which
 * depend on its version and on the processor.
 */
export function gzip(text: string): string {
	return Buffer.from(gzipSync(strToU8(text), { level: 6, mtime: 0 })).toString('base64');
}
