import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type Client, createClient } from '../../../src/sources/http/client.ts';
import type { ProfileSource, ProfileWork } from '../../../src/sources/profiles/profile-source.ts';
import { readProfile } from '../../../src/sources/profiles/read-profile.ts';
import { readText } from '../../../src/sources/read-text.ts';
import { type Route, type SourceServer, sourceServer } from '../server.ts';

/** A profile that was read from a local server. */
export interface ReadingResult {
	/** Null if it could not be read. */
	readonly works: readonly ProfileWork[] | null;
	readonly messages: readonly string[];
	/** The paths of the requests. */
	readonly asked: readonly string[];
	readonly server: SourceServer;
	readonly client: Client;
	readonly diagnostics: Diagnostic[];
}

/**
 * Reads a profile from a local server.
 *
 * @param path the path of the source's address, in which `{}` is the id
 */
export async function readFrom(
	source: ProfileSource,
	id: string,
	path: string,
	routes: Readonly<Record<string, Route>>,
): Promise<ReadingResult> {
	const server = await sourceServer(routes);
	const diagnostics: Diagnostic[] = [];
	const client = createClient({
		addresses: { [source.address]: server.url + path },
		timeout: 5000,
		userAgent: 'bibfolio/1.2.3',
		mailto: null,
		environment: {},
		wait: async () => {},
	});
	const works = await readProfile(source, id, client, (one) => diagnostics.push(one));
	const messages = diagnostics.map(
		({ code, message }) => `${code}: ${message.replaceAll(new URL(server.url).host, 'HOST')}`,
	);
	return { works, messages, asked: server.asked.map(({ path }) => path), server, client, diagnostics };
}

/** A route that responds with a value as JSON. */
export function json(value: unknown): Route {
	return (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A route with the status, headers and body of a recorded error. */
export function recordedError(file: string): Route {
	const { status, headers, body } = JSON.parse(readFileSync(new URL(`../recorded/${file}`, import.meta.url), 'utf8'));
	return (_, response) => response.writeHead(status, { 'content-type': headers['Content-Type'] }).end(body);
}

/** The works in the text of one page. */
export function worksIn(source: ProfileSource, text: string, address = 'https://example.org/'): readonly ProfileWork[] {
	const read = readText(source, text);
	if ('problem' in read) throw new Error(read.problem);
	const page = source.readPage(read.value as never, address);
	if ('problem' in page) throw new Error(page.problem);
	return page.works;
}

/** A draft as its fields and its entry type. */
export function written({ draft }: ProfileWork): Readonly<Record<string, string>> {
	return { entrytype: draft.type, ...Object.fromEntries(draft.fields) };
}

/** The drafts in the text of one page, by the ids of the works. */
export function draftsIn(source: ProfileSource, text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
	return new Map(worksIn(source, text).map((work) => [work.id, written(work)]));
}

/** The text of a file in `answers/` or `recorded/`. */
export function answer(path: string): string {
	return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}
