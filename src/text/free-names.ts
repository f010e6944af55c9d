/**
 * Returns a function that adds the first free ending to a name: none, then `ending(1)`, `ending(2)` … It continues after the
 * last ending of an equal name, so that many equal names take linear time.
 *
 * @param isTaken must be true for each returned name from then on
 */
export function freeNames(
	isTaken: (name: string) => boolean,
	ending: (count: number) => string = (count) => `-${count + 1}`,
): (base: string) => string {
	const counts = new Map<string, number>();
	return (base) => {
		for (let count = counts.get(base) ?? 0; ; count++) {
			const name = count === 0 ? base : base + ending(count);
			if (isTaken(name)) continue;
			counts.set(base, count);
			return name;
		}
	};
}
