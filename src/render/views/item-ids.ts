/** The id of an item, and that of the first item of the same work if this one repeats it in another section. */
export interface ItemId {
	readonly id: string;
	readonly repeats: string | null;
}

/**
 * Returns a function that makes ids of entry keys: safe in HTML, in addresses and in LaTeX labels, unique in a list, and
 * different from the ids that are taken.
 */
export function itemIds(prefix: string, taken: readonly string[]): (key: string) => string {
	const used = new Map(taken.map((id) => [id, 1]));
	return (key) => {
		const id = `${prefix}${clean(key)}`;
		const count = (used.get(id) ?? 0) + 1;
		used.set(id, count);
		return count === 1 ? id : unique(`${id}-${count}`, used);
	};
}

function unique(id: string, used: Map<string, number>): string {
	let candidate = id;
	while (used.has(candidate)) candidate += '-x';
	used.set(candidate, 1);
	return candidate;
}

const marks = /\p{M}/gu;

function clean(key: string): string {
	if (/^[\w-]+$/.test(key)) return key;
	const plain = key
		.normalize('NFD')
		.replace(marks, '')
		.replace(/[^\w]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return plain || 'work';
}
