import { latexText } from '../../latex/write-latex.ts';
import type { Name } from '../../publications/names/name.ts';
import { isFullName, startsWithGivenName, trailingInitials } from '../../publications/names/name-words.ts';
import { parseNames } from '../../publications/names/read-names.ts';
import { repairedText } from '../../text/mojibake-repair.ts';

/** The parts of a name from a source. */
export interface NameParts {
	readonly family?: string | undefined;
	readonly given?: string | undefined;
	/** 'van der', if the source separates it from the family name. */
	readonly particle?: string | undefined;
	readonly suffix?: string | undefined;
	/** The name of an organization, or a name that is not split into parts. */
	readonly literal?: string | undefined;
}

/** A list of names in BibTeX's syntax, `Family, Given and …`; '' for no names. */
export function nameList(names: readonly NameParts[]): string {
	const all = withPeriods(names.map(cleaned));
	const persons = all.filter(({ literal, family }) => literal === '' && family !== '');
	// If one name is certainly in capitals and all others may be, short names are treated as capitals as well.
	const allCaps = persons.some(isAllCaps) && persons.every(({ family }) => isUpper(family));
	return all
		.map((name) => nameValue(allCaps || isAllCaps(name) ? withoutCaps(name) : name))
		.filter((name) => name !== '')
		.join(' and ');
}

type CleanName = Required<Record<keyof NameParts, string>>;

/** `Family, Given`, `von Family, Jr., Given`, `{World Health Organization}`, `others`. */
function nameValue({ literal, family, given, particle, suffix }: CleanName): string {
	if (literal !== '') return /^(?:et\.? al\.?|and others|others)$/i.test(literal) ? 'others' : organization(literal);
	if (family === '') return given === '' ? '' : organization(given);
	if (/^(?:et\.? al\.?|others)$/i.test(family) && given === '') return 'others';
	// Several words without a given name are an organization.
	if (given === '' && /\s/.test(family) && particle === '') return organization(family);
	const last = [particle, guarded(family)].filter(Boolean).join(' ');
	return [last, suffix, guarded(given)].filter((part) => part !== '').join(', ');
}

function cleaned(name: NameParts): CleanName {
	const [literal, family, given, particle, suffix] = [
		name.literal,
		name.family,
		name.given,
		name.particle,
		name.suffix,
	].map((part) =>
		repairedText(part ?? '')
			.replace(/\s+/g, ' ')
			.replace(/(?<=\p{L})[‐‑–−](?=\p{L})/gu, '-')
			.replace(/(?<![,;\s])[,;\s]+$/, '')
			.trim(),
	) as [string, string, string, string, string];
	// 'Smith Jr.' as a family name, 'John, III' as a given one.
	const familyMatch = /^(.*\S),?\s(Jr\.?|Sr\.?|I{2,3}|IV)$/.exec(family);
	const givenMatch = /^(.*\S),?\s(Jr\.?|Sr\.?|I{2,3}|IV)$/.exec(given);
	return {
		literal: literal.replace(/^\{(.*)\}$/, '$1'),
		family: familyMatch?.[1] ?? family,
		given: givenMatch?.[1] ?? given,
		particle,
		suffix: suffix || (familyMatch?.[2] ?? givenMatch?.[2] ?? ''),
	};
}

/** Adds the periods that PubMed omits: in 'Daniel S', and in 'AJ' if all given names of the list are as short. */
function withPeriods(names: readonly CleanName[]): readonly CleanName[] {
	const all = names.flatMap(({ given }) => (given === '' ? [] : [given]));
	const areInitials =
		all.every((given) => /^\p{Lu}{1,3}$/u.test(given)) && all.some((given) => /^[^AEIOUY]{2,3}$/.test(given));
	return names.map((name) => ({
		...name,
		given: areInitials
			? [...name.given].map((letter) => `${letter}.`).join(' ')
			: name.given.replace(/(?<=\s)\p{Lu}(?=\s|$)/gu, '$&.'),
	}));
}

function isUpper(words: string): boolean {
	return words === words.toUpperCase() && words !== words.toLowerCase();
}

