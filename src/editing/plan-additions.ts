import { duplicateFinder } from '../checks/duplicates.ts';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Library } from '../library/entry.ts';
import { readLibrary } from '../library/read-library.ts';
import { findPairs } from '../lists/preprint-pairs.ts';
import { titleKey } from '../lists/similarity.ts';
import { publicationOf, type Reading } from '../publications/normalize.ts';
import type { Publication } from '../publications/publication.ts';
import type { Draft } from './drafts/draft.ts';
import { detectKeyPattern, freeKeys, isMachineKey, keyData } from './entry-keys.ts';
import { type ExistingEntry, placeEntries } from './entry-place.ts';
import { type Dialect, styleOf } from './file-style.ts';
import { defaultKeyPattern, type KeyPattern, readKeyPattern } from './key-pattern.ts';
import type { Replacement } from './replacements.ts';
import { writeEntry } from './write-entry.ts';

/** Options for new entries, from the configuration and the command line. */
export interface AddOptions {
	/** The key, if there is only one draft; null to use the draft's own key or generate one. */
	readonly key: string | null;
	/** The configured pattern; null to detect that of the library. */
	readonly pattern: KeyPattern | null;
	/** The configured dialect; null to detect it. */
	readonly dialect: Dialect | null;
}

/** A draft that goes into the file. */
export interface Added {
	/** The draft that was given, and with the fields that link it. */
	readonly given: Draft;
	readonly draft: Draft;
	readonly key: string;
	/** The text of the entry. */
	readonly text: string;
	/** The key of the preprint or publication that it is another version of. */
	readonly pairedWith: string | null;
}

/** The replacements to write, the entries in them, and diagnostics for rejected drafts. */
export interface AddPlan {
	readonly replacements: readonly Replacement[];
	readonly added: readonly Added[];
	readonly problems: readonly Diagnostic[];
}

/** The current library that drafts are added to. */
export interface AddContext {
	/** The file to write. */
	readonly file: Source;
	readonly library: Library;
	readonly publications: readonly Publication[];
	readonly reading: Reading;
}

/**
 * Plans how drafts become entries of a file. Rejects those that the library already contains (`add/duplicate`, with the
 * existing entry), chooses keys, links preprints to their publications, and places and formats each entry.
 */
export function planAdditions(drafts: readonly Draft[], context: AddContext, options: AddOptions): AddPlan {
	const { file, library, publications } = context;
	const problems: Diagnostic[] = [];
	const works = worksOf(drafts, context.reading);
	const unique = withoutDuplicates(drafts, works, publications, problems);
	const keyed = withKeys(unique, context, options, problems);
	const paired = withPairs(keyed, publications);
	const renamed = new Map(
		paired.flatMap(({ draft, key }) => (draft.key && draft.key !== key ? [[draft.key, key]] : [])),
	);
	const style = styleOf(file, library, options.dialect);
	const added = paired.map(({ given, draft, key, work, pairedWith }) => ({
		given,
		draft,
		key,
		work,
		pairedWith,
		text: writeEntry(withNewKeys(draft, renamed), key, style),
	}));
	for (const { key, draft } of added)
		for (const note of draft.notes) problems.push(diagnostic('add/changed', `${note} (${key})`));
	const incoming = added.map(({ key, text, work }) => ({ key, text, year: yearOf(work) }));
	const replacements = placeEntries(file, existingEntries(file, library, publications), incoming, style);
	return { replacements, added, problems };
}

/** The publication of each draft, as a library would read it. */
export function worksOf(drafts: readonly Draft[], reading: Reading): Publication[] {
	return drafts.map((draft) => workOf(draft, reading));
}

/** The publication of a draft, as a library would read it. */
export function workOf({ type, fields }: Draft, reading: Reading): Publication {
	const written = [...fields].map(([name, value]) => `${name} = {${value}}`);
	const { entries } = readLibrary([source('<draft>', `@${type}{draft,\n${written.join(',\n')}\n}`)], () => {});
	return publicationOf(entries[0] ?? emptyEntry(), reading, () => {});
}

/** Takes the place of @xdata and @set, which are not publications; it matches nothing. */
function emptyEntry() {
	const [entry] = readLibrary([source('<draft>', '@misc{draft,}')], () => {}).entries;
	if (!entry) throw new Error('cannot read an entry without fields');
	return entry;
}

interface NewWork {
	readonly draft: Draft;
	readonly work: Publication;
}

function withoutDuplicates(
	drafts: readonly Draft[],
	works: readonly Publication[],
	publications: readonly Publication[],
	problems: Diagnostic[],
): NewWork[] {
	const index = duplicateFinder(publications);
	const contents = new Map(publications.map((work) => [contentsOf(work), work]));
	return drafts.flatMap((draft, position) => {
		const work = works[position] as Publication;
		const same = contents.get(contentsOf(work));
		const match = index.find(work) ?? (same && { first: same, shared: 'all displayed fields' });
		if (match) {
			problems.push(duplicate(work, match.first, match.shared, works.includes(match.first)));
			return [];
		}
		index.add(work);
		contents.set(contentsOf(work), work);
		return [{ draft, work }];
	});
}

/** The displayed contents of a publication. They identify one that has neither an author nor an identifier. */
function contentsOf(work: Publication): string {
	const { title, issued, containerTitle, volume, issue, pages, links, number, contributors, publisher, note } = work;
	const words = [title, containerTitle, volume, issue, number, publisher, note].map((text) => text && plainText(text));
	const names = Object.values(contributors).flatMap((list) =>
		list.names.map(({ family, literal }) => literal ?? family),
	);
	return JSON.stringify([words, names, issued, pages, links.map(({ url }) => url)]);
}

