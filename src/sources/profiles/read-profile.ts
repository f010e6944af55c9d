import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Client } from '../http/client.ts';
import { unavailable } from '../http/request.ts';
import { readText } from '../read-text.ts';
import type { ProfileSource, ProfileWork } from './profile-source.ts';

/** Pages of one profile. The longest known ones have a few thousand works. */
const maxPages = 200;

/**
 * The works in a profile, from all of its pages. Null, with `lookup/unknown` or `lookup/unavailable` reported, if the
 * profile is unknown or one of its pages is not available: half a list looks like a complete one.
 *
 * @param id as `source.idIn` returns it
 */
export async function readProfile(
	source: ProfileSource,
	id: string,
	client: Client,
	report: Report,
): Promise<readonly ProfileWork[] | null> {
	const works: ProfileWork[] = [];
	const first = client.addressOf(source.address, source.queryOf?.(id) ?? id);
	let address: string | null = first;
	for (let page = 1; address !== null && page <= maxPages; page++) {
		const { host } = new URL(address);
		const answer = await client.ask(source.address, address, source.accept);
		if (answer.kind === 'missing') return refuse(unknown(source, id, host), report);
		if (answer.kind === 'unavailable') return refuse(failure(source, id, host, answer), report);
		const read = readText(source, answer.text);
		if ('problem' in read) return refuse(failure(source, id, host, unavailable(read.problem, null)), report);
		const profile = source.readPage(read.value as never, address);
		if ('problem' in profile)
			return refuse(failure(source, id, host, unavailable(profile.problem, profile.remedy)), report);
		const { works: more, next } = profile;
		works.push(...more);
		// A service leads to its own pages only.
		address = next !== null && next !== address && new URL(next).host === host ? next : null;
	}
	return works;
}

function refuse(problem: Diagnostic, report: Report): null {
	report(problem);
	return null;
}

function unknown({ name, label }: ProfileSource, id: string, host: string): Diagnostic {
	return diagnostic('lookup/unknown', `Unknown ${label} id ${id}: not found at ${host}`, {
		hint: `Check "${name}" under "people"`,
	});
}

function failure(
	{ label }: ProfileSource,
	id: string,
	host: string,
	{ reason, remedy }: { readonly reason: string; readonly remedy: string | null },
): Diagnostic {
	return diagnostic('lookup/unavailable', `Cannot read ${label} profile ${id}: ${host} ${reason}`, {
		hint: remedy ?? 'Try again later, or remove the id from "people"',
	});
}
