/** The id of a work in the data of a list: that of its first item. */
export function workIdOf({ id, dataset }: HTMLElement): string {
	return dataset['repeats'] ?? id;
}
