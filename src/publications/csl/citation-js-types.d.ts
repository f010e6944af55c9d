/** The part of citation-js that Bibfolio uses. The package has no types. */
declare module '@citation-js/core' {
	export const plugins: {
		readonly input: {
			data(input: unknown, type: string): readonly Readonly<Record<string, unknown>>[];
		};
		readonly config: { get(plugin: string): unknown };
	};
}

declare module '@citation-js/plugin-bibtex' {}
