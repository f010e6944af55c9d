import { type Unavailable, unavailable } from './answer.ts';

/** Why there was no response to an attempt. */
export interface Failure {
	readonly kind: 'failure';
	readonly host: string;
	/**
	 * `closed`: not requested after earlier failures. `refused`: not requested, or not followed, because of its address.
	 * `no-host`: there is no such name. `permanent`: no server, or one that does not speak HTTP, or an invalid certificate.
	 * `passing`: another attempt may help.
	 */
	readonly cause: 'closed' | 'offline' | 'refused' | 'no-host' | 'permanent' | 'passing';
	readonly answer: Unavailable;
}

/** A failure because of an address. */
export function refused(host: string, reason: string, remedy: string | null): Failure {
	return { kind: 'failure', host, cause: 'refused', answer: unavailable(reason, remedy) };
}

/** System error codes for a host that cannot be found or reached, which are those of a missing network, too. */
const noNetwork = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);
const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_/;
/** Errors for which a retry is useless: no server at the address, or a response that is not HTTP. */
const permanentError = /ECONNREFUSED|HPE_|Z_/;

/**
 * The failure that an error of `fetch` means. Its own message is never shown: it may contain an address with a key.
 *
 * @param isOffline whether there is no network; only asked if the error could mean that
 */
export async function networkFailure(
	error: unknown,
	host: string,
	timeout: number,
	isOffline: () => Promise<boolean>,
): Promise<Failure> {
	const { name, code: ownCode = '', cause } = error as NodeJS.ErrnoException;
	const failure = (cause: Failure['cause'], answer: Unavailable): Failure => ({ kind: 'failure', host, cause, answer });
	if (name === 'TimeoutError' || name === 'AbortError')
		return failure('passing', unavailable(`did not respond within ${timeout / 1000} s`));
	const { code = ownCode, message = 'an unknown error' } = (cause ?? {}) as NodeJS.ErrnoException;
	const why = typeof code === 'string' && code !== '' ? code : message;
	if (noNetwork.has(why)) {
		if (await isOffline())
			return failure(
				'offline',
				unavailable(`cannot be reached, because there is no network (${why})`, 'Check your internet connection', true),
			);
		if (why === 'ENOTFOUND')
			return failure('no-host', unavailable('does not exist, says the name server (ENOTFOUND)', 'Check the address'));
	}
	if (badCertificate.test(why)) {
		const remedy = 'Check the clock of this computer, or set NODE_EXTRA_CA_CERTS to the certificate of your network';
		return failure('permanent', unavailable(`has an invalid certificate (${why})`, remedy));
	}
	const isPermanent = permanentError.test(`${why} ${message}`);
	return failure(isPermanent ? 'permanent' : 'passing', unavailable(`cannot be reached (${why})`));
}
