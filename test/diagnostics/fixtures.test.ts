import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import { runBuild } from '../../src/cli/commands/build-command.ts';
import { runCheck } from '../../src/cli/commands/check-command.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { printDiagnostics } from '../../src/diagnostics/print.ts';
import { changeFile } from '../../src/editing/change-file.ts';

/**
 * A folder `fixtures/<area>/<code>/` is copied, `bibfolio check` is run in it (or what its `arguments.txt` says), and
 * what is printed must be `expected.txt`. `PATH=folder` before the command puts the fixture's own programs on the path. After a change that is meant: `npx vitest run test/diagnostics -u`.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const workplace = mkdtempSync(join(tmpdir(), 'bibfolio-diagnostics-'));
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

const codes = readdirSync(fixtures).flatMap((area) =>
	readdirSync(join(fixtures, area)).map((name) => `${area}/${name}`),
);

describe('what is printed for', () => {
	it.each(codes)('%s', async (code) => {
		const folder = join(workplace, code);
		cpSync(join(fixtures, code), folder, { recursive: true });
		const printed = await run(folder);
		expect(printed).toContain(`[${code}]`);
		await expect(printed).toMatchFileSnapshot(join(fixtures, code, 'expected.txt'));
	});
});

describe('messages and hints', () => {
	const sentences = () =>
		codes
			.flatMap((code) => readFileSync(join(fixtures, code, 'expected.txt'), 'utf8').split('\n'))
			.flatMap(
				(line) => /^(?:\S.*: )?(?:error|warning|info): (.+) \[.+\]$|^ {2}hint: (.+)$/.exec(line)?.slice(1) ?? [],
			);

	it('end without a stop, since they stand in many places', () => {
		expect(sentences().filter((sentence) => sentence?.endsWith('.'))).toEqual([]);
	});

	it('put what they name between “ and ”', () => {
		expect(sentences().filter((sentence) => sentence && /(?:^|[\s(])(['"])\S[^'"]*\1/.test(sentence))).toEqual([]);
	});
});

/** Runs the command of a fixture and gives the findings it printed. */
async function run(folder: string): Promise<string> {
	const files = readdirSync(folder);
	const own = files.includes('arguments.txt') ? readFileSync(join(folder, 'arguments.txt'), 'utf8') : 'check';
	const words = own.trim().split(/\s+/);
	const programs = words[0]?.startsWith('PATH=') ? words.shift()?.slice('PATH='.length) : undefined;
	vi.stubEnv('PATH', programs === undefined ? process.env['PATH'] : join(folder, programs));
	const [command, ...options] = words;
	if (command === 'edit') return edited(folder, options.join(' '));
	const config = options.includes('--config') ? options[options.indexOf('--config') + 1] : undefined;
	const library = files.includes('bibfolio.yaml') || config ? [] : ['input.bib'];
	const printed = { out: '', err: '' };
	const terminal: Terminal = {
		cwd: folder,
		version: '1.2.3',
		out: (text) => {
			printed.out += text;
		},
		err: (text) => {
			printed.err += text;
		},
		colour: { out: false, err: false },
		width: null,
		asks: false,
		interactive: false,
	};
	if (command === 'add') {
		vi.stubGlobal('fetch', answered);
		await runAdd({}, options, terminal);
		vi.unstubAllGlobals();
	} else if (command === 'check') await runCheck({ ...(config && { config }) }, library, terminal);
	else await runBuild({ check: options.includes('--check'), pdf: options.includes('--pdf') }, library, terminal);
	vi.unstubAllEnvs();
	return (command === 'check' ? printed.out : printed.err).replaceAll(folder, '.');
}

/** What is said when a text is put in front of a fixture's library. */
async function edited(folder: string, text: string): Promise<string> {
	let printed = '';
	await changeFile(
		'input.bib',
		folder,
		() => [{ start: 0, end: 0, text }],
		(found) => {
			printed += printDiagnostics([found], { format: 'text', colour: false, toolVersion: '1.2.3', summary: false });
		},
	);
	return printed;
}

/** No source knows anything, and one of them cannot be reached. */
async function answered(address: string): Promise<Response> {
	if (address.includes('unreachable')) throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } });
	return new Response('', { status: 404 });
}
