import type { Format } from './format.ts';
import { html } from './html.ts';

/** Data for the templates of a site generator; the entries in it are HTML. */
export const json: Format = { ...html, name: 'json', extension: '.json', document: 'data', tidy: (lines) => lines };
