/** A reference with a DOI at its end, unless it contains it. Its parts are those of `ReferenceText`. */
export function withDoi(reference: readonly string[], doi: string | null): readonly string[] {
	if (doi === null || reference.join('').toLowerCase().includes(doi.toLowerCase())) return reference;
	const end = reference.length % 2 ? reference.length - 1 : reference.length;
	return [...reference.slice(0, end), `${reference[end] ?? ''} https://doi.org/${doi}`];
}
