import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import { memoize } from '../../text/memoize.ts';
import { readExtended } from './extended-names.ts';
import type { Name } from './name.ts';
import { orcidIn } from './name-annotations.ts';
import { isCjk, isOrganization, nameProblem, trailingInitialsProblem } from './name-checks.ts';
import { isCertainSuffix, trailingInitials } from './name-repair.ts';
import { nameParts, splitNames, splitTopLevel, splitWords } from './name-split.ts';

/** The context in which a name is read. */
export interface NameContext {
	/** BibLaTeX's `useprefix` for the entry; that of a name takes precedence. Default: false. */
	readonly usePrefix?: boolean;
	readonly commands?: UserCommands | undefined;
}

/** Receives a problem with a name. */
export type NameReport = (code: 'name/comma-list' | 'name/suspicious', message: string, hint?: string) => void;

/** Reads one name. A name without commands yields the same object in every list. */
export function readName(text: string, context: NameContext, report: NameReport | undefined): Name | null {
	if (context.usePrefix || /[\\$]/.test(text)) return readBare(text, context, report);
	const { name, problems } = plainName(text);
	for (const problem of problems) report?.(...problem);
	return name;
}

/** A name whose meaning depends only on its text, and the problems with it. */
interface PlainName {
	readonly name: Name | null;
	readonly problems: readonly Parameters<NameReport>[];
}

const plainName = memoize((text): PlainName => {
	const problems: Parameters<NameReport>[] = [];
	const name = readBare(text, {}, (...problem) => problems.push(problem));
	return { name, problems };
});

/** Creates a function that copies a name that was passed before, because marks belong to the objects of one list. */
export function distinctNames(): (name: Name) => Name {
	const used = new Set<Name>();
	return (name) => {
		if (used.has(name)) return { ...name };
		used.add(name);
		return name;
	};
}

function readBare(text: string, context: NameContext, report: NameReport | undefined): Name | null {
	const extended = text.includes('=') ? readExtended(text) : null;
	if (extended) return extendedName(extended, context);
	const { rest, orcid } = orcidIn(text);
	const braced = bracedContent(rest);
	if (braced !== null) return literalName(braced, orcid, context, report);
	const parts = splitTopLevel(rest, ',').filter((part) => part !== '');
	if (parts.length === 0) return null;
	if (parts.length !== 2 && isOrganization(parts[0] ?? '')) return literalName(rest, orcid, context, report, true);
	const swapped = parts.length === 1 ? trailingInitials(rest) : null;
	const problem = swapped ? trailingInitialsProblem(rest, swapped) : nameProblem(rest, parts);
	if (problem) report?.('name/suspicious', ...problem);
	return personName(swapped ?? parts, orcid, context);
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
		const match = / (?:Jr|Sr|I{2,3}|IV)\.?$/.exec(end);
		const name = match ? end.slice(0, match.index) : '';
		return match && name.includes(' ') ? { parts: [name], suffix: match[0].trim() } : { parts, suffix: '' };
	}
	if (!isCertainSuffix(end) || isCertainSuffix(parts[1] ?? '') !== (parts.length === 2)) return { parts, suffix: '' };
	return { parts: parts.slice(0, -1), suffix: end };
}

function extendedName(parts: ReadonlyMap<string, string>, context: NameContext): Name | null {
	const words = (key: string) => plainWords(parts.get(key) ?? '', context.commands);
	const option = parts.get('useprefix');
	const usePrefix = option === undefined ? (context.usePrefix ?? false) : /^(?:true|1|yes)$/i.test(option);
	const family = words('family');
	const given = words('given');
	if (family === '' && given === '') return null;
	const raw = parts.get('family') ?? '';
	if (given === '' && bracedContent(raw) !== null && raw.includes(' ')) {
		return { ...makeName('', '', '', '', null, context), literal: family };
	}
	const name = makeName(family, given, words('prefix'), words('suffix'), orcidIn(words('orcid')).orcid, {
		...context,
		usePrefix,
	});
	return { ...name, givenInitials: words('given-i') || null };
}

function literalName(
	written: string,
	orcid: string | null,
	context: NameContext,
	report: NameReport | undefined,
	guessed = false,
): Name | null {
	const literal = plainWords(written, context.commands);
	if (literal === '') return null;
	if (guessed) {
		report?.(
			'name/suspicious',
			`"${literal}" was read as an organization, not as a person`,
			`Put it in braces: {${literal}}`,
		);
	} else if (/,.*\sand\s.*,/i.test(literal) && splitNames(literal).every((name) => /^[^,]+,[^,]+$/.test(name))) {
		report?.('name/suspicious', 'Braces around a list of names make it a single name', 'Remove the inner braces');
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

/** The content of a name that is a single brace group; null for other names. */
function bracedContent(text: string): string | null {
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
