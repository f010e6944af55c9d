import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createClient } from '../../../src/sources/http/client.ts';
import type { ProfileSource, ProfileWork } from '../../../src/sources/profiles/profile-source.ts';
import { readProfile } from '../../../src/sources/profiles/read-profile.ts';
import { readText } from '../../../src/sources/read-text.ts';

/** The text of a file of `answers/` or `recorded/`. */
export function answer(path: string): string {
	return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The works in one answer, or the problem with it. */
export function worksIn(
	source: ProfileSource,
	text: string,
	address = 'https://example.org/',
): readonly ProfileWork[] | string {
	const read = readText(source, text);
	if ('problem' in read) return read.problem;
	const page = source.readPage(read.value as never, address);
	return 'problem' in page ? page.problem : page.works;
}

/** A work as a row of a table: its entry type, its key if it has one, and its fields. */
export function row({ draft }: ProfileWork): Readonly<Record<string, string>> {
	return { entry: draft.type, ...(draft.key && { key: draft.key }), ...Object.fromEntries(draft.fields) };
}

/** The works in an answer by their ids; fails if it cannot be read. */
export function rowsIn(source: ProfileSource, text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
	const works = worksIn(source, text);
	if (typeof works === 'string') throw new Error(works);
	return new Map(works.map((work) => [work.id, row(work)]));
}

/** Reads a profile from a server at an address with `{}`. */
export async function profileAt(source: ProfileSource, address: string, id: string) {
	const client = createClient({
		timeout: 5000,
		userAgent: 'bibfolio/test',
		addresses: { [source.address]: address },
		mailto: null,
		environment: {},
	});
	const problems: Diagnostic[] = [];
	const works = await readProfile(source, id, client, (problem) => problems.push(problem));
	return { works, problems: problems.map(({ code, message, hint }) => [code, message, hint]) };
}
