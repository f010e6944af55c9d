#!/usr/bin/env node
import * as module from 'node:module';

// Since Node 22.8, this caches compiled code in a temporary folder. The dynamic import below keeps it first.
if ('enableCompileCache' in module) (module.enableCompileCache as () => void)();
// A reader that closes the pipe early (`| head`) is no error.
for (const stream of [process.stdout, process.stderr])
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
const { main } = await import('./run.ts');
await main(process.argv.slice(2));
