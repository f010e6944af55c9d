import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request to a path; `count` is 1 for the first one, `origin` is the address of the server. */
export interface Visit {
	readonly count: number;
	readonly origin: string;
}

/** How a server responds. In texts that can name the server itself, ORIGIN is its address. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, visit: Visit) => unknown;

/** The response to a path: a file of `answers/`, or of `recorded/` if it begins so, or a behaviour. */
export type Route = string | Behaviour;

export interface Asked {
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingMessage['headers'];
}

export interface BadService {
	readonly name: string;
	readonly behaviour: Behaviour;
	/** Follows the host in the message; `unknown` if the service does not know what it was asked for. */
	readonly reason: string | RegExp;
}

type Headers = Readonly<Record<string, string>>;

export function file(path: string, replaced?: Readonly<Record<string, string>>): Behaviour;
export function text(body: string | Uint8Array, headers?: Headers): Behaviour;
export function pages(behaviours: readonly Behaviour[], parameter: string): Behaviour;
export function first(times: number, before: Behaviour, after: Behaviour): Behaviour;
export function status(code: number, headers?: Headers, body?: string): Behaviour;
export function busy(retryAfter?: string | null, code?: number): Behaviour;
export function redirect(location: string, code?: number): Behaviour;
export function huge(bytes?: number): Behaviour;
export function crowded(bytes?: number): Behaviour;
export function gzipBomb(bytes?: number): Behaviour;
export const notFound: Behaviour;
export const empty: Behaviour;
export const failing: Behaviour;
export const hanging: Behaviour;
export const slowDrip: Behaviour;
export const garbage: Behaviour;
export const torn: Behaviour;
export const wrongCharset: Behaviour;
export const privateRedirect: Behaviour;
export const webPage: Behaviour;
export const entities: Behaviour;
export const badServices: readonly BadService[];
export function answering(
	routes: Readonly<Record<string, Route>>,
	asked?: Asked[],
): (request: IncomingMessage, response: ServerResponse) => void;
