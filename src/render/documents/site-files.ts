import type { Format } from '../../formats/format.ts';
import { browserScript, stylesheetText } from '../engine/inlined.ts';
import type { TemplateSet } from '../engine/templates.ts';
import type { Look } from '../looks.ts';
import { asciiScript } from './ascii-script.ts';

/** What the files are written from that all lists of a site share. */
export interface SiteParts {
	readonly templates: TemplateSet;
	readonly format: Format;
	readonly look: Look;
}

/** What fragments need beyond a list itself: tools, dialog, the head of a person, tables, and protection from a site's styles. */
const additions = ['tools.css', 'cite.css', 'person.css', 'table.css', 'site.css'];

/** The stylesheet of fragments with a look. */
export function siteStylesheet({ templates, look }: SiteParts): string {
	return `${stylesheetText(templates, [look.stylesheet, ...additions]).trim()}\n`;
}

/** The script of fragments. */
export function siteScript({ format }: SiteParts): string {
	return `/* Bibfolio */${asciiScript(browserScript('page', format).text.value)}\n`;
}
