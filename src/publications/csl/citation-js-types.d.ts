/** The little of citation-js that is used; it ships no types. */
declare module '@citation-js/core' {
	export const plugins: {
		readonly input: {
			data(input: unknown, type: string): readonly Readonly<Record<string, unknown>>[];
		};
		readonly config: { get(plugin: string): unknown };
	};
}

declare module '@citation-js/plugin-bibtex' {}
