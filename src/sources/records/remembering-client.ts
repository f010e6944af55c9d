import type { Answer } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { type LookupSource, lookupSources, readAnswer } from './lookup-sources.ts';

/** A client that asks for nothing twice, and knows whether any service answered. */
export interface RememberingClient extends Client {
	/** False if services were asked and none of them answered. */
	answered(): boolean;
}

/**
 * A client for several tasks of one command: each of them gets the answers that another one has had already. A service that
 * did not answer is asked again.
 *
 * A DOI is asked for at Crossref before doi.org, which would redirect most of them there: only Crossref's own record says
 * that a work was retracted, and so one answer is enough for all tasks.
 */
export function rememberingClient(client: Client): RememberingClient {
	const crossref = lookupSources.find(({ name }) => name === 'crossref') as LookupSource;
	const answers = new Map<string, Promise<Answer>>();
	/** The DOIs of addresses at doi.org. */
	const dois = new Map<string, string>();
	let requests = 0;
	let answered = 0;
	const count = (answer: Answer): Answer => {
		requests++;
		if (answer.kind !== 'unavailable') answered++;
		return answer;
	};
	const ask: Client['ask'] = (source, address, accept) => {
		const key = `${accept} ${address}`;
		const known = answers.get(key);
		if (known) return known;
		const answer = client.ask(source, address, accept).then((received) => {
			if (received.kind === 'unavailable') answers.delete(key);
			return count(received);
		});
		answers.set(key, answer);
		return answer;
	};
	return {
		...client,
		addressOf: (source, id) => {
			const address = client.addressOf(source, id);
			if (source === 'doi') dois.set(address, id);
			return address;
		},
		ask: async (source, address, accept) => {
			const doi = source === 'doi' ? dois.get(address) : undefined;
			if (doi !== undefined) {
				const answer = await ask('crossref', client.addressOf('crossref', doi), crossref.accept);
				const record = answer.kind === 'found' ? readAnswer(crossref, answer.text) : null;
				if (record && !('problem' in record)) return answer;
			}
			return ask(source, address, accept);
		},
		open: async (address, accept) => count(await client.open(address, accept)),
		answered: () => requests === 0 || answered > 0,
	};
}
