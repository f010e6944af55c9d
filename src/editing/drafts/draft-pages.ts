/** Pages as a .bib has them: `1--27`, `e12, 14--15`; '' for 'n/a' and the like. PubMed's '123-9' is 123 to 129. */
export function pagesValue(words: string): string {
	if (/^(?:n\/?a|none|null|-+|\?+)?$/i.test(words.trim())) return '';
	return words
		.split(/\s*[,;]\s*/)
		.map((range) =>
			range
				.trim()
				.replace(/^(?:pages?|pp?)\.?\s*(?=\d)/i, '')
				.replace(/^([A-Za-z]?)(\d+)\s*(?:-+|[‐‑‒–—−])\s*([A-Za-z]?)(\d+)$/, (_, letter, first, other, last) =>
					completed(letter, first, other, last),
				)
				.replace(/\s*(?:-{2,}|[‒–—−])\s*/g, '--')
				.replace(/(?<=\d)[-–+]+$/, ''),
		)
		.filter(Boolean)
		.join(', ');
}

function completed(letter: string, first: string, other: string, last: string): string {
	const whole = last.length < first.length && other === '' ? first.slice(0, first.length - last.length) + last : last;
	const end = Number(whole) < Number(first) ? last : whole;
	return end === first && (other === '' || other === letter)
		? letter + first
		: `${letter}${first}--${other || letter}${end}`;
}
