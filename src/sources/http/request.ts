import { type Answer, unavailable } from './answer.ts';
import { exchange, type Transport } from './exchange.ts';
import { giveRest, maxAttempts, statusAnswer, usualRest } from './retry-after.ts';
import type { Revisits } from './revisits.ts';

/** How a page or a record is requested. */
export interface Reading extends Transport {
	/** Bytes of an answer after decompression. */
	readonly maxSize: number;
	readonly revisits: Revisits;
}

/**
 * Requests an address, and repeats it if the source is busy (429, 503, with `Retry-After`) or fails, up to three attempts.
 * Never throws.
 */
export async function request(address: string, accept: string, reading: Reading): Promise<Answer> {
	const { turns, revisits } = reading;
	const transport: Transport = {
		...reading,
		sign(url) {
			const { address, headers } = reading.sign(url);
			return { address, headers: { ...headers, ...revisits.conditionOf(url.href, accept) } };
		},
	};
	let last: Answer = unavailable('did not respond');
	for (let attempt = 1; attempt <= maxAttempts; attempt++) {
		const outcome = await exchange({ method: 'GET', address, accept }, transport, async (response, url) => {
			const { host } = new URL(url);
			const rest = giveRest(host, response, attempt, turns);
			const answer = await answerOf(response, url, accept, reading);
			if (rest === 'none') turns.count(host, null);
			return { kind: 'response' as const, rest, answer };
		});
		last = outcome.answer;
		if (outcome.kind === 'failure') {
			if (outcome.cause !== 'passing') break;
			turns.hold(outcome.host, usualRest(outcome.host, attempt));
		} else if (outcome.rest !== 'short') break;
	}
	return last;
}

async function answerOf(
	response: Response,
	url: string,
	accept: string,
	{ maxSize, revisits }: Reading,
): Promise<Answer> {
	const { status, headers } = response;
	if (status !== 200) {
		await response.body?.cancel();
		const same = status === 304 ? revisits.answerTo(url, accept) : null;
		return same ?? (missingStatuses.has(status) ? { kind: 'missing' } : statusAnswer(response));
	}
	const bytes = await bytesOf(response, maxSize);
	if (bytes === null) return unavailable(`sent more than ${maxSize / 1e6} MB`, null);
	const type = headers.get('content-type') ?? '';
	const text = decoded(bytes, type);
	if (text === null) return unavailable('sent text in an invalid encoding', null);
	const answer: Answer = { kind: 'found', text, type, url };
	revisits.keep(url, accept, headers, answer);
	return answer;
}

const missingStatuses: ReadonlySet<number> = new Set([404, 406, 410]);

/** The decompressed body; null if it is too long. */
async function bytesOf(response: Response, maxSize: number): Promise<Buffer | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > maxSize) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * The text in the encoding of its content type, or else in UTF-8; null if the bytes are not valid in it. A web page may
 * contain invalid bytes, and is in Windows-1252 if it is not in UTF-8 and its type does not state an encoding, as in
 * browsers.
 */
function decoded(bytes: Buffer, type: string): string | null {
	const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
	const isPage = /^text\/html|^application\/xhtml/i.test(type);
	try {
		return decoderFor(charset ?? 'utf-8', !isPage || charset === undefined).decode(bytes);
	} catch {
		return isPage ? new TextDecoder('windows-1252').decode(bytes) : null;
	}
}

function decoderFor(charset: string, fatal: boolean): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(charset, { fatal });
	} catch {
		return new TextDecoder('utf-8', { fatal });
	}
}
