/** The Roman number of a century: XXI. */
export function romanNumber(number: number): string {
	const numerals = [
		...([
			[1000, 'M'],
			[900, 'CM'],
			[500, 'D'],
			[400, 'CD'],
			[100, 'C'],
			[90, 'XC'],
			[50, 'L'],
			[40, 'XL'],
		] as const),
		...([
			[10, 'X'],
			[9, 'IX'],
			[5, 'V'],
			[4, 'IV'],
			[1, 'I'],
		] as const),
	] as const;
	let rest = number;
	let roman = '';
	for (const [value, letters] of numerals) {
		for (; rest >= value && roman.length < 20; rest -= value) roman += letters;
	}
	return roman;
}
