// Runs torture.ts, a TypeScript file that reads the sources.
import { runnerImport } from 'vite';

await runnerImport(new URL('torture.ts', import.meta.url).pathname, { configFile: false, logLevel: 'error' });