function duplicate(work: Publication, first: Publication, shared: string, isNew: boolean): Diagnostic {
	const title = plainText(work.title);
	const name = title.length > 60 ? `${title.slice(0, 59)}…` : title || 'untitled';
	return diagnostic(
		'add/duplicate',
		isNew
			? `Duplicate input "${name}": shares ${shared} with another one`
			: `Duplicate publication "${name}": shares ${shared} with ${first.key}`,
		isNew ? {} : { span: first.entry.keySpan, hint: 'Copy new fields to the existing entry by hand' },
	);
}

interface Keyed extends NewWork {
	readonly key: string;
}

function withKeys(
	works: readonly NewWork[],
	context: AddContext,
	options: AddOptions,
	problems: Diagnostic[],
): Keyed[] {
	const { library, publications } = context;
	const entries = new Map([...library.byKey].map(([key, entry]) => [key.toLowerCase(), entry]));
	const taken = new Set(entries.keys());
	const freeKey = freeKeys(taken);
	const pattern =
		options.pattern ?? (readKeyPattern(detectKeyPattern(publications) ?? defaultKeyPattern) as KeyPattern);
	return works.flatMap(({ draft, work }) => {
		const draftKey = options.key ?? (options.pattern || isMachineKey(draft.key ?? '') ? null : draft.key);
		const key = draftKey ?? freeKey(pattern(keyData(work)));
		if (taken.has(key.toLowerCase())) {
			problems.push(takenKey(key, entries.get(key.toLowerCase())?.keySpan, freeKey(key)));
			return [];
		}
		taken.add(key.toLowerCase());
		return [{ draft, work, key }];
	});
}

function takenKey(key: string, span: Diagnostic['span'], free: string): Diagnostic {
	return diagnostic('add/duplicate', `Duplicate key "${key}": another publication has it`, {
		span,
		hint: `Use --key ${free}`,
	});
}

interface Paired extends Keyed {
	readonly given: Draft;
	readonly pairedWith: string | null;
}

/** Links a preprint and its publication if one of them is new, with fields that Bibfolio and BibLaTeX understand. */
function withPairs(keyed: readonly Keyed[], publications: readonly Publication[]): Paired[] {
	const keys = new Map(keyed.map(({ work, key }) => [work, key]));
	const { certain, likely } = findPairs([...publications, ...keys.keys()]);
	const sameTitle = likely.filter(({ preprint, published }) => titleKey(preprint) === titleKey(published));
	const partners = new Map<Publication, { key: string; relation: string }>();
	for (const { preprint, published } of [...certain, ...sameTitle]) {
		const [preprintKey, publishedKey] = [keys.get(preprint), keys.get(published)];
		if (preprintKey !== undefined)
			partners.set(preprint, { key: publishedKey ?? published.key, relation: 'preprintof' });
		else if (publishedKey !== undefined) partners.set(published, { key: preprint.key, relation: 'preprint' });
	}
	return keyed.map(({ draft, ...rest }) => {
		const partner = partners.get(rest.work);
		if (!partner || draft.fields.has('related')) return { given: draft, draft, ...rest, pairedWith: null };
		const fields = new Map([...draft.fields, ['related', partner.key], ['relatedtype', partner.relation]]);
		return { ...rest, given: draft, draft: { ...draft, fields }, pairedWith: partner.key };
	});
}

/** Updates references between new entries to their new keys. */
function withNewKeys(draft: Draft, renamed: ReadonlyMap<string, string>): Draft {
	if (renamed.size === 0) return draft;
	const fields = [...draft.fields].map(([name, value]): [string, string] =>
		/^(?:crossref|xref|xdata|related|entryset)$/.test(name)
			? [
					name,
					value
						.split(/\s*,\s*/)
						.map((key) => renamed.get(key) ?? key)
						.join(', '),
				]
			: [name, value],
	);
	return { ...draft, fields: new Map(fields) };
}

function existingEntries(file: Source, library: Library, publications: readonly Publication[]): ExistingEntry[] {
	const years = new Map(publications.map((work) => [work.entry.source, yearOf(work)]));
	return library.blocks.entries.flatMap(({ entry: { source: block, key } }) => {
		const { origin } = block;
		if (origin?.source !== file) return [];
		const start = origin.offset;
		return [{ key: key ?? '', year: years.get(block) ?? null, start, end: start + block.text.length }];
	});
}

function yearOf({ issued, eventDate }: Publication): number | null {
	return issued?.start?.year ?? eventDate?.start?.year ?? null;
}

/** True if only the added entries differ when a file is parsed again; otherwise reports why (`edit/unwritable`). */
export function parsesAsPlanned(before: Source, after: Source, added: readonly Added[], report: Report): boolean {
	const [oldEntries, newEntries] = [before, after].map((text) =>
		readLibrary([text], () => {}).blocks.entries.map(({ entry }) => entry),
	);
	const texts = new Set(added.map(({ text }) => text));
	const rest = (newEntries ?? []).filter(({ source, usable, valid }) => !(texts.has(source.text) && usable && valid));
	const same =
		rest.length === oldEntries?.length &&
		rest.every(({ source }, index) => source.text === oldEntries[index]?.source.text);
	if (same && (newEntries?.length ?? 0) === rest.length + added.length) return true;
	const broken = oldEntries?.find(({ valid }) => !valid);
	report(
		diagnostic('edit/unwritable', `Cannot change ${before.path}: an unclosed entry would contain the new one`, {
			span: broken && { source: broken.source, start: broken.keySpan.start, end: broken.keySpan.end },
			hint: 'Close that entry first; bibfolio check shows it',
		}),
	);
	return false;
}
