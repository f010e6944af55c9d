import type { Format } from '../format.ts';
import { html } from './html.ts';

const { tidy: _tidy, ...markup } = html;

/** Data for the templates of a site generator; the entries in it are HTML. */
export const json: Format = { ...markup, name: 'json', extension: '.json', document: 'data' };
