import type { Answer } from './answer.ts';

type Found = Extract<Answer, { readonly kind: 'found' }>;

/**
 * Answers that can be asked for again under a condition (RFC 9110 §13.1): a server that has the same one still says only
 * that. In memory: services forbid their storage, or do not identify versions of their answers.
 */
export interface Revisits {
	/** The condition of a request. */
	conditionOf(address: string, accept: string): Readonly<Record<string, string>>;
	/** Keeps an answer if its headers identify it. */
	keep(address: string, accept: string, headers: Headers, answer: Found): void;
	/** The answer that is still valid after status 304. */
	answerTo(address: string, accept: string): Found | null;
}

/** Characters of all answers together. */
const maxLength = 50_000_000;

export function createRevisits(): Revisits {
	const visits = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly answer: Found }>();
	let length = 0;
	const forget = (key: string) => {
		length -= visits.get(key)?.answer.text.length ?? 0;
		visits.delete(key);
	};
	const keyOf = (address: string, accept: string) => `${accept} ${address}`;
	return {
		conditionOf: (address, accept) => visits.get(keyOf(address, accept))?.headers ?? {},
		answerTo: (address, accept) => visits.get(keyOf(address, accept))?.answer ?? null,
		keep(address, accept, headers, answer) {
			const key = keyOf(address, accept);
			forget(key);
			const tag = headers.get('etag');
			const date = headers.get('last-modified');
			if (tag === null && date === null) return;
			const condition = tag !== null ? { 'if-none-match': tag } : { 'if-modified-since': date ?? '' };
			visits.set(key, { headers: condition, answer });
			length += answer.text.length;
			for (const oldest of visits.keys()) if (length > maxLength) forget(oldest);
		},
	};
}
