// A service in a process of its own, for commands that run in theirs: node answering.mjs PATH=ANSWER …
// prints its address, then a line for each request. ANSWER is a file of answers/ or recorded/, the name of a bad service
// (see behaviours.mjs), or NAME,N,FILE: bad for N requests, then the file. A path that ends in * is for all that begin so.
import { createServer } from 'node:http';
import { answering, badServices, file, first } from './behaviours.mjs';

const named = new Map(badServices.map(({ name, behaviour }) => [name, behaviour]));
const answer = (text) => {
	const [name, times, good] = text.split(',');
	const bad = named.get(name);
	if (good === undefined) return bad ?? file(text);
	return first(Number(times), bad, file(good));
};
const routes = process.argv.slice(2).map((pair) => {
	const at = pair.lastIndexOf('=');
	return [pair.slice(0, at), answer(pair.slice(at + 1))];
});
const respond = answering(Object.fromEntries(routes));
const server = createServer((request, response) => {
	console.log(`${request.method} ${decodeURI(request.url)}`);
	respond(request, response);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
