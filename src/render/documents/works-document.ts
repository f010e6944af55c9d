import { finish } from '../../formats/finish-file.ts';
import { unreserved } from '../../text/file-names.ts';
import { freeNames } from '../../text/free-names.ts';
import { browserScript, stylesheet } from '../engine/inlined.ts';
import { type DocumentParts, placedItems, type RenderedFile, type ShownList } from './document-parts.ts';
import { type NamedWork, workPage } from './work-page.ts';

/** A page for each work of a list, named after its entry key. */
export function workPages(parts: DocumentParts): RenderedFile[] {
	const { view, format, templates } = parts;
	const shared = {
		stylesheet: stylesheet(templates, [view.look.stylesheet, 'page.css', 'navigation.css', 'work.css'], format),
		script: browserScript('work', format),
	};
	const works = namedWorks(parts);
	return works.map(({ name }, index) => ({ name, contents: finish(format, workPage(works, index, parts, shared)) }));
}

/** The works of a list with the file names of their pages. */
export function namedWorks(shown: ShownList): readonly NamedWork[] {
	const nameOf = pageNames();
	const prefix = `${shown.view.id}-`;
	return placedItems(shown).map((placed) => ({
		placed,
		name: `${nameOf(withoutPrefix(placed.view.id, prefix))}.html`,
	}));
}

/** Ids in a fragment begin with the id of the list; ids on a whole page do not. */
function withoutPrefix(id: string, prefix: string): string {
	return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

const maxLength = 100;

/**
 * Returns a function that makes file names, without extension, of clean ids (`[\w-]`). No two are equal when case is ignored,
 * and none is reserved. A name is the id itself unless an earlier id took it.
 */
export function pageNames(): (id: string) => string {
	const taken = new Set<string>();
	const freeName = freeNames((name) => taken.has(name.toLowerCase()));
	return (id) => {
		const name = freeName(unreserved(id.slice(0, maxLength)));
		taken.add(name.toLowerCase());
		return name;
	};
}
