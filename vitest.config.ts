import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/setup.ts'],
		setupFiles: ['test/properties.ts'],
		testTimeout: 20_000,
		// GitHub's workflow parser imports JSON in a way that only bundlers support.
		server: { deps: { inline: [/@actions/] } },
		// Tests share no state, so each worker loads modules once. This halves the time on two cores.
		isolate: false,
		maxWorkers: '100%',
	},
});
