import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { describeWith, itWith } from '../tools.ts';
import { everyPage, pagesIn } from './html.ts';

const load = createRequire(import.meta.url);
const jar = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

describeWith('npm:vnu-jar', 'npm:html-validate')('every page', () => {
	let folder = '';
	let pages: readonly string[] = [];
	beforeAll(() => {
		folder = everyPage();
		pages = pagesIn(folder);
		expect(pages.length).toBeGreaterThan(300);
	}, 60_000);

	itWith('java')(
		'is HTML to the W3C’s checker, its styles too',
		() => {
			const given = ['--format', 'json', '--filterpattern', beside.join('|'), ...pages];
			const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 } as const;
			const { stderr } = spawnSync('java', ['-jar', jar, ...given], options);
			const { messages } = JSON.parse(stderr) as { messages: readonly Message[] };
			expect(messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`)).toEqual([]);
		},
		240_000,
	);

	it('passes html-validate', () => {
		const { HtmlValidate, StaticConfigLoader } = load('html-validate') as Validator;
		const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'], rules }));
		const found = pages.flatMap((path) =>
			validator
				.validateStringSync(readFileSync(join(folder, path), 'utf8'))
				.results.flatMap(({ messages }) => messages)
				.map(({ line, ruleId, message }) => `${path}:${line}: ${ruleId}: ${message}`),
		);
		expect(found).toEqual([]);
	}, 120_000);
});

interface Message {
	readonly url: string;
	readonly lastLine: number;
	readonly message: string;
}

interface Validator {
	readonly StaticConfigLoader: new (config: object) => unknown;
	readonly HtmlValidate: new (
		loader: unknown,
	) => {
		validateStringSync(html: string): {
			results: readonly { messages: readonly { line: number; ruleId: string; message: string }[] }[];
		};
	};
}

/** Accepted messages of the W3C checker, with reasons. */
const beside = [
	// The tight form is XML, too.
	'Trailing slash on void elements.*',
	// The checker does not know these parts of CSS (CSS Containment 3, CSS UI 4), which older browsers ignore.
	'CSS: Unrecognized at-rule “@container”',
	'CSS: “(?:container|container-type|field-sizing)”: Property “.*” doesn.t exist.*',
	// A file has no origin that 'self' could be.
	'Resource violates Content Security Policy.*image.*“img-src” directive.*',
	// Data is no script, and no policy blocks it.
	'Inline script violates Content Security Policy.*',
	// The headings of a frame go on from those of the page around it.
	'This document has heading elements but none of them has a computed heading level of 1.*',
	// A guess, which a work with a title of 5,000 times the same letter misleads.
	'This document appears to be written in .*',
];

const rules = {
	// The tight form is XML, too.
	'void-style': ['error', { style: 'selfclosing' }],
	'attribute-boolean-style': ['error', { style: 'name' }],
	// Ids are made of entry keys, which may begin with a digit.
	'valid-id': ['error', { relaxed: true }],
	// A page of a work has the work's title.
	'long-title': 'off',
	// Nothing is sent: works are found as one types.
	'wcag/h32': 'off',
};
