import { describe, expect, it } from 'vitest';
import { arxivRoutes, crossrefItems, crossrefRoutes } from '../services.ts';
import { checked } from './checking.ts';

const items = crossrefItems([
	'published-versions/publications.json',
	'../sources/recorded/crossref/work-preprintsorg.json',
]);
const feeds = ['query-fastpaper', 'id-1605.08386-no-doi'].map((name) => `../sources/recorded/arxiv/${name}.xml`);
const routes = { ...crossrefRoutes(items), ...arxivRoutes(feeds) };

const preprint = (key: string, id: string, title: string, authors = 'Penunuri, F. and others') =>
	`@misc{${key}, author = {${authors}}, title = {${title}}, eprint = {${id}}, archiveprefix = {arXiv}, year = {2011}}\n`;
const known = preprint(
	'known',
	'1112.2954',
	'Synthesis of Spherical 4R Mechanism for Path Generation using Differential Evolution',
);

describe('preprints that have been published', () => {
	it('are reported with their place, the reason and the command', async () => {
		const { messages, diagnostics } = await checked(known, routes);
		expect(messages).toEqual([
			'online/published: known has appeared in Mechanism and Machine Theory (DOI 10.1016/j.mechmachtheory.2012.07.003): arXiv names the DOI of its publication',
		]);
		expect(diagnostics[0]?.hint).toBe('Use bibfolio sync --upgrade');
	});

	it('are asked for once', async () => {
		const { again, messages } = await checked(known, routes);
		expect(await again(known)).toEqual(messages);
	});

	it('are reported as unsure if titles and authors differ', async () => {
		const { messages, diagnostics } = await checked(
			preprint('other', '1112.2954', 'On Something Quite Different', 'Doe, Jane'),
			routes,
		);
		expect(messages.at(-1)).toMatch(
			/^online\/published: other may have appeared in .*, but its title or authors differ: "/,
		);
		expect(diagnostics.at(-1)?.hint).toContain('bibfolio add 10.1016/j.mechmachtheory.2012.07.003');
	});

	it('are not reported without a publication, or if the library has it', async () => {
		const title = 'Heat-bath random walks with Markov bases';
		const none = preprint('none', '1605.08386', title, 'Stanley, Caprice and Windisch, Tobias').replace('2011', '2016');
		expect((await checked(none, routes)).messages).toEqual([]);
		const published = `@article{b, author = {Penunuri, F. and others}, journal = {MMT}, year = {2012}, title = {Synthesis of Spherical 4R Mechanism for Path Generation using Differential Evolution}, eprint = {1112.2954}}`;
		const { messages } = await checked(known + published, routes);
		expect(messages.filter((message) => message.startsWith('online/published'))).toEqual([]);
	});

	it('report a service that fails once, as a warning', async () => {
		const failing = {
			...routes,
			'/arxiv*': (_: unknown, response: { writeHead(code: number): { end(): void } }) => response.writeHead(500).end(),
		};
		const { messages } = await checked(known, failing);
		expect(messages[0]).toBe(
			'online/unavailable: Cannot ask arXiv for published versions: HOST responded with status 500',
		);
	});
});
