import { readFileSync } from 'node:fs';

/**
 * A `fetch` that responds as a file `responses.json` says: an address has a status, an address that it moved to, the
 * description of a work by Crossref, or 'offline'. Other addresses are 404.
 */
export function respondingFrom(file: string | URL): typeof fetch {
	const responses = responsesIn(file);
	return async (address) => {
		const response = responses[decodeURIComponent(String(address))] ?? 404;
		if (response === 'offline') throw new TypeError('fetch failed', { cause: { code: 'ENETUNREACH' } });
		if (typeof response === 'number') return new Response('', { status: response });
		if (typeof response === 'string') return new Response('', { status: 301, headers: { location: response } });
		return new Response(JSON.stringify({ message: { source: 'Crossref', ...(response as object) } }));
	};
}

/** Whether a file says that there is no network. */
export function isOffline(file: string | URL): boolean {
	return Object.values(responsesIn(file)).includes('offline');
}

function responsesIn(file: string | URL): Readonly<Record<string, unknown>> {
	return JSON.parse(readFileSync(file, 'utf8'));
}
