import type { Format } from '../format.ts';
import { html } from './html.ts';

/** The addresses of a list's page and of its works' pages, for search engines. */
export const sitemap: Format = { ...html, name: 'sitemap', extension: '.xml', main: 'sitemap', document: 'sitemap' };
