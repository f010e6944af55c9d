/**
 * Stands in for the package source-map in the compiled command: Handlebars then uses its own small generator of code,
 * which is enough where nobody asks for a source map, and twice as fast.
 */
export const SourceNode = undefined;
