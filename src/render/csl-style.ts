import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import type { Mark } from '../people/people.ts';
import type { Name } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import { cslEngine } from './csl-engine.ts';
import { longerList } from './csl-et-al.ts';
import { cslInput } from './csl-input.ts';
import { type CslRun, cslRuns } from './csl-output.ts';
import { type CslPackage, loadCslPackage } from './csl-package.ts';
import type { Locale } from './locale.ts';

/** A CSL style in a language. The same style, text and language give the same object. */
export interface CslStyle {
	/** A publication as the style has it; null where it has nothing to say. */
	runs(publication: Publication, marks: ReadonlyMap<Name, readonly Mark[]>): readonly CslRun[] | null;
	/** No other style has it, nor the same in another language. */
	readonly id: number;
	/** The file it was read from, absolute; null for one that came with the package. */
	readonly file: string | null;
}

const made = new WeakMap<Locale, Map<string, CslStyle>>();

/**
 * Loads a style: the name of one that comes with `@citation-js/plugin-csl` (`apa`, `vancouver`, `harvard1`), or a
 * path to a .csl file. Null, with the reason reported (`style/unavailable`), when it cannot be had.
 *
 * @param root the project's folder (absolute)
 */
export function loadCslStyle(name: string, locale: Locale, root: string, report: Report): CslStyle | null {
	const refuse = (message: string, hint: string) => {
		report(diagnostic('style/unavailable', message, { hint }));
		return null;
	};
	const found = loadCslPackage(root);
	if (!found) {
		const hint = 'Install what formats it: npm install --save-dev @citation-js/core@0.8 @citation-js/plugin-csl@0.8';
		return refuse(`The style “${name}” wants the package @citation-js/plugin-csl`, hint);
	}
	const isFile = name.endsWith('.csl');
	const known = found.styles.list().join(', ');
	if (!isFile && !found.styles.has(name))
		return refuse(
			`Unknown style “${name}”`,
			`There are ${known}; of others, name the file: styles/${name.replace(/[^\w-]+/g, '-')}.csl`,
		);
	let xml: string;
	try {
		xml = isFile ? readFileSync(resolve(root, name), 'utf8') : found.styles.get(name);
	} catch (error) {
		report(unreadable(name, error));
		return null;
	}
	if (!/<style\b/.test(xml) || !/<bibliography\b/.test(xml)) {
		const parent =
			/href="[^"]*\/([\w-]+)"\s+rel="independent-parent"|rel="independent-parent"[^>]*?href="[^"]*\/([\w-]+)"/.exec(
				xml,
			);
		const hint = parent ? `It is made after ${parent[1] ?? parent[2]}.csl: name that` : 'Take an independent style';
		return refuse(`${name} is no CSL style with a bibliography`, hint);
	}
	const styles = made.get(locale) ?? new Map<string, CslStyle>();
	made.set(locale, styles);
	const before = styles.get(xml);
	if (before) return before;
	try {
		const style = makeStyle(xml, isFile ? resolve(root, name) : null, locale, found);
		styles.set(xml, style);
		return style;
	} catch (error) {
		return refuse(`${name} cannot be used: ${String(error)}`, 'Look at it with a validator of CSL');
	}
}

function makeStyle(xml: string, file: string | null, locale: Locale, { citeproc, locales }: CslPackage): CslStyle {
	const language = locales.list().find((tag) => tag.split('-')[0] === locale.tag.split('-')[0]) ?? 'en-US';
	// citeproc-js asks for English, too.
	const retrieveLocale = (tag: string) => locales.get(locales.has(tag) ? tag : 'en-US');
	const engine = cslEngine(xml, language, retrieveLocale, citeproc);
	return {
		id: next++,
		file,
		runs(publication, marks) {
			const isMarked = (name: Name) => (marks.get(name)?.length ?? 0) > 0;
			const input = cslInput(publication, isMarked, (term) => locale.term(term), locale.quotes);
			const written = engine.write(input.item);
			const longer = longerList(input, written);
			if (!longer) return written === '' ? null : cslRuns(written, input, engine.words);
			const again = engine.write(longer.input.item, longer.raise);
			if (longer.holds(again)) return cslRuns(again, longer.input, engine.words);
			return cslRuns(engine.write(input.item, Number.POSITIVE_INFINITY), input, engine.words);
		},
	};
}

let next = 0;
