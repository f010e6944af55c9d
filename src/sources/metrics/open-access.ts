import { accessStates } from '../../publications/metrics/metric-names.ts';
import type { OpenAccess } from '../../publications/metrics/metric-snapshot.ts';
import { webAddress } from '../../publications/metrics/read-snapshot.ts';
import { doiOf } from '../../publications/metrics/work-id.ts';

/**
 * The state of access with the address of the free copy, which is null if it is that of the work's DOI. Null if the state is
 * unknown.
 */
export function openAccessOf(
	state: string | null | undefined,
	url: string | null | undefined,
	id: string,
): OpenAccess | null {
	const known = accessStates.find((each) => each === state);
	if (known === undefined) return null;
	const address = known === 'closed' ? null : webAddress(url ?? '');
	return { state: known, url: address === null || isDoiAddress(address, id) ? null : address };
}

function isDoiAddress(address: string, id: string): boolean {
	const path = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(address)?.[1];
	return path !== undefined && decoded(path).toLowerCase() === doiOf(id);
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