/** True for a name in all capitals: 'MÜLLER, KLAUS', but not 'LI, W.' or 'IBM'. */
function isAllCaps({ literal, family, given }: CleanName): boolean {
	if (literal !== '' || !isUpper(family) || given === '') return false;
	return /\p{L}{4}/u.test(family) || (isUpper(given) && /\p{L}{4}/u.test(given));
}

function withoutCaps(name: CleanName): CleanName {
	const given = isUpper(name.given) && /\p{L}{4}/u.test(name.given) ? nameCased(name.given) : name.given;
	return { ...name, family: nameCased(name.family), given };
}

/** 'VAN DER BERG' → 'van der Berg', "O'BRIEN-SMITH" → "O'Brien-Smith", 'MCDONALD' → 'McDonald'. */
function nameCased(words: string): string {
	return words
		.toLowerCase()
		.replace(/[\p{L}\p{M}]+/gu, (word, at: number) =>
			/^(?:van|von|der|den|de|del|della|di|da|dos|du|ter|ten|zu|zur|la|le|al)$/.test(word) &&
			words.length > at + word.length
				? word
				: word
						.replace(/^mc(?=\p{L}{3})|^\p{L}/u, (first) => capital(first))
						.replace(/^Mc\p{L}/u, (first) => `Mc${capital(first.slice(2))}`),
		);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

function organization(words: string): string {
	return `{${latexText(words.replace(/'/g, '’'))}}`;
}

/** Adds braces if BibTeX would split the text: at a comma, or the word 'and'. */
function guarded(words: string): string {
	const written = latexText(words.replace(/'/g, '’'));
	return /,|\sand\s/i.test(words) ? `{${written}}` : written;
}

/**
 * Names of a .bib entry, corrected if they are in all capitals, not separated by 'and', or end in 'et al.'; otherwise
 * unchanged.
 */
export function namesFromLatex(value: string): string {
	let separated = true;
	const { names, etAl } = parseNames(value, {}, (code) => {
		separated &&= code !== 'name/comma-list';
	});
	const allCaps = names.some((name) => isAllCaps(cleaned(namePartsOf(name))));
	const hasEtAl = etAl && !/\sand\s+others\s*$/i.test(value);
	const hasSuffix = names.some(({ suffix }) => suffix !== '') && !/,[^,]*,/.test(value);
	if (separated && !allCaps && !hasEtAl && !hasSuffix) return value;
	return nameList([...names.map(namePartsOf), ...(etAl ? [{ literal: 'others' }] : [])]);
}

/**
 * Names from a source that does not split them, as CSL: 'Emmy Noether', 'Noether, Emmy', PubMed's 'Noether E', with 'Dr.' or
 * '(Author)'. Each text is one name, even with 'and' in it, unless that is between two full names.
 */
export function cslNames(texts: readonly string[]): Readonly<Record<string, string>>[] {
	const names = texts.flatMap((text) => separated(text.replace(/\s+/g, ' ').trim()).map(withoutTitles));
	const initials = names.flatMap((name) => (name.includes(',') ? [] : [familyAndInitials(name)?.[1] ?? '']));
	const familyFirst = !initials.includes('') && initials.some((given) => certainInitials.test(given));
	return names.flatMap((name) => {
		if (/ (?:and|&) /.test(name)) return [{ literal: name }];
		return parseNames(withParticles(withComma(name, familyFirst))).names.map((parsed) => {
			const { family = '', given = '', particle = '', suffix = '', literal = '' } = namePartsOf(parsed);
			return { family, given, 'dropping-particle': particle, suffix, literal };
		});
	});
}

function separated(text: string): readonly string[] {
	const parts = text.split(/ (?:and|&) /);
	return parts.every(isFullName) ? parts : [text];
}

function withoutTitles(name: string): string {
	return name
		.replace(/^(?:(?:Dr|Prof|Professor)\.? )+(?=\S+ \S)/i, '')
		.replace(/(?:, ?| )(?:Ph\. ?D|PhD|MSc|BSc|MPH)\b.*$/, '')
		.replace(/(?<=\S) \([^()]*\)$/, '');
}

/** Capitals that are not a family name, as in 'Wei LI' and 'Kenji ITO'. The list of names is incomplete on purpose. */
const certainInitials =
	/^(?:\p{Lu}|.*\..*|[^AEIOUY]{3}|(?!(?:AN|BO|DO|DU|FU|GU|HE|HO|HU|IM|KO|LE|LI|LO|LU|LY|MA|MO|NG|NI|OH|QI|SU|TU|VO|VU|WU|XU|YE|YI|YU)$)\p{Lu}{2})$/u;

/** 'Noether, E' for 'Noether E', if these are certainly initials or all names of the list are written so (`familyFirst`). */
function withComma(name: string, familyFirst: boolean): string {
	const [family, given = ''] = (name.includes(',') ? null : familyAndInitials(name)) ?? [];
	if (family === undefined) return name;
	// 'Thomas A': a family name has more than one letter. 'John Smith V' is the fifth.
	const isCertain = /^\p{Lu}$/u.test(given)
		? !/^[IV]$/.test(given) || !family.includes(' ')
		: certainInitials.test(given) && !startsWithGivenName(name);
	return familyFirst || isCertain ? `${family}, ${given}` : name;
}

/** The parts of a name that may end in initials, also in 'V' and 'I', which may be suffixes; null for other names. */
function familyAndInitials(name: string): readonly [family: string, given: string] | null {
	const [, family = '', given = ''] = /^(.*\p{L}{2}\S*) ([IV])$/u.exec(name) ?? [];
	return family === '' ? trailingInitials(name, true) : [family, given];
}

/** Particles that many families write with a capital, so that BibTeX would take them for given names. */
const particle =
	/^(?:de|di|del|dell[aeio]|degli|dei|da|dal|dalla|dos|das|du|des|la|le|lo|van|von|vander|den|der|ter|ten|el|al|ben|san|st\.?)$/i;

/** Family names of China, Korea and Vietnam, where 'Van', 'Le' or 'De' is a given name. The list is incomplete on purpose. */
const eastAsianFamily =
	/^(?:\p{L}{1,2}|bai|bui|cai|cao|cho|dai|fan|gao|guo|han|hao|hou|hsu|jia|jin|kim|kuo|lai|lam|lau|lee|lei|lim|lin|liu|luo|mai|mao|ngo|pan|pei|qin|qiu|ren|seo|shi|sun|tan|tao|wan|wei|wen|xia|xie|xue|yan|yao|yeh|yin|yip|you|zhu|zou|zuo|nguyen|tran|pham|hoang|huynh|phan|dang|duong|dinh|trinh|wang|zhang|chen|yang|huang|zhao|zhou|song|tang|feng|deng|cheng|chang|wong|chan|liang|xiao|tian|shen|jiang|peng|zeng|dong|yuan|chiu|shih|hsieh|cheung|park|choi|jung|kang|yoon|shin)$/iu;

/** 'Le Maguer, Sébastien' for 'Sébastien Le Maguer', and for the same name with the family name in capitals. */
function withParticles(name: string): string {
	const words = name.split(' ');
	const last = words.at(-1) ?? '';
	if (name.includes(',') || name.includes('{') || eastAsianFamily.test(last.normalize('NFKD').replace(/\p{M}/gu, '')))
		return name;
	// 'DE' before a name in other letters is two initials.
	const isParticle = (word: string) =>
		particle.test(word) && /^\p{Lu}/u.test(word) && (word.length < 2 || !isUpper(word) || isUpper(last));
	const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isParticle(word));
	// BibTeX reads 'Charles de La Vallée' as it is meant.
	const isRead = words.slice(1, Math.max(1, at)).some((word) => /^\p{Ll}/u.test(word));
	return at === -1 || isRead ? name : `${words.slice(at).join(' ')}, ${words.slice(0, at).join(' ')}`;
}

/** The parts of a parsed name. */
export function namePartsOf(name: Name): NameParts {
	return {
		family: name.family,
		given: name.given,
		particle: name.nonDroppingParticle || name.droppingParticle,
		suffix: name.suffix,
		literal: name.literal ?? '',
	};
}
