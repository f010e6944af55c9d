/** Names that Windows keeps for itself, and one that means the folder. */
const reserved = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 100;

/**
 * Gives names of files, without ending, for clean ids (`[\w-]`): no two are the same where case does not count, and none is
 * one that a system keeps for itself. An id keeps its name as long as none before it would have the same.
 */
export function fileNames(): (id: string) => string {
	const taken = new Set<string>();
	return (id) => {
		const short = id.slice(0, longest);
		const base = reserved.test(short) ? `${short}-` : short;
		let name = base;
		for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
		taken.add(name.toLowerCase());
		return name;
	};
}
