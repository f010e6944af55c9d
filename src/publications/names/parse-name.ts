import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import { memoize } from '../../text/memoize.ts';
import { readExtended } from './extended-names.ts';
import type { Name } from './name.ts';
import { orcidIn } from './name-annotations.ts';
import { initialsLast, isBody, isCjk, suspicion } from './name-checks.ts';
import { initialsBehind, isSureSuffix } from './name-repair.ts';
import { nameParts, splitNames, splitTop, splitWords } from './name-split.ts';

/** What reading one name needs beside its text. */
export interface NameContext {
	/** BibLaTeX's `useprefix` for the entry; a name's own wins. Default false. */
	readonly usePrefix?: boolean;
	readonly commands?: UserCommands | undefined;
}

/** Receives a problem with a name. */
export type NameIssue = (code: 'name/comma-list' | 'name/suspicious', message: string, hint?: string) => void;

/** Reads one name. A name without commands yields the same object in every list. */
export function readName(text: string, context: NameContext, issue: NameIssue | undefined): Name | null {
	if (context.usePrefix || /[\\$]/.test(text)) return readBare(text, context, issue);
	const { name, issues } = plainName(text);
	for (const found of issues) issue?.(...found);
	return name;
}

/** A name whose meaning depends only on its text, and the problems with it. */
interface PlainName {
	readonly name: Name | null;
	readonly issues: readonly Parameters<NameIssue>[];
}

const plainName = memoize((text): PlainName => {
	const issues: Parameters<NameIssue>[] = [];
	const name = readBare(text, {}, (...found) => issues.push(found));
	return { name, issues };
});

/** Makes the names of one list distinct objects, because marks are attached to them. */
export function eachOnce(): (name: Name) => Name {
	const used = new Set<Name>();
	return (name) => {
		if (used.has(name)) return { ...name };
		used.add(name);
		return name;
	};
}

function readBare(text: string, context: NameContext, issue: NameIssue | undefined): Name | null {
	const extended = text.includes('=') ? readExtended(text) : null;
	if (extended) return extendedName(extended, context);
	const { rest, orcid } = orcidIn(text);
	const body = wrapped(rest);
	if (body !== null) return literalName(body, orcid, context, issue);
	const parts = splitTop(rest, ',').filter((part) => part !== '');
	if (parts.length === 0) return null;
	if (parts.length !== 2 && isBody(parts[0] ?? '')) return literalName(rest, orcid, context, issue, true);
	const turned = parts.length === 1 ? initialsBehind(rest) : null;
	const doubt = turned ? initialsLast(rest, turned) : suspicion(rest, parts);
	if (doubt) issue?.('name/suspicious', ...doubt);
	return personName(turned ?? parts, orcid, context);
}

function personName(written: readonly string[], orcid: string | null, context: NameContext): Name | null {
	const { parts, suffix } = withSuffix(written);
	const words = (raw: string) => plainWords(raw, context.commands);
	const eastern = parts.length === 1 && isCjk(parts[0] ?? '') ? splitWords(parts[0] ?? '') : [];
	if (eastern.length > 1) {
		// Family first, as these names are written without a comma.
		const [family, ...given] = eastern.map((word) => words(word.text));
		return makeName(family ?? '', given.join(' '), '', words(suffix), orcid, context);
	}
	const { first, von, last, jr } = nameParts(parts);
	const family = words(last);
	if (family === '' && first === '' && von === '') return null;
	return makeName(family, words(first), words(von), words(jr || suffix), orcid, context);
}

/** Separates a suffix in last place from the other parts: 'Last, First, Jr', 'First Last, Jr', 'First Last Jr'. */
function withSuffix(parts: readonly string[]): { parts: readonly string[]; suffix: string } {
	const end = parts.at(-1) ?? '';
	if (parts.length === 1) {
		const found = / (?:Jr|Sr|I{2,3}|IV)\.?$/.exec(end);
		const before = found ? end.slice(0, found.index) : '';
		return found && before.includes(' ') ? { parts: [before], suffix: found[0].trim() } : { parts, suffix: '' };
	}
	if (!isSureSuffix(end) || isSureSuffix(parts[1] ?? '') !== (parts.length === 2)) return { parts, suffix: '' };
	return { parts: parts.slice(0, -1), suffix: end };
}

function extendedName(parts: ReadonlyMap<string, string>, context: NameContext): Name | null {
	const words = (key: string) => plainWords(parts.get(key) ?? '', context.commands);
	const own = parts.get('useprefix');
	const usePrefix = own === undefined ? (context.usePrefix ?? false) : /^(?:true|1|yes)$/i.test(own);
	const family = words('family');
	const given = words('given');
	if (family === '' && given === '') return null;
	const raw = parts.get('family') ?? '';
	if (given === '' && wrapped(raw) !== null && raw.includes(' ')) {
		return { ...makeName('', '', '', '', null, context), literal: family };
	}
	const name = makeName(family, given, words('prefix'), words('suffix'), orcidIn(words('orcid')).orcid, {
		...context,
		usePrefix,
	});
	return { ...name, givenInitials: words('given-i') || null };
}

function literalName(
	body: string,
	orcid: string | null,
	context: NameContext,
	issue: NameIssue | undefined,
	guessed = false,
): Name | null {
	const literal = plainWords(body, context.commands);
	if (literal === '') return null;
	if (guessed) {
		issue?.('name/suspicious', `“${literal}” was read as a body, not as a person`, `Put it in braces: {${literal}}`);
	} else if (/,.*\sand\s.*,/i.test(literal) && splitNames(literal).every((name) => /^[^,]+,[^,]+$/.test(name))) {
		issue?.('name/suspicious', 'Braces around a list of names make it one name', 'Take off the inner braces');
	}
	return { ...makeName('', '', '', '', orcid, context), literal };
}

function makeName(
	family: string,
	given: string,
	von: string,
	suffix: string,
	orcid: string | null,
	context: NameContext,
): Name {
	return {
		family,
		given,
		givenInitials: null,
		nonDroppingParticle: context.usePrefix ? von : '',
		droppingParticle: context.usePrefix ? '' : von,
		suffix,
		literal: null,
		orcid,
		annotations: [],
	};
}

/** The content of a brace group that is the whole name; else null. */
function wrapped(text: string): string | null {
	if (!text.startsWith('{') || !text.endsWith('}')) return null;
	let depth = 0;
	for (let at = 0; at < text.length - 1; at++) {
		const code = text.charCodeAt(at);
		if (code === 92 /* \ */) at++;
		else if (code === 123 /* { */) depth++;
		else if (code === 125 /* } */ && --depth === 0) return null;
	}
	return text.slice(1, -1).trim();
}

/**
 * Part of a name as plain text. Quotes and dashes stay as written instead of becoming typographic, because names are
 * compared: 'O'Neil' must be the same name everywhere.
 */
function plainWords(raw: string, commands: UserCommands | undefined): string {
	if (raw === '' || /^[\w .\-',]*$/.test(raw)) return raw;
	const text = /[\\$]/.test(raw) ? plainLatex(raw, commands) : raw.replace(/[{}]/g, '').replaceAll('~', ' ');
	return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}
