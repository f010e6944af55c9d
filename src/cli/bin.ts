#!/usr/bin/env node
import * as module from 'node:module';

// From Node 22.8 on, this caches compiled code in a temporary folder. It must come before the command is loaded, so the
// import below is dynamic.
if ('enableCompileCache' in module) (module.enableCompileCache as () => void)();
const { main } = await import('./run.ts');
await main(process.argv.slice(2));
