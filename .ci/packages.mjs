/** Modules that replace those of packages in a bundle, for esbuild. */
export const alias = {
	// citation-js imports both to download data, which Bibfolio does not use. In an ES module they would fail at start,
	// because they call require() for Node's modules.
	'node-fetch': './src/publications/csl/no-network.ts',
	'sync-fetch': './src/publications/csl/no-network.ts',
	'string-width': './src/cli/help-width.ts',
	// For Node, yaml offers CommonJS only, whose calls of require() do not work in an ES module.
	yaml: './node_modules/yaml/browser/index.js',
};
