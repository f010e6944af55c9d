import { finish } from '../../formats/finish-file.ts';
import { publicationYears } from '../../lists/publication-date.ts';
import { browserScript, stylesheet } from '../engine/inlined.ts';
import type { ListView } from '../views/list-view.ts';
import { asciiScript } from './ascii-script.ts';
import { type DocumentParts, placedItems, type RenderedFile, type ShownList, viewWith } from './document-parts.ts';
import { safeJson } from './safe-json.ts';

/**
 * The files of a folder for embedding lists in other sites: `bibfolio.js`, which contains all lists of the project and the
 * code that shows them in any page; a page per list for a frame, such as `publications.html`; and `frame.js`, which sets the
 * height of frames.
 */
export function embedFiles(parts: DocumentParts): RenderedFile[] {
	const { format } = parts;
	return [
		{ name: 'bibfolio.js', contents: embedScript(parts) },
		{ name: 'frame.js', contents: `${asciiScript(browserScript('frame-host', format).text.value)}\n` },
		...parts.lists().map((shown) => ({ name: `${shown.list.id}.html`, contents: framePage(shown, parts) })),
	];
}

/** The code with the lists as its argument, so that other scripts on the page cannot change them. */
function embedScript(parts: DocumentParts): string {
	const { templates, format, view } = parts;
	const data = {
		base: baseOf(view),
		css: stylesheet(templates, [view.look.stylesheet, 'embed.css'], format).text.value,
		lists: parts.lists().map((shown) => listData(shown, parts)),
	};
	const code = browserScript('embed', format).text.value;
	return `/* Bibfolio */(function(bibfolio){${asciiScript(code)}})(${asciiScript(safeJson(data))});\n`;
}

/** A list as an HTML fragment, with the years of its works. */
function listData(shown: ShownList, { environment, format }: DocumentParts): object {
	const html = finish(format, environment.render('list', shown.view));
	return { id: shown.list.id, html, years: yearsById(shown) };
}

/** The first and last year of each work, by id. */
function yearsById(shown: ShownList): Readonly<Record<string, readonly [number, number]>> {
	return Object.fromEntries(
		placedItems(shown).flatMap(({ item, view }) => {
			const years = publicationYears(item.publication);
			return years ? [[view.id, [finite(years.first), finite(years.last)]]] : [];
		}),
	);
}

/** Replaces the infinite year of an open range, which JSON cannot represent. */
function finite(year: number): number {
	return Math.max(-9999, Math.min(9999, year));
}

/** The view of the template `frame`. */
export interface FrameView extends ListView {
	/** The base of relative addresses in it. */
	readonly base: string;
	/** {@link yearsById} as JSON. */
	readonly years: string;
}

function framePage(shown: ShownList, { environment, templates, format }: DocumentParts): string {
	const additions = {
		base: baseOf(shown.view),
		years: safeJson(yearsById(shown)),
		stylesheet: stylesheet(templates, [shown.view.look.stylesheet, 'embed.css', 'frame.css'], format),
		script: browserScript('frame', format),
	};
	return finish(format, environment.render('frame', viewWith(shown.view, additions)));
}

/** The address of the list's page, else of the folder above. */
function baseOf({ place }: ListView): string {
	return place.nearPage ?? '../';
}
