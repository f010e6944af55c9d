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
import { freeKey, isMachineKey, keyHabit, keyMatter } from './entry-keys.ts';
import { placeEntries, type Standing } from './entry-place.ts';
import { type Dialect, type Style, styleOf } from './file-style.ts';
import { type KeyPattern, readKeyPattern, usualPattern } from './key-pattern.ts';
import type { Replacement } from './replacements.ts';
import { writeEntry } from './write-entry.ts';

/** What the configuration and the command line say about new entries. */
export interface AddOptions {
	/** The key of the one draft there is. */
	readonly key: string | null;
	/** A pattern that was looked at; null takes the habit of the library. */
	readonly pattern: KeyPattern | null;
	readonly dialect: Dialect | null;
}

/** A draft that goes into the file. */
export interface Added {
	readonly draft: Draft;
	readonly key: string;
	/** The entry as it is written. */
	readonly text: string;
	/** The work it became a version of: a preprint and its publication. */
	readonly pairedWith: string | null;
}

/** What to write, and what was refused. */
export interface AddPlan {
	readonly replacements: readonly Replacement[];
	readonly added: readonly Added[];
	readonly problems: readonly Diagnostic[];
}

/** A library that works are added to, as it is now. */
export interface AddGround {
	/** The file to write. */
	readonly file: Source;
	readonly library: Library;
	readonly publications: readonly Publication[];
	readonly reading: Reading;
}

/**
 * Plans how drafts become entries of a file: which of them the library has already (`add/duplicate`, with its place), the
 * keys of the others, which are preprint and publication of each other, and where and how each is written.
 */
export function planAdditions(drafts: readonly Draft[], ground: AddGround, options: AddOptions): AddPlan {
	const { file, library, publications } = ground;
	const problems: Diagnostic[] = [];
	const works = worksOf(drafts, ground.reading);
	const fresh = withoutDuplicates(drafts, works, publications, problems);
	const keyed = withKeys(fresh, ground, options, problems);
	const paired = withPairs(keyed, publications);
	const renamed = new Map(
		paired.flatMap(({ draft, key }) => (draft.key && draft.key !== key ? [[draft.key, key]] : [])),
	);
	const style = styleIn(file, library, options.dialect);
	const added = paired.map(({ draft, key, work, pairedWith }) => ({
		draft,
		key,
		work,
		pairedWith,
		text: writeEntry(withNewKeys(draft, renamed), key, style),
	}));
	for (const { key, draft } of added)
		for (const note of draft.notes) problems.push(diagnostic('add/changed', `${note} (${key})`));
	const incoming = added.map(({ key, text, work }) => ({ key, text, year: yearOf(work) }));
	const replacements = placeEntries(file, standingIn(file, library, publications), incoming, style);
	return { replacements, added, problems };
}

/** What each draft means, read as a library would read it. */
export function worksOf(drafts: readonly Draft[], reading: Reading): Publication[] {
	return drafts.map(({ type, fields }) => {
		const written = [...fields].map(([name, value]) => `${name} = {${value}}`);
		const { entries } = readLibrary([source('<draft>', `@${type}{draft,\n${written.join(',\n')}\n}`)], () => {});
		return publicationOf(entries[0] ?? emptyEntry(), reading, () => {});
	});
}

/** Of @xdata and @set, which are no works: one that is like nothing. */
function emptyEntry() {
	const [entry] = readLibrary([source('<draft>', '@misc{draft,}')], () => {}).entries;
	if (!entry) throw new Error('an entry without fields was not read');
	return entry;
}

interface Fresh {
	readonly draft: Draft;
	readonly work: Publication;
}

function withoutDuplicates(
	drafts: readonly Draft[],
	works: readonly Publication[],
	publications: readonly Publication[],
	problems: Diagnostic[],
): Fresh[] {
	const known = duplicateFinder(publications);
	const contents = new Map(publications.map((work) => [contentsOf(work), work]));
	return drafts.flatMap((draft, index) => {
		const work = works[index] as Publication;
		const same = contents.get(contentsOf(work));
		const found = known.find(work) ?? (same && { first: same, shared: 'all that a list shows' });
		if (found) {
			problems.push(duplicate(work, found.first, found.shared, works.includes(found.first)));
			return [];
		}
		known.add(work);
		contents.set(contentsOf(work), work);
		return [{ draft, work }];
	});
}

