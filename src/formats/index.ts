import { atom } from './atom.ts';
import { embed } from './embed.ts';
import type { Format } from './format.ts';
import { html, htmlPage } from './html.ts';
import { json } from './json.ts';
import { latex, latexDocument } from './latex.ts';
import { markdown } from './markdown.ts';

/** Every format by its name in `bibfolio.yaml` and on the command line. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
	[html, htmlPage, markdown, latex, latexDocument, json, atom, embed].map((format) => [format.name, format]),
);
