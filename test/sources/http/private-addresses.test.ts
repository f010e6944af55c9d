import { describe, expect, it } from 'vitest';
import { isPrivateHost } from '../../../src/sources/http/private-addresses.ts';

const names: Readonly<Record<string, readonly string[]>> = {
	'intranet.example': ['8.8.8.8', '10.0.0.5'],
	'public.example': ['8.8.8.8', '2606:4700::1'],
};

async function nameLookup(name: string) {
	const addresses = names[name];
	if (!addresses) throw new Error('ENOTFOUND');
	return addresses.map((address) => ({ address }));
}

describe('A private host', () => {
	it.each([
		...['127.0.0.1', '127.255.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
		...['0.0.0.0', '0.1.2.3', '100.64.0.1', '100.127.255.255', '192.0.0.8', '224.0.0.1', '255.255.255.255'],
		...['[::1]', '[::]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fdff::1]', '[ff02::1]'],
		...['[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]', '[::127.0.0.1]', '[64:ff9b::10.0.0.1]', '[2002:a00:1::]'],
		...['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '0', '0xa9fea9fe', '１２７.0.0.1'],
		...['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', 'intranet.example'],
	])('is %s', async (host) => {
		expect(await isPrivateHost(new URL(`http://${host}/`).hostname, nameLookup)).toBe(true);
	});

	it.each([
		...['8.8.8.8', '11.0.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '169.253.0.1', '100.63.0.1', '100.128.0.1'],
		...['223.255.255.255', '1.0.0.1', '[2606:4700::1]', '[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2002:808:808::]'],
		...['nowhere.invalid', 'public.example', 'notlocalhost.example', 'notlocalhost'],
	])('is not %s', async (host) => {
		expect(await isPrivateHost(new URL(`http://${host}/`).hostname, nameLookup)).toBe(false);
	});
});
