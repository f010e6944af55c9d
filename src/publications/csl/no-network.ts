/**
 * Replaces citation-js's network packages in the compiled command. Bibfolio does not fetch with citation-js, and loading
 * these packages takes as long as starting Node.
 */
export default function fetchNothing(): never {
	throw new Error('citation-js does not reach the network from here');
}

export class Headers {}