/** All that makes a work one that has no author or identifier to tell it by. */
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
	const name = title.length > 60 ? `${title.slice(0, 59)}…` : title || 'A work without a title';
	return diagnostic(
		'add/duplicate',
		isNew
			? `“${name}” is given twice: they share ${shared}`
			: `“${name}” is in the library already, as ${first.key}: they share ${shared}`,
		isNew
			? {}
			: { span: first.entry.keySpan, hint: 'It was not added; what is new in it can be put into the entry there' },
	);
}

interface Keyed extends Fresh {
	readonly key: string;
}

function withKeys(fresh: readonly Fresh[], ground: AddGround, options: AddOptions, problems: Diagnostic[]): Keyed[] {
	const { library, publications } = ground;
	const places = new Map([...library.byKey].map(([key, entry]) => [key.toLowerCase(), entry]));
	const taken = new Set(places.keys());
	const pattern = options.pattern ?? (readKeyPattern(keyHabit(publications) ?? usualPattern) as KeyPattern);
	return fresh.flatMap(({ draft, work }) => {
		const given = options.key ?? (options.pattern || isMachineKey(draft.key ?? '') ? null : draft.key);
		const key = given ?? freeKey(pattern(keyMatter(work)), taken);
		if (taken.has(key.toLowerCase())) {
			problems.push(takenKey(key, places.get(key.toLowerCase())?.keySpan, freeKey(key, taken)));
			return [];
		}
		taken.add(key.toLowerCase());
		return [{ draft, work, key }];
	});
}

function takenKey(key: string, span: Diagnostic['span'], free: string): Diagnostic {
	return diagnostic('add/duplicate', `The key ${key} is taken, by a work that seems to be another one`, {
		span,
		hint: `If it is another work, add it with --key ${free}`,
	});
}

interface Paired extends Keyed {
	readonly pairedWith: string | null;
}

/** Ties a preprint and its publication where one of them is new, as the library's reader understands it. */
function withPairs(keyed: readonly Keyed[], publications: readonly Publication[]): Paired[] {
	const keys = new Map(keyed.map(({ work, key }) => [work, key]));
	const { certain, likely } = findPairs([...publications, ...keys.keys()]);
	const alike = likely.filter(({ preprint, published }) => titleKey(preprint) === titleKey(published));
	const partners = new Map<Publication, { key: string; relation: string }>();
	for (const { preprint, published } of [...certain, ...alike]) {
		const [own, other] = [keys.get(preprint), keys.get(published)];
		if (own !== undefined) partners.set(preprint, { key: other ?? published.key, relation: 'preprintof' });
		else if (other !== undefined) partners.set(published, { key: preprint.key, relation: 'preprint' });
	}
	return keyed.map(({ draft, ...rest }) => {
		const partner = partners.get(rest.work);
		if (!partner || draft.fields.has('related')) return { draft, ...rest, pairedWith: null };
		const fields = new Map([...draft.fields, ['related', partner.key], ['relatedtype', partner.relation]]);
		return { ...rest, draft: { ...draft, fields }, pairedWith: partner.key };
	});
}

/** Entries that were given together name each other by the keys they were given with. */
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

function styleIn(file: Source, library: Library, dialect: Dialect | null): Style {
	const { entries } = library.blocks;
	const usable = entries.map(({ entry }) => entry).filter(({ usable }) => usable);
	const own = usable.filter(({ source: { origin } }) => origin?.source === file);
	return styleOf(file, own, usable, dialect);
}

function standingIn(file: Source, library: Library, publications: readonly Publication[]): Standing[] {
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

/** Whether a file reads as before but for the entries added; what stands in the way is reported. */
export function readsWell(before: Source, after: Source, added: readonly Added[], report: Report): boolean {
	const [old, now] = [before, after].map((text) =>
		readLibrary([text], () => {}).blocks.entries.map(({ entry }) => entry),
	);
	const texts = new Set(added.map(({ text }) => text));
	const rest = (now ?? []).filter(({ source, usable, valid }) => !(texts.has(source.text) && usable && valid));
	const same =
		rest.length === old?.length && rest.every(({ source }, index) => source.text === old[index]?.source.text);
	if (same && (now?.length ?? 0) === rest.length + added.length) return true;
	const broken = old?.find(({ valid }) => !valid);
	report(
		diagnostic('edit/unwritable', `${before.path} was not changed: an entry in it would swallow a new one`, {
			span: broken && { source: broken.source, start: broken.keySpan.start, end: broken.keySpan.end },
			hint: 'Mend the entry that is never closed first; bibfolio check shows it',
		}),
	);
	return false;
}
