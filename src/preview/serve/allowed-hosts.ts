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
	const name = /^(?:\[(?<six>[\da-f:.]+)\]|(?<name>[^:[\]]+))(?::\d{1,5})?$/i.exec(header ?? '')?.groups;
	const requested = (name?.['six'] ?? name?.['name'] ?? '').toLowerCase().replace(/\.$/, '');
	if (isIP(requested) !== 0 || requested === 'localhost' || requested.endsWith('.localhost')) return true;
	const machine = hostname().toLowerCase();
	return (
		requested !== '' &&
		(requested === host.toLowerCase() || (!isLoopback(host) && [machine, `${machine}.local`].includes(requested)))
	);
}

/** True if only this machine can reach the server. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
