import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/sources/http/client.ts';
import { findRecord } from '../../../src/sources/records/look-up.ts';
import { rememberingClient } from '../../../src/sources/records/remembering-client.ts';
import { status, text } from '../behaviours.mjs';
import { type Route, sourceServer } from '../server.ts';

const record = (title: string) => ({
	type: 'article-journal',
	DOI: '10.1000/x',
	title,
	author: [{ family: 'Noether' }],
});
const crossref = text(JSON.stringify({ message: record('Ideals') }));
const doi = text(JSON.stringify(record('Rings')));

/** A remembering client and what its server was asked. */
async function clientFor(routes: Readonly<Record<string, Route>>) {
	const { url, asked } = await sourceServer(routes);
	const addresses = { doi: `${url}/doi/{}`, crossref: `${url}/crossref/{}`, datacite: `${url}/datacite/{}` };
	const client = rememberingClient(
		createClient({ addresses, timeout: 2000, userAgent: 'test', mailto: null, environment: {}, wait: async () => {} }),
	);
	const titleOf = async (id: string) =>
		(await findRecord({ kind: 'doi', id }, client, () => {}))?.draft.fields.get('title') ?? null;
	return { client, titleOf, paths: () => asked.map(({ path }) => path) };
}

describe('a remembering client', () => {
	it('asks Crossref for a DOI, once', async () => {
		const { titleOf, paths } = await clientFor({ '/crossref/*': crossref, '/doi/*': doi });
		expect(await Promise.all([titleOf('10.1000/x'), titleOf('10.1000/x')])).toEqual(['Ideals', 'Ideals']);
		expect(paths()).toEqual(['/crossref/10.1000/x']);
	});

	it('asks doi.org for what Crossref does not have, or cannot say', async () => {
		const unknown = await clientFor({ '/doi/*': doi });
		expect(await unknown.titleOf('10.1000/x')).toBe('Rings');
		await unknown.titleOf('10.1000/x');
		expect(unknown.paths()).toEqual(['/crossref/10.1000/x', '/doi/10.1000/x']);
		for (const route of [text('not JSON'), text('{"message": {}}'), status(500)]) {
			const { titleOf } = await clientFor({ '/crossref/*': route, '/doi/*': doi });
			expect(await titleOf('10.1000/x')).toBe('Rings');
		}
	});

	it('remembers that a record does not exist, but not that a service failed', async () => {
		const { client, titleOf, paths } = await clientFor({ '/doi/*': status(500), '/datacite/*': status(404) });
		expect([await titleOf('10.1000/x'), await titleOf('10.1000/x')]).toEqual([null, null]);
		expect(paths().filter((path) => path.startsWith('/crossref'))).toHaveLength(1);
		expect(paths().filter((path) => path.startsWith('/doi')).length).toBeGreaterThan(1);
		expect(client.answered()).toBe(true);
	});

	it('knows that no service answered', async () => {
		const { client, titleOf } = await clientFor({
			'/crossref/*': status(500),
			'/doi/*': status(500),
			'/datacite/*': status(500),
		});
		expect(client.answered()).toBe(true);
		await titleOf('10.1000/x');
		expect(client.answered()).toBe(false);
	});

	it('distinguishes answers in different formats', async () => {
		const { client, paths } = await clientFor({ '/datacite/*': text('{}') });
		const address = client.addressOf('datacite', '10.1000/x');
		for (const accept of ['application/json', 'text/plain', 'application/json'])
			await client.ask('datacite', address, accept);
		expect(paths()).toHaveLength(2);
	});
});
