/** The response to a request, or why there is none. */
export type Answer =
	| { readonly kind: 'found'; readonly text: string; readonly type: string; readonly url: string }
	/** 404, 410: unknown to the source. 406: known, but not available in the requested format. */
	| { readonly kind: 'missing' }
	| Unavailable;

/** Why there is no usable response. */
export interface Unavailable {
	readonly kind: 'unavailable';
	/** Follows the name of the host in a message: 'did not respond within 10 s'. */
	readonly reason: string;
	/** What the user can do, as the beginning of a hint; null if only another source can help. */
	readonly remedy: string | null;
	/** There is no network, so that other sources cannot be reached either. */
	readonly offline: boolean;
	/** The HTTP status, if that is the reason. */
	readonly status?: number;
}

/** An unavailable source; `remedy` is null if a retry cannot help. */
export function unavailable(reason: string, remedy: string | null = 'Try again later', offline = false): Unavailable {
	return { kind: 'unavailable', reason, remedy, offline };
}
