// How services answer, well and badly, for `server.ts` and for `answering.mjs`, which runs in a process of its own.
// The types are in `behaviours.d.mts`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const types = {
	json: 'application/vnd.citationstyles.csl+json',
	xml: 'application/atom+xml; charset=UTF-8',
	html: 'text/html; charset=utf-8',
};

/** A file of `answers/`, or of `recorded/` if its path begins so; `replaced` are texts to replace, such as hosts. */
export function file(path, replaced = {}) {
	return (_, response, { origin }) => {
		const bytes = readFileSync(new URL(path.startsWith('recorded/') ? path : `answers/${path}`, import.meta.url));
		const pairs = Object.entries(replaced);
		const body = pairs.reduce((text, [old, put]) => text.replaceAll(old, put.replace('ORIGIN', origin)), pairs.length > 0 ? `${bytes}` : bytes);
		response.writeHead(200, { 'content-type': types[path.split('.').at(-1)] ?? 'text/plain' }).end(body);
	};
}

/** A text. */
export function text(body, headers = {}) {
	return (_, response) => response.writeHead(200, headers).end(body);
}

/** The pages of a list, for the values of a parameter of the address in the order in which they are first asked for. */
export function pages(behaviours, parameter) {
	const values = [];
	return (request, response, visit) => {
		const value = new URL(request.url, visit.origin).searchParams.get(parameter) ?? '';
		if (!values.includes(value)) values.push(value);
		(behaviours[values.indexOf(value)] ?? notFound)(request, response, visit);
	};
}

/** One behaviour for the first requests to a path, then another. */
export function first(times, before, after) {
	return (request, response, visit) => (visit.count <= times ? before : after)(request, response, visit);
}

/** A status, with a page for people as services send it. */
export function status(code, headers = {}, body = `<html><body><h1>${code}</h1></body></html>`) {
	return (_, response) => response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(body);
}

/** Too many requests; `retryAfter` is in seconds or a date, null for none, as Crossref does. */
export function busy(retryAfter = '1', code = 429) {
	return status(code, retryAfter === null ? {} : { 'retry-after': retryAfter });
}

export function redirect(location, code = 302) {
	return (_, response, { origin }) => response.writeHead(code, { location: location.replace('ORIGIN', origin) }).end();
}

/** Many spaces, which are valid in front of JSON; in parts, so that the server does not need memory for them. */
export function huge(bytes = 100_000_000) {
	const part = Buffer.alloc(1_000_000, 32);
	return async (_, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		let resume = () => {};
		response.on('drain', () => resume()).on('close', () => resume());
		for (let sent = 0; sent < bytes && !response.destroyed; sent += part.length)
			if (!response.write(part)) await new Promise((resolve) => { resume = resolve; });
		response.end();
	};
}

/** Millions of empty values in one answer, of JSON or XML. */
export function crowded(bytes = 9_000_000) {
	return (request, response) => {
		const isXml = /xml/.test(request.headers.accept ?? '');
		const value = isXml ? '<a/>' : '[],';
		const [start, end] = isXml ? ['<feed>', '</feed>'] : ['[', '0]'];
		response.writeHead(200).end(start + value.repeat(bytes / value.length) + end);
	};
}

/** Compressed spaces, a thousandth of the size. */
export function gzipBomb(bytes = 35_000_000) {
	let bomb;
	return (_, response) => {
		bomb ??= gzipSync(Buffer.alloc(bytes, 32), { level: 1 });
		response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
	};
}

/** A byte at a time, without an end. */
export const slowDrip = (_, response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
};

export const notFound = status(404);
export const empty = text('');
export const failing = status(500);
/** Accepts the request and sends nothing. */
export const hanging = () => {};
export const garbage = text('\u0007%PDF-1.7 ]]> {"a":', { 'content-type': 'application/json' });
/** Ends in the middle of the promised length. */
export const torn = (_, response) => {
	response.writeHead(200, { 'content-length': 1000 }).write('{"a":');
	setTimeout(() => response.destroy(), 20);
};
/** Latin-1 that is called UTF-8. */
export const wrongCharset = text(Buffer.from('{"title":"M\xfcller"}', 'latin1'), { 'content-type': 'application/json; charset=utf-8' });
export const privateRedirect = redirect('http://169.254.169.254/latest/meta-data');
export const webPage = text('<!doctype html><html><h1>Sign in</h1></html>', { 'content-type': 'text/html' });
export const entities = text('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><feed>&b;</feed>', { 'content-type': 'application/xml' });

/**
 * Every way in which a service can be bad for good, by name, and the message about it after the name of the host. For
 * `unknown`, the service does not know the person or the work.
 */
export const badServices = [
	{ name: 'empty', behaviour: empty, reason: 'sent an empty answer' },
	{ name: 'not-found', behaviour: notFound, reason: 'unknown' },
	{ name: 'gone', behaviour: status(410), reason: 'unknown' },
	{ name: 'forbidden', behaviour: status(403), reason: 'responded with status 403' },
	{ name: 'busy', behaviour: busy('1'), reason: 'received too many requests (429)' },
	{ name: 'busy-for-hours', behaviour: busy('7200'), reason: 'received too many requests (429)' },
	{ name: 'busy-without-a-time', behaviour: busy(null), reason: 'received too many requests (429)' },
	{ name: 'overloaded', behaviour: busy('1', 503), reason: 'responded with status 503' },
	{ name: 'failing', behaviour: failing, reason: 'responded with status 500' },
	{ name: 'garbage', behaviour: garbage, reason: /sent an answer that is not valid (?:JSON|XML)/ },
	{ name: 'web-page', behaviour: webPage, reason: /sent a web page instead of (?:JSON|XML)/ },
	{ name: 'entities', behaviour: entities, reason: /sent an answer that is not valid (?:JSON|XML)/ },
	{ name: 'hanging', behaviour: hanging, reason: /did not respond within [\d.]+ s/ },
	{ name: 'slow-drip', behaviour: slowDrip, reason: /did not respond within [\d.]+ s/ },
	{ name: 'torn', behaviour: torn, reason: /cannot be reached \(.+\)/ },
	{ name: 'huge', behaviour: huge(), reason: /sent more than \d+ MB/ },
	{ name: 'gzip-bomb', behaviour: gzipBomb(), reason: /sent more than \d+ MB/ },
	{ name: 'crowded', behaviour: crowded(), reason: /sent (?:more than 5 MB|an answer with too many values)/ },
	{ name: 'private-redirect', behaviour: privateRedirect, reason: 'redirects to the private address 169.254.169.254' },
	{ name: 'wrong-charset', behaviour: wrongCharset, reason: 'sent text in an invalid encoding' },
];

/**
 * Answers requests by their decoded paths, with query; a path that ends in `*` is for all that begin so. Others are 404.
 * Remembers what was asked.
 */
export function answering(routes, asked = []) {
	const counts = new Map();
	return (request, response) => {
		const path = decodeURI(request.url ?? '');
		asked.push({ path, method: request.method, headers: request.headers });
		const count = (counts.get(path) ?? 0) + 1;
		counts.set(path, count);
		const prefix = Object.keys(routes).find((route) => route.endsWith('*') && path.startsWith(route.slice(0, -1)));
		const route = routes[path] ?? routes[prefix] ?? notFound;
		const behaviour = typeof route === 'string' ? file(route) : route;
		behaviour(request, response, { count, origin: `http://${request.headers.host}` });
	};
}
