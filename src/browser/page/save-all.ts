import { save } from './save.ts';

/** Saves the BibTeX of works as a file: each macro once, and parents after all other entries, as BibTeX requires. */
export function saveAll(items: readonly Element[], name: string): void {
	const works = items.map((item) =>
		[...item.querySelectorAll('.bibfolio-bibtex > code')].map(({ textContent }) => (textContent ?? '').trim()),
	);
	const parents = new Set(works.flatMap((blocks) => blocks.filter((block) => !isMacro(block)).slice(1)));
	const macros = new Map<string, string>();
	const parts: string[] = [];
	for (const block of works.flat()) {
		if (parents.has(block)) continue;
		if (isMacro(block)) {
			const macro = block.slice(0, block.indexOf('='));
			if (macros.get(macro) === block) continue;
			macros.set(macro, block);
		}
		parts.push(block);
	}
	save(`${[...parts, ...parents].join('\n\n')}\n`, `${name}.bib`);
}

function isMacro(block: string): boolean {
	return /^@string\s*[{(]/i.test(block);
}
