import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import { compose } from '../../text/compose.ts';
import { memoize } from '../../text/memoize.ts';
import { bracedContent } from './braced-names.ts';
import { readExtended } from './extended-names.ts';
import type { Name } from './name.ts';
import { orcidIn } from './name-annotations.ts';
import { isCjk, nameProblem } from './name-checks.ts';
import { orderedName, writtenInOrder } from './name-order.ts';
import { type NameProblem, type NameReport, repairProblem } from './name-report.ts';
import { nameParts, splitTopLevel, splitWords } from './name-split.ts';
import { trailingInitials } from './name-words.ts';
import { isOrganization, organizationWithComma } from './organizations.ts';
import { vietnameseParts } from './vietnamese.ts';

/** The context in which a name is read. */
export interface NameContext {
	/** BibLaTeX's `useprefix` for the entry; that of a name takes precedence. Default: false. */
	readonly usePrefix?: boolean;
	readonly commands?: UserCommands | undefined;
}

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
	readonly problems: readonly NameProblem[];
}

const plainName = memoize((text): PlainName => {
	const problems: NameProblem[] = [];
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
	const { rest: bare, orcid } = orcidIn(text);
	const braced = bracedContent(bare);
	if (braced !== null) return literalName(braced, orcid, context);
	const rest = withCapitalInitial(withoutSpaceAfterHyphen(withSingleHyphens(bare, report), report), report);
	const written = splitTopLevel(rest, ',');
	const parts = written.filter((part) => part !== '');
	if (parts.length === 0) return null;
	const organization = organizationOf(rest, written, parts);
	if (organization !== null) {
		const literal = literalName(organization, orcid, context);
		if (literal?.literal) report?.(...organizationProblem(rest, literal.literal));
		return literal;
	}
	const swapped = parts.length === 1 ? familyFirst(rest) : null;
	const ordered = orderedName(swapped?.parts ?? parts);
	const problem = swapped?.problem ?? ordered.problem;
	if (problem) report?.(...repairProblem(problem, rest, writtenInOrder(ordered)));
	const suspicion = problem ? null : nameProblem(rest, parts);
	if (suspicion) report?.('name/suspicious', ...suspicion);
	return personName(ordered, orcid, context);
}

/** Replaces the double hyphen of 'Hasegawa--Johnson', which is a dash to LaTeX. */
function withSingleHyphens(name: string, report: NameReport | undefined): string {
	const corrected = name.includes('--') ? name.replace(/(?<=[\p{L}.])--+(?=\p{L})/gu, '-') : name;
	if (corrected !== name) report?.(...repairProblem('Two hyphens in the name', name, corrected));
	return corrected;
}

/** Closes up 'Garcia- Lopez', as copied from two lines of a page. */
function withoutSpaceAfterHyphen(name: string, report: NameReport | undefined): string {
	const corrected = name.includes('- ') ? name.replace(/(?<=\p{Ll}-)\s+(?=\p{Lu}\p{Ll})/gu, '') : name;
	if (corrected !== name) report?.(...repairProblem('Space after a hyphen in the name', name, corrected));
	return corrected;
}

/** Mendeley writes the last initial in lower case: 'Lovelace, Ada b.'. Not 'v.' and 'd.', which abbreviate particles. */
function withCapitalInitial(name: string, report: NameReport | undefined): string {
	const initial = name.includes(',') ? lowerInitial.exec(name) : null;
	if (!initial || !name.slice(0, initial.index).includes(',')) return name;
	const corrected = name.slice(0, initial.index) + initial[0].toUpperCase();
	report?.(...repairProblem('Initial in lower case in', name, corrected));
	return corrected;
}

const lowerInitial = /(?<=[\p{L}.])[\s~][abcefghijklmnopqrstuwxy]\.$/u;

/** The name of an organization that is not in braces; null for a person. */
function organizationOf(rest: string, written: readonly string[], parts: readonly string[]): string | null {
	// ', World Health Organization', as programs write a name without a family name.
	if (written[0] === '' && parts.length === 1) return parts[0] ?? '';
	if (parts.length === 2) return organizationWithComma(parts);
	return isOrganization(parts[0] ?? '') ? rest : null;
}

/** A name without a comma, split after its family name if that comes first; null for any other name. */
function familyFirst(name: string): { parts: readonly string[]; problem: string } | null {
	const parts = trailingInitials(name);
	if (parts) return { parts, problem: 'Initials after the family name in' };
	const vietnamese = vietnameseParts(name);
	return vietnamese && { parts: vietnamese, problem: 'Family name first, without a comma, in' };
}

function organizationProblem(written: string, literal: string): NameProblem {
	return [
		'name/suspicious',
		`"${literal}" was read as an organization, not as a person`,
		`Put it in braces: {${literal}}`,
		[{ written, corrected: `{${literal}}` }],
	];
}

function personName(
	{ parts, suffix }: { readonly parts: readonly string[]; readonly suffix: string },
	orcid: string | null,
	context: NameContext,
): Name | null {
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

function literalName(written: string, orcid: string | null, context: NameContext): Name | null {
	const literal = plainWords(written, context.commands).replace(/--+/g, '–');
	return literal === '' ? null : { ...makeName('', '', '', '', orcid, context), literal };
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

/**
 * Part of a name as plain text. Quotes and dashes stay as written instead of becoming typographic, because names are
 * compared: 'O'Neil' must be the same name everywhere.
 */
function plainWords(raw: string, commands: UserCommands | undefined): string {
	if (raw === '' || /^[\w .\-',]*$/.test(raw)) return raw;
	const text = /[\\$]/.test(raw) ? plainLatex(raw, commands) : raw.replace(/[{}]/g, '').replaceAll('~', ' ');
	return compose(text.replace(/\s+/g, ' ').trim());
}
