import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * True if a request with this Host header may be answered. A foreign site can point its own name to this machine and read
 * the preview (DNS rebinding). So only names that a foreign site cannot have are allowed: addresses, `localhost`, and the
 * name of this machine if the server is reachable by others.
 *
 * @param host the address or name that the server listens on
 */
export function isAllowedHost(header: string | undefined, host: string): boolean {
	const requested = hostIn(header);
	if (isIP(requested) !== 0 || isLocalName(requested)) return true;
	const machine = hostname().toLowerCase();
	return (
		requested !== '' &&
		(requested === host.toLowerCase() || (!isLoopback(host) && [machine, `${machine}.local`].includes(requested)))
	);
}

/** True if a Host header names this machine by a loopback address or `localhost`, as a browser on it does. */
export function isLoopbackHost(header: string | undefined): boolean {
	const requested = hostIn(header);
	return isLocalName(requested) || (isIP(requested) !== 0 && isLoopback(requested));
}

function isLocalName(name: string): boolean {
	return name === 'localhost' || name.endsWith('.localhost');
}

/** The host of a Host header in lower case, without its port; '' for an invalid header. */
function hostIn(header: string | undefined): string {
	const host = /^(?:\[(?<six>[\da-f:.]+)\]|(?<name>[^:[\]]+))(?::\d{1,5})?$/i.exec(header ?? '')?.groups;
	return (host?.['six'] ?? host?.['name'] ?? '').toLowerCase().replace(/\.$/, '');
}

/** True if only this machine can reach the server. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
