import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import type { Field } from '../../library/entry.ts';
import { placesInValue } from '../../library/value-places.ts';
import { decodeAddress } from '../../publications/identifiers/url-safety.ts';
import type { Publication } from '../../publications/publication.ts';
import type { LinkState } from '../../sources/http/probe.ts';
import type { OnlineContext } from './online-check.ts';

/** Links that are asked at the same time; the client asks each host one after the other. */
const parallel = 6;

/**
 * Reports links that lead nowhere (`online/dead-link`), and those that moved for good (`online/moved-link`). Every other
 * answer proves nothing: many servers refuse programs. Each address is asked once.
 */
export async function deadLinks({ publications, client, reportFailure }: OnlineContext, report: Report): Promise<void> {
	const places = placesOfLinks(publications);
	const states = await inParallel([...places.keys()], (address) => client.probe(address));
	for (const [address, links] of places) {
		const state = states.get(address);
		if (state) reportState(state, address, links, report);
		if (state?.kind === 'unknown' && state.offline)
			reportFailure({ ...state, remedy: 'Check your internet connection' });
	}
}

/** An address in a field of an entry. */
interface LinkPlace {
	readonly publication: Publication;
	readonly field: Field;
}

/** The links of all works by address, without those of identifiers. */
function placesOfLinks(publications: readonly Publication[]): ReadonlyMap<string, readonly LinkPlace[]> {
	const places = new Map<string, LinkPlace[]>();
	for (const publication of publications)
		for (const { url } of publication.links) {
			const field = isChecked(url) ? fieldWith(url, publication) : null;
			if (!field) continue;
			const others = places.get(url);
			if (others) others.push({ publication, field });
			else places.set(url, [{ publication, field }]);
		}
	return places;
}

/** Identifiers have checks of their own. */
function isChecked(url: string): boolean {
	return /^https?:\/\//i.test(url) && !/^https?:\/\/(?:(?:dx\.)?doi\.org\/|arxiv\.org\/(?:abs|pdf)\/)/i.test(url);
}

/** The field of the entry itself that contains an address; null if it is made from an identifier, or inherited. */
function fieldWith(url: string, { entry }: Publication): Field | null {
	const wanted = comparable(url);
	for (const field of entry.fields.values())
		if (!field.inheritedFrom && comparable(decodeAddress(field.value)).includes(wanted)) return field;
	return null;
}

function comparable(address: string): string {
	return address.toLowerCase().replace(/^https?:\/\/|%[0-9a-f]{2}|[^\x21-\x7e]|[\\{}]/g, '');
}

function reportState(state: LinkState, address: string, places: readonly LinkPlace[], report: Report): void {
	const [first] = places;
	if (!first) return;
	const { publication, field } = first;
	const more = places.length === 1 ? '' : ` (and in ${places.length - 1} more)`;
	if (state.kind === 'gone' || state.kind === 'no-host') {
		const reason =
			state.kind === 'gone'
				? `the server responds with status ${state.status}`
				: `the host ${state.host} does not exist`;
		report(
			diagnostic('online/dead-link', `Dead link in ${publication.key}${more}: ${reason}`, {
				span: field.span,
				hint: `Replace or remove ${address}`,
			}),
		);
	}
	if (state.kind === 'moved' && isNews(address, state.to)) {
		report(
			diagnostic('online/moved-link', `Moved link in ${publication.key}${more}: ${state.to}`, {
				span: field.span,
				hint: 'Use the new address',
				remedy: places.flatMap(({ field }) => replaced(field, address, state.to)),
			}),
		);
	}
}

/** False for another scheme or 'www.', and for pages that answer in place of a missing one: a home page, a login. */
function isNews(from: string, to: string): boolean {
	const [before, after] = [new URL(from), new URL(to)];
	const bare = ({ host, pathname, search }: URL) =>
		`${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
	if (bare(before) === bare(after)) return false;
	if (after.pathname.replace(/\/(?:index\.\w+)?$/, '') === '' && before.pathname.length > 1) return false;
	return !/\b(?:log-?in|sign-?in|sso|auth|session|cookie|consent|captcha|error|notfound|not-found|404)/i.test(
		`${after.host}${after.pathname}${after.search}`,
	);
}

function replaced(field: Field, from: string, to: string): Edit[] {
	const at = field.value.indexOf(from);
	if (at < 0 || /[{}\\%]/.test(to)) return [];
	const span = placesInValue(field)(at, at + from.length);
	return span === field.span ? [] : [{ span, text: to }];
}

async function inParallel<Value>(
	addresses: readonly string[],
	ask: (address: string) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> {
	const answers = new Map<string, Value>();
	const rest = addresses.values();
	const worker = async () => {
		for (const address of rest) answers.set(address, await ask(address));
	};
	await Promise.all(Array.from({ length: parallel }, worker));
	return answers;
}
