/** Pages in BibTeX's syntax: `1--27`, `e12, 14--15`; '' for 'n/a' and similar. PubMed's '123-9' means 123 to 129. */
export function pagesValue(words: string): string {
	if (/^(?:n\/?a|none|null|-+|\?+)?$/i.test(words.trim())) return '';
	return words
		.split(/\s*[,;]\s*/)
		.map((range) =>
			range
				.trim()
				// 'P01001' is the number of an article.
				.replace(/^(?:pages?\.?|pp\.?|p\.|p\s)\s*(?=\d)|^p(?=\d)/i, (prefix) => (prefix === 'P' ? prefix : ''))
				.replace(/^([A-Za-z]?)(\d+)\s*(?:-+|[‐‑‒–—−])\s*([A-Za-z]?)(\d+)$/, (_, letter, first, other, last) =>
					expandedRange(letter, first, other, last),
				)
				// Pages of an article with a number of its own: '43:1-43:20'.
				.replace(/^(\d+:\d+)\s*-\s*(\d+:\d+)$/, '$1--$2')
				.replace(/\s*(?:-{2,}|[‒–—−])\s*/g, '--')
				.replace(/(?<=\d)[-–+]+$/, ''),
		)
		.filter(Boolean)
		.join(', ');
}

function expandedRange(letter: string, first: string, endLetter: string, last: string): string {
	const whole =
		last.length < first.length && endLetter === '' ? first.slice(0, first.length - last.length) + last : last;
	const end = Number(whole) < Number(first) ? last : whole;
	return end === first && (endLetter === '' || endLetter === letter)
		? letter + first
		: `${letter}${first}--${endLetter || letter}${end}`;
}
