#!/usr/bin/env node
import { join } from 'node:path';
import { madePage } from './help-pages.ts';
import type * as Cli from './run.ts';
import { ownVersion } from './terminal.ts';

/** The name of the script that `cli.ts` is compiled into; `.ci/compile.mjs` puts it in. */
declare const programScript: string;

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
else
	import('./script.ts').then(async ({ loadScript, tune }) => {
		tune();
		let ran: Cli.Ran | undefined;
		// A build has run everything that most runs need.
		const keeps = () => ran?.command === 'build' && ran.code === 0;
		const { command } = loadScript(join(__dirname, programScript), keeps) as { command(): typeof Cli };
		ran = await command().run(words);
		process.exitCode = ran.code;
	});
