import type { SchemaTypes } from '../metadata/json-ld.ts';
import type { CslItem } from './csl-json.ts';
import { type PackedData, unpacked } from './unpack-data.ts';

/** What the script needs of a list, as `src/render/documents/list-data.ts` writes it. */
export interface ListData {
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	readonly keywords: readonly string[];
	readonly people: readonly string[];
	/** The positions of the items in other orders. */
	readonly orders: Readonly<Record<'newest' | 'oldest' | 'title' | 'author', readonly number[]>>;
	/** The positions of the works that are forthcoming. */
	readonly forthcoming: readonly number[];
	/** The schema.org types of works and of their containers, by CSL type. */
	readonly schemaTypes: SchemaTypes;
	/** The lengths of the blocks in the BibTeX file. */
	readonly blocks: readonly number[];
	/** The names of the CSL styles of `WorkData.styles`; absent without styles. */
	readonly styles?: readonly string[];
	/** By the id of the item. */
	readonly works: Readonly<Record<string, WorkData>>;
}

export interface WorkData {
	readonly key: string;
	readonly facets: readonly [kind: number, year: number | null, keywords: readonly number[], people: readonly number[]];
	/** Indices of its blocks in the BibTeX file. */
	readonly bibtex: readonly number[];
	readonly csl: CslItem;
	/** The reference in each of the list's styles to cite in, as in `ReferenceText`; null if a style writes nothing. */
	readonly styles?: readonly (readonly string[] | null)[];
}

/** Reads the compressed data of a list; null if the list has none, or if the browser cannot decompress it (before 2023). */
export function openListData(list: HTMLElement): Promise<ListData> | null {
	const data = list.querySelector<HTMLDataElement>('.bibfolio-data');
	if (!data || !('DecompressionStream' in window)) return null;
	return gunzip(data.value).then((json) => unpacked(JSON.parse(json) as PackedData) as ListData);
}

/** The BibTeX of a list: the whole file, and the blocks of some works. */
export class BibtexFile {
	readonly #lengths: readonly number[];
	readonly #compressed: string;
	#text: Promise<string> | null = null;

	constructor(compressed: string, lengths: readonly number[]) {
		this.#compressed = compressed;
		this.#lengths = lengths;
	}

	/** The whole file; decompressed on first use. */
	text(): Promise<string> {
		this.#text ??= gunzip(this.#compressed);
		return this.#text;
	}

	/** The blocks of works as a file of their own, each block once. */
	async of(works: readonly WorkData[]): Promise<string> {
		const text = await this.text();
		const wanted = new Set(works.flatMap(({ bibtex }) => bibtex));
		let start = 0;
		const parts: string[] = [];
		for (const [index, length] of this.#lengths.entries()) {
			if (wanted.has(index)) parts.push(text.slice(start, start + length));
			start += length + 2;
		}
		return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
	}
}

/** The BibTeX of a list; null if it shows none. */
export function bibtexOf(list: HTMLElement, { blocks }: ListData): BibtexFile | null {
	const link = list.querySelector<HTMLAnchorElement>('.bibfolio-download > a');
	const compressed = link?.getAttribute('href')?.split(',')[1];
	return compressed ? new BibtexFile(compressed, blocks) : null;
}

/** Decompresses base64 of gzip to text. */
async function gunzip(base64: string): Promise<string> {
	const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Response(stream).text();
}

/** Decodes base64. Browsers from before 2025 lack the faster `fromBase64`. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
	if (fromBase64) return fromBase64.call(Uint8Array, base64);
	const characters = atob(base64);
	const bytes = new Uint8Array(characters.length);
	for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
	return bytes;
}
