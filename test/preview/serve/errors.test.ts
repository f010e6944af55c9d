import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../../src/diagnostics/print.ts';
import { source } from '../../../src/diagnostics/source.ts';
import { type PreviewState, servePreview } from '../../../src/preview/serve/serve.ts';

const file = source('a.bib', '@article{secret, title = {Unpublished}}');
const problem = diagnostic('bib/syntax', 'Expected a comma', { span: { source: file, start: 9, end: 15 } });
const print = (frames: boolean) =>
	printDiagnostics([problem], { format: 'text', colour: false, toolVersion: '1', summary: false, frames });
const state: PreviewState = {
	site: { outputs: [], inputs: [] },
	home: null,
	listing: '<p>lists</p>',
	errors: { withLines: print(true), withoutLines: print(false) },
};

/** The errors in the first event of a preview that listens on a host, for a Host header; null if it is refused. */
async function errorsFor(listensOn: string, host: string): Promise<string | null> {
	const preview = await servePreview(listensOn, 41_000 + Math.floor(Math.random() * 10_000), state);
	try {
		return await new Promise<string | null>((resolve, reject) => {
			const options = { host: '127.0.0.1', port: preview.port, path: '/_bibfolio/events', headers: { host } };
			get(options, (response) => {
				if (response.statusCode !== 200) resolve(null);
				response.setEncoding('utf8').on('data', (text: string) => {
					const [, data] = /^data: (.*)$/m.exec(text) ?? [];
					if (data !== undefined) resolve(JSON.parse(data).errors);
				});
			}).on('error', reject);
		});
	} finally {
		await preview.close();
	}
}

describe('The errors on a page', () => {
	it.each(['127.0.0.1', 'localhost:4020', '[::1]:4020', 'lists.localhost', '127.1.2.3:80'])(
		'contain lines of files on this machine: %s',
		async (host) => {
			expect(await errorsFor('127.0.0.1', host)).toContain('Unpublished');
		},
	);

	it.each([
		['127.0.0.1', '192.0.2.1:4020'],
		['0.0.0.0', '192.0.2.1:4020'],
		['0.0.0.0', '127.0.0.1:4020'],
		['0.0.0.0', 'localhost'],
	])('contain only messages if the server listens on %s and the host is %s', async (listensOn, host) => {
		expect(await errorsFor(listensOn, host)).toBe('a.bib:1:10: error: Expected a comma [bib/syntax]\n');
	});

	it('are refused to a foreign name, which may be this machine (DNS rebinding)', async () => {
		expect(await errorsFor('127.0.0.1', 'rebound.example')).toBe(null);
		expect(await errorsFor('0.0.0.0', 'rebound.example')).toBe(null);
	});
});
