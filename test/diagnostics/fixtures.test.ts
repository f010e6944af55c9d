import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import { runBuild } from '../../src/cli/commands/build-command.ts';
import { runCheck } from '../../src/cli/commands/check-command.ts';
import { runMetrics } from '../../src/cli/commands/metrics-command.ts';
import { printDiagnostics } from '../../src/diagnostics/print.ts';
import { changeFile } from '../../src/editing/change-file.ts';
import { printingTerminal } from '../cli/printing-terminal.ts';
import { isOffline, respondingFrom } from './service-responses.ts';

/**
 * Runs `bibfolio check`, or the command in `arguments.txt`, in a copy of each folder `fixtures/<area>/<code>/` and compares
 * the output with `expected.txt`. With `--online`, `responses.json` has the responses of web services. A text in `bug.txt` makes Bibfolio throw. `PATH=folder` before the command sets the search path to a folder of the fixture. After an
 * intended change, run `npx vitest run test/diagnostics -u`.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const workplace = mkdtempSync(join(tmpdir(), 'bibfolio-diagnostics-'));
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

const codes = readdirSync(fixtures).flatMap((area) =>
	readdirSync(join(fixtures, area)).map((name) => `${area}/${name}`),
);

describe('Printed diagnostics', () => {
	it.each(codes)('match the fixture of %s', async (code) => {
		const folder = join(workplace, code);
		cpSync(join(fixtures, code), folder, { recursive: true });
		const printed = await run(folder);
		expect(printed).toContain(`[${code}]`);
		await expect(printed).toMatchFileSnapshot(join(fixtures, code, 'expected.txt'));
	});
});

describe('Messages and hints', () => {
	const sentences = () =>
		codes
			.flatMap((code) => readFileSync(join(fixtures, code, 'expected.txt'), 'utf8').split('\n'))
			.flatMap(
				(line) => /^(?:\S.*: )?(?:error|warning|info): (.+) \[.+\]$|^ {2}hint: (.+)$/.exec(line)?.slice(1) ?? [],
			);

	it('end without a full stop', () => {
		expect(sentences().filter((sentence) => sentence?.endsWith('.'))).toEqual([]);
	});

	it('quote with straight double quotes', () => {
		expect(sentences().filter((sentence) => sentence && /[“”‘]|(?:^|[\s(])'\S[^'"]*'/.test(sentence))).toEqual([]);
	});
});

/** Runs the command of a fixture and returns the diagnostics it printed. */
async function run(folder: string): Promise<string> {
	const files = readdirSync(folder);
	const commandLine = files.includes('arguments.txt') ? readFileSync(join(folder, 'arguments.txt'), 'utf8') : 'check';
	const words = commandLine.trim().split(/\s+/);
	const programs = words[0]?.startsWith('PATH=') ? words.shift()?.slice('PATH='.length) : undefined;
	if (files.includes('bug.txt')) throwFor(readFileSync(join(folder, 'bug.txt'), 'utf8').trim());
	vi.stubEnv('PATH', programs === undefined ? process.env['PATH'] : join(folder, programs));
	const [command, ...options] = words;
	if (command === 'edit') return outputOfEdit(folder, options.join(' '));
	const config = options.includes('--config') ? options[options.indexOf('--config') + 1] : undefined;
	const library = files.includes('bibfolio.yaml') || config ? [] : ['input.bib'];
	const terminal = printingTerminal(folder);
	const { printed } = terminal;
	if (command === 'add') {
		vi.stubGlobal('fetch', failedLookup);
		await runAdd({}, options, terminal);
		vi.unstubAllGlobals();
	} else if (command === 'metrics') {
		vi.stubGlobal('fetch', failedLookup);
		await runMetrics({}, [], terminal);
		vi.unstubAllGlobals();
	} else if (command === 'check') {
		const online = options.includes('--online');
		if (online) {
			const responses = join(folder, 'responses.json');
			network.isMissing = isOffline(responses);
			vi.stubGlobal('fetch', respondingFrom(responses));
		}
		await runCheck({ ...(config && { config }), online }, library, terminal);
		vi.unstubAllGlobals();
		network.isMissing = true;
	} else await runBuild({ check: options.includes('--check'), pdf: options.includes('--pdf') }, library, terminal);
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	return (command === 'check' ? printed.out : printed.err).replaceAll(folder, '.');
}

/** Simulates a bug in Bibfolio for values that contain a text. */
function throwFor(text: string): void {
	const { normalize } = String.prototype;
	vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form) {
		if (this.includes(text)) throw new TypeError('language.split is not a function');
		return normalize.call(this, form);
	});
}

/** The output of inserting a text at the beginning of a fixture's library. */
async function outputOfEdit(folder: string, text: string): Promise<string> {
	let printed = '';
	await changeFile(
		'input.bib',
		folder,
		() => [{ start: 0, end: 0, text }],
		(diagnostic) => {
			printed += printDiagnostics([diagnostic], {
				format: 'text',
				colour: false,
				toolVersion: '1.2.3',
				summary: false,
			});
		},
	);
	return printed;
}

const network = vi.hoisted(() => ({ isMissing: true }));
/** Names of hosts need no network in a fixture with responses; in others, there is none. */
vi.mock('node:dns/promises', () => ({
	lookup: async () => {
		if (network.isMissing) throw Object.assign(new Error('no network'), { code: 'EAI_AGAIN' });
		return [{ address: '93.184.215.14', family: 4 }];
	},
}));

/** A `fetch` whose sources have no records; the host `unreachable` cannot be reached. */
async function failedLookup(address: string): Promise<Response> {
	if (address.includes('unreachable')) throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } });
	return new Response('', { status: 404 });
}
