#!/usr/bin/env node
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type * as Cli from './cli.ts';
import { madePage } from './commands/help-pages.ts';
import { ownVersion } from './commands/terminal.ts';
import { loadScript } from './script.ts';

/** The name of the script that `cli.ts` is compiled to; `.ci/compile.mjs` puts it in. */
declare const cliScript: string;

/** A reader that has seen enough (`| head`) is no error. */
for (const stream of [process.stdout, process.stderr])
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});

const words = process.argv.slice(2);
const answer =
	words.length === 1 && words[0] === '--version' ? `${ownVersion()}\n` : madePage(words, join(__dirname, 'help.json'));
if (answer !== null) process.stdout.write(answer);
else {
	tune();
	const { run } = loadScript(join(__dirname, cliScript), builtSomething) as typeof Cli;
	run(words).then((code) => {
		process.exitCode = code;
	});
}

/**
 * Node 20's V8 optimises a function after so few calls that what it learned from the first works does not hold for the
 * next, and compiles every pattern twice. Later versions count otherwise, and have no such flags. A pattern
 * that was used before stays with V8's interpreter, so `--no-regexp-tier-up`, which has none, would crash.
 */
function tune(): void {
	if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000 --regexp-tier-up-ticks=0');
}

/** A build has run everything that most runs need. */
function builtSomething(): boolean {
	const [command = 'build'] = words;
	const builds = command === 'build' || !/^[a-z]+$/.test(command);
	return builds && process.exitCode === 0 && !words.includes('--help') && !words.includes('-h');
}
