import type { Format } from './format.ts';
import { atom } from './html/atom-format.ts';
import { embed } from './html/embed-format.ts';
import { html, htmlPage } from './html/html.ts';
import { json } from './html/json-format.ts';
import { sitemap } from './html/sitemap-format.ts';
import { works } from './html/works-format.ts';
import { latex, latexDocument } from './latex/latex.ts';
import { markdown } from './markdown/markdown.ts';
import { text } from './text/text.ts';
import { typst } from './typst/typst.ts';

/** Every format by its name in `bibfolio.yaml` and on the command line. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
	[html, htmlPage, markdown, latex, latexDocument, json, atom, embed, works, sitemap, text, typst].map((format) => [
		format.name,
		format,
	]),
);

/** A format in one of its flavours, or in its usual one; undefined for what does not exist. */
export function formatIn(name: string, flavour: string | null): Format | undefined {
	const format = formats[name];
	return flavour === null ? format : format?.flavours?.[flavour];
}

/** The names of all flavours there are. */
export const flavourNames: readonly string[] = Object.values(formats).flatMap(({ flavours }) =>
	Object.keys(flavours ?? {}),
);

/** The endings of a format's files, those of its flavours among them. */
export function endingsOf({ extension, flavours = {} }: Format): string[] {
	return [...new Set([extension, ...Object.values(flavours).map((flavour) => flavour.extension)])];
}
