import { gunzipSync } from 'node:zlib';
import type { ListData } from '../../src/render/documents/list-data.ts';
import type { PackedData } from '../../src/render/documents/packed-data.ts';

// Through a URL, because the types of browsers differ from those of Node.
const script = new URL('../../src/browser/page/unpack-data.ts', import.meta.url).href;

/** Unpacks the data of a list as the script of a page does. */
export const { unpacked } = (await import(script)) as { unpacked(data: PackedData): ListData };

/** The data of a list in the base64 that a page contains. */
export function readData(base64: string): ListData {
	return unpacked(JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString()));
}
