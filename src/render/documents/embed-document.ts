import { finish } from '../../formats/finish-file.ts';
import { publicationYears } from '../../lists/publication-date.ts';
import { browserScript, stylesheet } from '../engine/inlined.ts';
import type { ListView } from '../views/list-view.ts';
import { type DocumentParts, placedItems, type RenderedFile, type ShownList } from './document-parts.ts';
import { safeJson } from './safe-json.ts';

/**
 * The files of a folder that other sites embed: `bibfolio.js`, with every list of the project and the code that shows them in
 * any page; a page for a frame for each list, `publications.html`; and `frame.js`, which gives frames their height.
 */
export function embedFiles(parts: DocumentParts): RenderedFile[] {
	const { format } = parts;
	return [
		{ name: 'bibfolio.js', contents: embedScript(parts) },
		{ name: 'frame.js', contents: `${ascii(browserScript('frame-host', format).text.value)}\n` },
		...parts.lists().map((shown) => ({ name: `${shown.list.id}.html`, contents: framePage(shown, parts) })),
	];
}

/** The code with the lists as its argument: nothing that another script on the page could touch. */
function embedScript(parts: DocumentParts): string {
	const { templates, format, view } = parts;
	const data = {
		base: baseOf(view),
		css: stylesheet(templates, ['embed.css'], format).text.value,
		lists: parts.lists().map((shown) => listData(shown, parts)),
	};
	const code = browserScript('embed', format).text.value;
	return `/* Bibfolio */(function(bibfolio){${ascii(code)}})(${ascii(safeJson(data))});\n`;
}

/** A script is read in the encoding of the page that loads it, unless its server says another; only ASCII is the same in all. */
function ascii(script: string): string {
	return script.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A list as a fragment. */
function listData(shown: ShownList, { environment, format }: DocumentParts): object {
	const html = finish(format, environment.render('list', shown.view));
	return { id: shown.list.id, html, years: yearsById(shown) };
}

/** The first and last year of each work by its id. */
function yearsById(shown: ShownList): Readonly<Record<string, readonly [number, number]>> {
	return Object.fromEntries(
		placedItems(shown).flatMap(({ item, view }) => {
			const found = publicationYears(item.publication);
			return found ? [[view.id, [finite(found.first), finite(found.last)]]] : [];
		}),
	);
}

/** An open year as one that JSON can write. */
function finite(year: number): number {
	return Math.max(-9999, Math.min(9999, year));
}

/** What the template `frame` sees beside the list. */
export interface FrameView extends ListView {
	/** What addresses in it are relative to. */
	readonly base: string;
	/** {@link yearsById} as JSON. */
	readonly years: string;
}

function framePage(shown: ShownList, { environment, templates, format }: DocumentParts): string {
	const own = {
		base: baseOf(shown.view),
		years: safeJson(yearsById(shown)),
		stylesheet: stylesheet(templates, ['embed.css', 'frame.css'], format),
		script: browserScript('frame', format),
	};
	return finish(format, environment.render('frame', Object.assign(view(shown), own)));
}

/** A view that begins with all that a list has; what it shows of these itself goes before. */
function view({ view }: ShownList): ListView {
	return Object.create(view, { stylesheet: { writable: true }, script: { writable: true } });
}

/** The page of the list, else the folder above. */
function baseOf({ place }: ListView): string {
	return place.nearPage ?? '../';
}
