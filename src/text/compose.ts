const dotless = /[ıȷ](?=[\u0300-\u0314])/g;

/** A text in NFC. A dotless i or j before an accent, as TeX needs it, becomes dotted, because Unicode composes only those. */
export function compose(text: string): string {
	const dotted = /[ıȷ]/.test(text) ? text.replace(dotless, (letter) => (letter === 'ı' ? 'i' : 'j')) : text;
	return dotted.normalize('NFC');
}
