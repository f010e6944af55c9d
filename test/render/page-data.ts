import { gunzipSync } from 'node:zlib';
import { unpacked } from '../../src/browser/page/data/unpack-data.ts';
import type { ListData } from '../../src/render/documents/list-data.ts';

/** The data of a list in the base64 that a page contains, as the script of the page reads it. */
export function readData(base64: string): ListData {
	return unpacked(JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString())) as ListData;
}
