import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether a request may be answered by its Host header. A foreign site can give its own name the address of this
 * machine and so read what is served here (DNS rebinding); so only names that cannot be somebody else's are answered:
 * addresses, `localhost`, and this machine's name when the server is open to others.
 *
 * @param host the address or name the server was told to listen on
 */
export function isOwnHost(header: string | undefined, host: string): boolean {
	const name = /^(?:\[(?<six>[\da-f:.]+)\]|(?<name>[^:[\]]+))(?::\d{1,5})?$/i.exec(header ?? '')?.groups;
	const asked = (name?.['six'] ?? name?.['name'] ?? '').toLowerCase().replace(/\.$/, '');
	if (isIP(asked) !== 0 || asked === 'localhost' || asked.endsWith('.localhost')) return true;
	const machine = hostname().toLowerCase();
	return (
		asked !== '' &&
		(asked === host.toLowerCase() || (!isLoopback(host) && [machine, `${machine}.local`].includes(asked)))
	);
}

/** Whether only this machine can reach the server. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
