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
 */
export function bibtexFile(works: readonly (readonly string[])[]): BibtexFile {
	const trimmed = works.map((blocks) => blocks.map((block) => block.trim()));
	const parents = new Set(trimmed.flatMap((blocks) => blocks.filter((block) => !isMacro(block)).slice(1)));
	const parts: string[] = [];
	const indices = new Map<string, number>();
	const macros = new Map<string, string>();
	const indexOf = (block: string) => {
		const macro = isMacro(block) ? block.slice(0, block.indexOf('=')).trim() : null;
		const known = indices.get(block);
		if (known !== undefined && (macro === null || macros.get(macro) === block)) return known;
		if (macro !== null) macros.set(macro, block);
		indices.set(block, parts.length);
		return parts.push(block) - 1;
	};
	const early = trimmed.map((blocks) => blocks.filter((block) => !parents.has(block)).map(indexOf));
	const late = trimmed.map((blocks) => blocks.filter((block) => parents.has(block)).map(indexOf));
	return {
		text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`,
		lengths: parts.map(({ length }) => length),
		works: early.map((own, index) => [...own, ...(late[index] ?? [])]),
	};
}

function isMacro(block: string): boolean {
	return /^@string\s*[{(]/i.test(block);
}
