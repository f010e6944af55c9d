import type { Field } from '../../library/entry.ts';
import { linesOf } from '../../library/value-places.ts';
import { endOfMatch } from '../../text/match-at.ts';
import { memoize } from '../../text/memoize.ts';
import { type ExtraKey, extraKey, extraKeyOf } from './extra-keys.ts';
import { isProgramNote, programPhrases } from './program-notes.ts';

/** The part of a note that a program wrote. */
export interface Residue {
	/** Ranges of the value (UTF-16 offsets), in order. */
	readonly ranges: readonly Range[];
	/** What a person wrote: the value without the ranges. */
	readonly rest: string;
	/** Fields and values in the residue, in BibLaTeX's names. */
	readonly fields: ReadonlyMap<string, string>;
}

/** The residue of programs in a note; null if there is none. */
export function readResidue(field: Field): Residue | null {
	if (!candidate.test(field.value) || field.value.length > longest) return null;
	return residueIn(`${linesOf(field).join(',')}\0${field.value}`);
}

/** Length limit of a note in UTF-16 units. */
const longest = 20_000;
const candidate = /[:=[\d]|^(?:From Duplicate|working paper|Available at|Accessed on|\/(?:Users|home)\/)/i;

const residueIn = memoize((input): Residue | null => {
	const [lines = '', value = ''] = input.split('\0');
	if (isProgramNote(value)) return { ranges: [[0, value.length]], rest: '', fields: fieldsIn(segments(value, [])) };
	const written = segments(value, lines === '' ? [] : lines.split(',').map(Number));
	const ranges = [
		...written.map(({ start, end }) => [start, end] as Range),
		...[...value.matchAll(programPhrases)].map(({ 0: phrase, index }) => [index, index + phrase.length] as Range),
	]
		.map((range) => withSeparators(value, range))
		.sort(([a], [b]) => a - b);
	if (ranges.length === 0) return null;
	return { ranges, rest: without(value, ranges), fields: fieldsIn(written) };
});

type Range = readonly [start: number, end: number];

/** A range with the separators after it, or at the end of the value with those before it. */
function withSeparators(value: string, [start, end]: Range): Range {
	const after = end + (/^[\s;,|]*/.exec(value.slice(end))?.[0].length ?? 0);
	if (after < value.length) return [start, after];
	return [value.slice(0, start).replace(/[\s;,|]+$/, '').length, value.length];
}

/** A line `Key: value`. */
interface Segment {
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly key: ExtraKey;
	readonly value: string;
}

/** The lines of Zotero's Extra in a value, whose line breaks may be spaces. `lines` are the offsets where lines begin. */
function segments(value: string, lines: readonly number[]): Segment[] {
	const matches = [...value.matchAll(extraKey)].map((match) => ({
		start: match.index,
		after: match.index + match[0].length,
		name: match[1] ?? '',
		key: extraKeyOf(match[1] ?? ''),
	}));
	// Lines that an editor wrapped have no meaning.
	const isWrapped =
		matches.some(({ start, key }) => key.certain && start > 0 && !lines.includes(start)) && lines.length > 0;
	const breaks = isWrapped ? [] : lines;
	const found: Segment[] = [];
	let end = 0;
	for (const [index, match] of matches.entries()) {
		const { start, after, name, key } = match;
		if (start < end) continue;
		const continues = /^[\s;|,]*$/.test(value.slice(end, start));
		if (!continues && !breaks.includes(start) && !key.unmistakable) continue;
		const limit = Math.min(matches[index + 1]?.start ?? value.length, breaks.find((at) => at > start) ?? value.length);
		const valueEnd = endOfValue(value, after, limit, key);
		if (valueEnd === null) continue;
		end = valueEnd;
		found.push({ start, end, name, key, value: value.slice(after, end).trim() });
	}
	return runs(found, value).flatMap((run) => (isResidue(run) ? run : []));
}

function endOfValue(value: string, start: number, limit: number, { value: pattern }: ExtraKey): number | null {
	if (!pattern) return limit;
	const end = endOfMatch(pattern, value, start);
	return end === null ? null : Math.min(end, Math.max(limit, start));
}

/** Segments with only whitespace or separators between them. */
function runs(all: readonly Segment[], value: string): Segment[][] {
	const groups: Segment[][] = [];
	for (const segment of all) {
		const last = groups.at(-1)?.at(-1);
		if (last && /^[\s;|,.]*$/.test(value.slice(last.end, segment.start))) groups.at(-1)?.push(segment);
		else groups.push([segment]);
	}
	return groups;
}

/**
 * Whether a program wrote adjacent lines: one of them is certain, or there are several without an address and without the
 * commas and semicolons of a sentence.
 */
function isResidue(run: readonly Segment[]): boolean {
	const [first] = run;
	if (run.length === 1 && first && startsInLowerCase(first)) return false;
	if (run.some(({ key }) => key.certain)) return true;
	if (run.some(({ value }) => /https?:|\\url|www\.|[;,]$/.test(value))) return false;
	return run.length > 1 || (first !== undefined && isTypical(first));
}

/** 'Place: presented first in Rome' is a sentence of a person; names of places and publishers begin with a capital. */
function startsInLowerCase({ key, value }: Segment): boolean {
	return (key.field === 'location' || key.field === 'publisher') && /^\p{Ll}/u.test(value);
}

/** A single line with a value that is typical for it: 'Edition: 2nd', 'Type: article'. */
function isTypical({ name, value }: Segment): boolean {
	if (/^edition$/i.test(name))
		return /^(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|\w{4,8}th)(?: ed(?:ition|\.)?)?$/i.test(value);
	return /^type$/i.test(name) && cslType.test(value);
}

const cslType =
	/^(?:article|article-(?:journal|magazine|newspaper)|book|chapter|dataset|entry(?:-\w+)?|manuscript|motion_picture|paper-conference|post(?:-weblog)?|report|software|speech|standard|thesis|webpage)$/;

function fieldsIn(written: readonly Segment[]): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const { key, name, value: raw } of written) {
		const value = raw.replace(/[;,]$/, '');
		if (key.field === null || value === '' || fields.has(key.field)) continue;
		if (!/^\{?arxiv/i.test(name)) {
			fields.set(key.field, value);
			continue;
		}
		const [id = '', inBrackets] = value.split(/\s?\[/);
		fields.set('eprint', id).set('eprinttype', 'arxiv');
		if (inBrackets && !fields.has('eprintclass')) fields.set('eprintclass', inBrackets.replace(/[,\s\]].*$/, ''));
	}
	return fields;
}

function without(value: string, ranges: Residue['ranges']): string {
	let rest = '';
	let copied = 0;
	for (const [start, end] of ranges) {
		rest += value.slice(copied, Math.max(start, copied));
		copied = Math.max(end, copied);
	}
	return (rest + value.slice(copied))
		.replace(/\s+/g, ' ')
		.replace(/^[\s;,|]+|[\s;,|]+$/g, '')
		.replace(/^[.\s]+$/, '');
}
