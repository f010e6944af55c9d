/**
 * Stands in for citation-js's network packages in the compiled command: nothing here fetches, and loading them takes
 * as long as Node's own start.
 */
export default function fetchNothing(): never {
	throw new Error('citation-js does not reach the network from here');
}

export class Headers {}
