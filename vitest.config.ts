import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/setup.ts'],
		testTimeout: 20_000,
		// GitHub's parser of workflows imports JSON as only bundlers do.
		server: { deps: { inline: [/@actions/] } },
		// No test changes what another one sees, so modules are loaded once a worker: half the time on two cores.
		isolate: false,
		maxWorkers: '100%',
	},
});
