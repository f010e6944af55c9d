import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import { formats } from '../../src/formats/index.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { group } from '../../src/lists/group.ts';
import type { ListSpec, PublicationList } from '../../src/lists/list.ts';
import { defaultList } from '../../src/lists/list-defaults.ts';
import { highlight } from '../../src/people/highlight.ts';
import type { Person, Spell } from '../../src/people/person.ts';
import { publicationOf } from '../../src/publications/normalize.ts';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { loadLocale } from '../../src/render/load-locale.ts';
import type { Locale } from '../../src/render/locale.ts';
import { type RenderContext, type RenderTarget, renderFiles } from '../../src/render/render.ts';

const fail = (found: Diagnostic): never => {
	throw new Error(`${found.code}: ${found.message}`);
};
const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };

/** A person with empty values for everything that a test does not set. */
export function person(name: string, more: Partial<Person & Spell> = {}): Person {
	const { role = 'owner', from = null, to = null, groups = [], ...rest } = more;
	const spells = [{ role, from, to, groups }];
	return { id: name, name, aliases: [], orcid: null, profiles: {}, url: null, image: null, spells, ...rest };
}

/** The list of a .bib. */
export function listOf(bib: string, spec: Partial<ListSpec> = {}, people: readonly Person[] = []): PublicationList {
	const library = readLibrary([source('test.bib', bib)], () => {});
	const publications = library.entries.map((entry) => publicationOf(entry, reading, () => {}));
	return group(
		{ ...defaultList, ...spec },
		highlight(publications, { people, peopleSelectors: new Map() }, () => {}),
		() => {},
	);
}

/** The locale of a language. */
export function locale(tag = 'en', words: Record<string, string> = {}): Locale {
	return loadLocale(tag, words, null, fail) as Locale;
}

/** A list rendered in a format. Diagnostics are thrown unless `report` takes them. */
export function rendered(
	list: PublicationList,
	format: string,
	target: Partial<RenderTarget> = {},
	context: Partial<RenderContext> = {},
	report: (found: Diagnostic) => void = fail,
): string | null {
	const to = formats[format];
	if (!to) throw new Error(`no format ${format}`);
	const files = renderFiles(
		list,
		{ format: to, locale: locale(), headingLevel: 2, title: null, options: {}, look: 'record', ...target },
		{ templates: loadTemplates(null, fail), links: [], privateFields: [], ...context },
		report,
	);
	return files?.[0]?.contents ?? null;
}

/** The text of a fixture. */
export function fixture(name: string): string {
	return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}
