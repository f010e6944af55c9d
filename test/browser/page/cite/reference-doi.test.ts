import { describe, expect, it } from 'vitest';
import { withDoi } from '../../../../src/browser/page/cite/reference-doi.ts';

describe('a reference with a DOI', () => {
	it.each([
		[
			['Doe J. Sums. ', 'Nature', ' 3.'],
			['Doe J. Sums. ', 'Nature', ' 3. https://doi.org/10.1000/x'],
		],
		[
			['Doe J. ', 'Sums.'],
			['Doe J. ', 'Sums.', ' https://doi.org/10.1000/x'],
		],
		[['Doe J. Sums. doi:10.1000/X'], ['Doe J. Sums. doi:10.1000/X']],
	])('%j', (reference, written) => {
		expect(withDoi(reference, '10.1000/x')).toEqual(written);
		expect(withDoi(reference, null)).toEqual(reference);
	});
});
