import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type AnsweringSource, askSource } from '../ask-source.ts';
import type { Client } from '../http/client.ts';
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
	const ids = new Set<string>();
	const addressOf = (text: string) => client.addressOf(source.address, text);
	let address: string | null = source.firstPage?.(id, addressOf) ?? addressOf(id);
	const { host } = new URL(address);
	const addresses = new Set<string>();
	while (address !== null && addresses.size < maxPages) {
		addresses.add(address);
		const value = await ask(source, id, source, address, client, report);
		if (value === null) return null;
		const page = source.readPage(value, address);
		if ('problem' in page) return refuse(failure(source, id, host, page), report);
		for (const work of page.works) {
			// A work that was added in the meantime moves others to the next page.
			if (work.id === '' || !ids.has(work.id)) works.push(work);
			ids.add(work.id);
		}
		address = page.next === null ? null : nextOf(page.next, host, addresses);
	}
	return works;
}

/** A service leads to pages of its own that were not read yet. */
function nextOf(next: string, host: string, addresses: ReadonlySet<string>): string | null {
	return URL.canParse(next) && new URL(next).host === host && !addresses.has(next) ? next : null;
}

/**
 * Works of a profile, completed by what its list lacks. Works whose details are not available stay as they are, and
 * `lookup/unavailable` is reported.
 */
export async function withDetails(
	source: ProfileSource,
	id: string,
	works: readonly ProfileWork[],
	client: Client,
	report: Report,
): Promise<readonly ProfileWork[]> {
	const { details } = source;
	if (!details) return works;
	const found = new Map<string, ProfileWork>();
	const list = client.addressOf(source.address, id);
	for (let at = 0; at < works.length; at += details.limit) {
		const ids = works.slice(at, at + details.limit).map((work) => work.id);
		const form = { ...source, ...details };
		const value = await ask(source, id, form, details.addressOf(list, ids), client, report);
		if (value === null) break;
		for (const work of details.read(value)) found.set(work.id, work);
	}
	return works.map((work) => completed(work, found.get(work.id)));
}

/** The list goes before the details, because it has the identifiers of all records of a work. */
function completed(work: ProfileWork, details: ProfileWork | undefined): ProfileWork {
	if (!details) return work;
	const fields = new Map([...details.draft.fields, ...work.draft.fields]);
	const orcids = [...new Set([...work.orcids, ...details.orcids])];
	return { ...work, draft: { ...details.draft, fields }, orcids };
}

/**
 * The value of an answer; null after a report.
 *
 * @param form the source, or its details
 */
async function ask(
	source: ProfileSource,
	id: string,
	form: AnsweringSource,
	address: string,
	client: Client,
	report: Report,
): Promise<never | null> {
	const answer = await askSource(form, address, client);
	if (answer.kind === 'missing') {
		const { host } = new URL(address);
		const lacking = { problem: 'does not have the details of its works', remedy: null };
		return refuse(form === source ? unknown(source, id, host) : failure(source, id, host, lacking), report);
	}
	if (answer.kind === 'unavailable') {
		const { host, status = 0, reason, remedy } = answer;
		return refuse(failure(source, id, host, source.statuses?.[status] ?? { problem: reason, remedy }), report);
	}
	if (answer.value !== null) return answer.value as never;
	const problem = { problem: 'sent an empty answer', remedy: null };
	return refuse(failure(source, id, new URL(address).host, problem), report);
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
	{ problem, remedy }: { readonly problem: string; readonly remedy: string | null },
): Diagnostic {
	return diagnostic('lookup/unavailable', `Cannot read ${label} profile ${id}: ${host} ${problem}`, {
		hint: remedy ?? 'Try again later, or remove the id from "people"',
	});
}
