import { valueIn } from '../../text/value-in.ts';
import { type Contact, services } from '../services.ts';
import { type SourceName, sourceAddresses } from '../source-addresses.ts';
import { type Unavailable, unavailable } from './answer.ts';
import { isThisMachine } from './private-addresses.ts';

/** What services may know of the user. */
export interface Credentials {
	/** Identifies the program: `bibfolio/1.2.3`. */
	readonly userAgent: string;
	/** The user's mail address, for services that ask for one; null if unknown. */
	readonly mailto: string | null;
	/** The environment, which contains the keys of services. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** An address and its headers, as they are sent. */
export interface Signed {
	readonly address: string;
	readonly headers: Readonly<Record<string, string>>;
}

/**
 * One step of a request with the user agent, and with the key and the mail address of the user if this host may have them:
 * only the service itself, or this machine. A redirect does not take a key along, even if its address repeats it.
 *
 * @param source the source that is asked; null for a page
 */
export function sign(url: URL, source: SourceName | null, credentials: Credentials): Signed {
	const { userAgent } = credentials;
	const key = source && services[source].key;
	const secret = key && keyIn(credentials, key.variable);
	const signed = new URL(url);
	for (const [name, value] of url.searchParams) if (value === secret) signed.searchParams.delete(name);
	const headers: Record<string, string> = { 'user-agent': userAgent };
	const isOwn = source !== null && (isOwnHost(url, source) || isThisMachine(url.host));
	if (isOwn && secret && key.parameter !== undefined) signed.searchParams.set(key.parameter, secret);
	if (isOwn && secret && key.header !== undefined) headers[key.header] = secret;
	const contact = isOwn ? services[source].contact : agentContactOf(url);
	const mail = mailIn(credentials);
	if (contact?.parameter && mail !== null) signed.searchParams.set(contact.parameter, mail);
	else if (contact && mail !== null) headers['user-agent'] = `${userAgent} (mailto:${mail})`;
	return { address: signed.href, headers };
}

/** Why a source would not answer with these settings; null if it would. */
export function missingSetting(source: SourceName, credentials: Credentials): Unavailable | null {
	const { contact, key } = services[source];
	if (contact?.required && mailIn(credentials) === null)
		return unavailable(
			'needs a mail address',
			'Set "mailto" under "lookup", or the environment variable BIBFOLIO_MAILTO',
		);
	if (!key || keyIn(credentials, key.variable) !== '') return null;
	return unavailable(`cannot have a key like that in ${key.variable}`, `Copy the key again, or remove ${key.variable}`);
}

/** Names the variable of a key if a source refuses a request, or has too many. */
export function withKeyRemedy(answer: Unavailable, source: SourceName, credentials: Credentials): Unavailable {
	const variable = services[source].key?.variable;
	if (variable === undefined || answer.status === undefined || !keyStatuses.has(answer.status)) return answer;
	if (!keyIn(credentials, variable)) return { ...answer, remedy: `${answer.remedy}, or set ${variable}` };
	return answer.status === 429 ? answer : { ...answer, remedy: `Check the key in ${variable}` };
}

/** Refused (401, 403), no budget (402), too many requests (429). */
const keyStatuses: ReadonlySet<number> = new Set([401, 402, 403, 429]);

/** A key; '' if it has characters that no key has and no header may have; null if there is none. */
function keyIn({ environment }: Credentials, variable: string): string | null {
	const key = valueIn(environment, variable)?.trim();
	if (!key) return null;
	return /^[!-~]+(?: [!-~]+)?$/.test(key) ? key : '';
}

/** The mail address, as a user agent may contain it; null if it is none. */
function mailIn({ mailto }: Credentials): string | null {
	const mail = mailto?.trim() ?? '';
	return /^[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+$/.test(mail) ? encodeURI(mail) : null;
}

/** A configuration from elsewhere must not have a key sent away, nor sent through http, where others can read it. */
function isOwnHost({ origin }: URL, source: SourceName): boolean {
	return origin === new URL(sourceAddresses[source]).origin;
}

/** The contact for the service that a redirect leads to: doi.org leads to Crossref. */
function agentContactOf(url: URL): Contact | null {
	const names = Object.keys(sourceAddresses) as SourceName[];
	const source = names.find((name) => isOwnHost(url, name));
	const contact = source ? services[source].contact : null;
	return contact?.parameter === null ? contact : null;
}
