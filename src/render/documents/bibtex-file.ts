/** The BibTeX of several works as one file, and where each block of a work is in it. */
export interface BibtexFile {
	/** Blocks separated by empty lines. */
	readonly text: string;
	/** The lengths of the blocks in `text`, in UTF-16 code units. */
	readonly lengths: readonly number[];
	/** For each work, the indices of its blocks in the file: its macros, itself, its parents. */
	readonly works: readonly (readonly number[])[];
}

/**
 * Combines the BibTeX blocks of works into one file: each macro once, unless it was redefined, and parents after all other
 * entries, as BibTeX requires. So the blocks of some of the works, in this order, are a valid file, too.
 *
 * @param works for each work, its macros, itself, and its parents
 */
export function bibtexFile(works: readonly (readonly string[])[]): BibtexFile {
	const blocksOfWorks = works.map((blocks) => {
		const trimmed = blocks.map((block) => block.trim());
		const [entry, ...parents] = trimmed.filter((block) => !isMacro(block));
		return { macros: trimmed.filter(isMacro), entry, parents };
	});
	const allParents = new Set(blocksOfWorks.flatMap(({ parents }) => parents));
	const parts: string[] = [];
	/** The current definition of each macro, and its index. */
	const definitions = new Map<string, { readonly block: string; readonly index: number }>();
	/** The indices of each entry that is in the file, and of its macros. */
	const placed = new Map<string, readonly number[]>();

	function define(block: string): number {
		const name = block.slice(0, block.indexOf('=')).trim();
		const current = definitions.get(name);
		if (current?.block === block) return current.index;
		const index = parts.push(block) - 1;
		definitions.set(name, { block, index });
		return index;
	}
	function place(entry: string, macros: readonly string[]): readonly number[] {
		const indices = placed.get(entry) ?? [...macros.map(define), parts.push(entry) - 1];
		placed.set(entry, indices);
		return indices;
	}

	const early = blocksOfWorks.map(({ macros, entry }) =>
		entry === undefined || allParents.has(entry) ? [] : place(entry, macros),
	);
	const late = blocksOfWorks.map(({ macros, entry, parents }) => {
		const rest = entry !== undefined && allParents.has(entry) ? [entry, ...parents] : parents;
		return rest.flatMap((block) => place(block, macros));
	});
	return {
		text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`,
		lengths: parts.map(({ length }) => length),
		works: early.map((indices, index) => [...new Set([...indices, ...(late[index] ?? [])])]),
	};
}

function isMacro(block: string): boolean {
	return /^@string\s*[{(]/i.test(block);
}
