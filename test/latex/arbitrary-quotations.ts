import fc from 'fast-check';

/** A text of words, quotation marks, apostrophes and groups. */
export const arbitraryPieces = fc
	.array(
		fc.constantFrom(
			...'a|Big|dogs|Why?|90s| | |"|``|\'\'|`|\'|“|”|„|«|»|‘|’|‹|›|{|}|{"|"}|\\emph{|}|\\enquote{|}|$x$|,|(|)|n'.split(
				'|',
			),
		),
		{ maxLength: 30 },
	)
	.map((pieces) => pieces.join(''));
