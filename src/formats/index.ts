import { valueIn } from '../text/value-in.ts';
import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { html, htmlPage } from './html/html.ts';
import { atom, embed, json, script, sitemap, stylesheet, works } from './html/html-based.ts';
import { latex, latexDocument } from './latex/latex.ts';
import { markdown } from './markdown/markdown.ts';
import { figure } from './svg/svg.ts';
import { text } from './text/text.ts';
import { typst } from './typst/typst.ts';

/** Every format by its name in `bibfolio.yaml` and on the command line. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
	[
		...[html, htmlPage, markdown, latex, latexDocument, json, atom, embed, works, sitemap, text, typst, csv],
		...[figure, stylesheet, script],
	].map((format) => [format.name, format]),
);

/** A format in the given flavour, or in its default one; undefined for an unknown name. */
export function formatIn(name: string, flavour: string | null): Format | undefined {
	const format = valueIn(formats, name);
	return flavour === null ? format : valueIn(format?.flavours ?? {}, flavour);
}

/** The names of all flavours. */
export const flavourNames: readonly string[] = Object.values(formats).flatMap(({ flavours }) =>
	Object.keys(flavours ?? {}),
);

/** The file extensions of a format, including those of its flavours. */
export function endingsOf({ extension, flavours = {} }: Format): string[] {
	return [...new Set([extension, ...Object.values(flavours).map((flavour) => flavour.extension)])];
}
