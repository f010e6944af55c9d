import { addressProblem } from '../sources/address-problem.ts';
import type { ProjectFile } from './project-file.ts';

/** How web services are asked. */
export interface LookupSpec {
	/** Configured URLs of sources by name. */
	readonly addresses: Readonly<Record<string, string>>;
	/** Milliseconds. */
	readonly timeout: number;
	/** The user's mail address, for services that ask for one; null if unknown. */
	readonly mailto: string | null;
}

type Invalid = (message: string, path: readonly string[], hint: string) => void;

/** Time-out of requests in seconds. */
const defaultTimeout = 10;

/** Reads `lookup`. */
export function readLookup({ lookup = {} }: ProjectFile, invalid: Invalid): LookupSpec {
	const { 'time-out': timeout = defaultTimeout, mailto = null, ...rest } = lookup;
	const addresses = rest as Readonly<Record<string, string>>;
	for (const [name, address] of Object.entries(addresses)) {
		const problem = addressProblem(name, address);
		if (problem) invalid(problem.message, ['lookup', name], problem.hint);
	}
	return { addresses, timeout: timeout * 1000, mailto };
}
