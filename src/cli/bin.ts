#!/usr/bin/env node
import * as module from 'node:module';

// Since Node 22.8, this caches compiled code in a temporary folder. The dynamic import below keeps it first.
if ('enableCompileCache' in module) (module.enableCompileCache as () => void)();
const { main } = await import('./run.ts');
await main(process.argv.slice(2));
