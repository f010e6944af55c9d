import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { output, ZodMiniType } from '../text/schema.ts';
import { type Unavailable, unavailable } from './http/answer.ts';
import type { Client } from './http/client.ts';
import { readText, type TextForm } from './read-text.ts';
import type { SourceName } from './source-addresses.ts';

/** A source whose answers have one form. */
export interface AnsweringSource<Schema extends ZodMiniType = ZodMiniType> extends TextForm<Schema> {
	/** The name of its address under `lookup`. */
	readonly address: SourceName;
	/** The media types of its answers (RFC 9110 §12.5.1). */
	readonly accept: string;
}

/** The value of an answer, which matches the schema of its source, or why there is none. */
export type Answered<Value> =
	| { readonly kind: 'found'; readonly value: Value | null }
	| { readonly kind: 'missing' }
	| (Unavailable & { readonly host: string });

/** Asks a source at an address, and reads its answer. Never throws. */
export async function askSource<Schema extends ZodMiniType>(
	source: AnsweringSource<Schema>,
	address: string,
	client: Client,
): Promise<Answered<output<Schema>>> {
	const { host } = new URL(address);
	const answer = await client.ask(source.address, address, source.accept);
	if (answer.kind === 'missing') return answer;
	if (answer.kind === 'unavailable') return { ...answer, host };
	const read = readText(source, answer.text);
	return 'problem' in read ? { ...unavailable(read.problem, null), host } : { kind: 'found', value: read.value };
}

/**
 * The problem of a source without a usable answer.
 *
 * @param task what cannot be done: 'search Crossref for "On Rings"'
 */
export function sourceFailure(
	task: string,
	{ host, reason, remedy }: Unavailable & { readonly host: string },
): Diagnostic {
	return diagnostic('lookup/unavailable', `Cannot ${task}: ${host} ${reason}`, { hint: remedy ?? 'Try again later' });
}

/** The part of such a problem that says why the host gave no answer: 'doi.org responded with status 500'. */
export function failureReason({ message }: Diagnostic): string {
	return message.slice(message.lastIndexOf(': ') + 2);
}
