// A source that answers everything it is asked with the files named, for commands that run in processes of their own:
// node answering.mjs PATH=FILE … prints its address.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const answers = new Map(process.argv.slice(2).map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]));
const server = createServer((request, response) => {
	const file = answers.get(decodeURI(request.url));
	if (file === undefined) response.writeHead(404).end();
	else response.writeHead(200).end(readFileSync(new URL(`answers/${file}`, import.meta.url)));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
