import { BlockList, isIP } from 'node:net';

/**
 * Addresses of this machine and of private networks (IANA's registries of special-purpose addresses). A response must not
 * lead there, because services on such addresses trust requests from inside.
 */
const privateRanges: readonly (readonly [range: string, prefix: number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	// Shared by the customers of a provider (RFC 6598).
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	// Link-local; 169.254.169.254 has the credentials of a machine in a cloud.
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	// Multicast, reserved and broadcast.
	['224.0.0.0', 3],
];

const privateRanges6: readonly (readonly [range: string, prefix: number])[] = [
	// `::`, `::1`, and the outdated notation of IPv4 addresses.
	['::', 96],
	['fc00::', 7],
	// Link-local and site-local.
	['fe80::', 9],
	['ff00::', 8],
	// IPv4 addresses in IPv6: NAT64 (RFC 6052) and 6to4 (RFC 3056). `BlockList` itself compares mapped ones, `::ffff:0:0/96`.
	...privateRanges.map(([range, prefix]) => [`64:ff9b::${range}`, 96 + prefix] as const),
	...privateRanges.map(([range, prefix]) => [`2002:${groupsOf(range)}::`, 16 + prefix] as const),
];

const blocked = new BlockList();
for (const [range, prefix] of privateRanges) blocked.addSubnet(range, prefix, 'ipv4');
for (const [range, prefix] of privateRanges6) blocked.addSubnet(range, prefix, 'ipv6');

/** True for an IP address of this machine or of a private network. */
function isPrivateAddress(address: string): boolean {
	const family = isIP(address);
	return family !== 0 && blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Looks up the addresses of a name; rejects if there are none. */
export type NameLookup = (hostname: string) => Promise<readonly { readonly address: string }[]>;

/**
 * True if a host is a private address, or if a name server gives one for its name. False for an unknown name.
 *
 * @param hostname as in a URL, which has decimal, octal and hexadecimal addresses in their usual form
 */
export async function isPrivateHost(hostname: string, lookup: NameLookup): Promise<boolean> {
	const address = hostname.replace(/^\[|\]$/g, '');
	if (isIP(address) !== 0) return isPrivateAddress(address);
	// These names are this machine, whatever a name server says (RFC 6761 §6.3), also if it does not respond.
	if (/(?:^|\.)localhost\.?$/i.test(address)) return true;
	const addresses = await lookup(address).catch(() => []);
	return addresses.some(({ address }) => isPrivateAddress(address));
}

/** True for a host, with or without a port, that names this machine itself. */
export function isThisMachine(host: string): boolean {
	return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
}

/** The first two groups of an IPv6 address that contain an IPv4 address: `a00:0` for 10.0.0.0. */
function groupsOf(address: string): string {
	const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
	return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
}
