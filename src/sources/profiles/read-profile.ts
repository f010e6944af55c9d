import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Client } from '../http/client.ts';
import { unavailable } from '../http/request.ts';
import { readText, type TextForm } from '../read-text.ts';
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
	const template = client.addressOf(source.address, source.queryOf?.(id) ?? id);
	let address: string | null = source.firstPage?.(template, id) ?? template;
	const { host } = new URL(address);
	const addresses = new Set<string>();
	while (address !== null && addresses.size < maxPages) {
		addresses.add(address);
		const value = await ask(source, source, id, address, client, report);
		if (value === null) return null;
		const page = source.readPage(value, address);
		if ('problem' in page) return refuse(failure(source, id, host, unavailable(page.problem, page.remedy)), report);
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
		const value = await ask(source, details, id, details.addressOf(list, ids), client, report);
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

/** The value of an answer; null after a report. */
async function ask(
	source: ProfileSource,
	form: TextForm,
	id: string,
	address: string,
	client: Client,
	report: Report,
): Promise<never | null> {
	const { host } = new URL(address);
	const answer = await client.ask(source.address, address, source.accept);
	if (answer.kind === 'missing') return refuse(unknown(source, id, host), report);
	if (answer.kind === 'unavailable') {
		const { problem: reason = answer.reason, remedy = answer.remedy } = source.statuses?.[answer.status ?? 0] ?? {};
		return refuse(failure(source, id, host, { reason, remedy }), report);
	}
	const read = readText(form, answer.text);
	const problem = 'problem' in read ? read.problem : read.value === null ? 'sent an empty answer' : null;
	if (problem !== null) return refuse(failure(source, id, host, unavailable(problem, null)), report);
	return (read as { readonly value: never }).value;
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
