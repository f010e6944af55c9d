import { latexText } from '../../latex/write-latex.ts';
import type { Name } from '../../publications/names/name.ts';
import { parseNames } from '../../publications/names/read-names.ts';
import { repairedText } from '../../text/mojibake-repair.ts';

/** A name as a source gives it. */
export interface GivenName {
	readonly family?: string | undefined;
	readonly given?: string | undefined;
	/** 'van der', where the source tells it from the family name. */
	readonly particle?: string | undefined;
	readonly suffix?: string | undefined;
	/** A body, or a name that nobody took apart. */
	readonly literal?: string | undefined;
}

/** The names of a list as BibTeX has them, `Family, Given and …`; '' for none. */
export function nameList(names: readonly GivenName[]): string {
	const all = names.map(tidied);
	const persons = all.filter(({ literal, family }) => literal === '' && family !== '');
	// Where one is in capitals for sure and all others may be, short names and initials are, too.
	const loud = persons.some(isLoud) && persons.every(({ family }) => isUpper(family));
	return all
		.map((name) => nameValue(loud || isLoud(name) ? quiet(name) : name))
		.filter((name) => name !== '')
		.join(' and ');
}

type Tidied = Required<Record<keyof GivenName, string>>;

/** `Family, Given`, `von Family, Jr., Given`, `{World Health Organization}`, `others`. */
function nameValue({ literal, family, given, particle, suffix }: Tidied): string {
	if (literal !== '') return /^(?:et\.? al\.?|and others|others)$/i.test(literal) ? 'others' : body(literal);
	if (family === '') return given === '' ? '' : body(given);
	if (/^(?:et\.? al\.?|others)$/i.test(family) && given === '') return 'others';
	// Whoever has no given name and several words is a body.
	if (given === '' && /\s/.test(family) && particle === '') return body(family);
	const last = [particle, guarded(family)].filter(Boolean).join(' ');
	return [last, suffix, guarded(given)].filter((part) => part !== '').join(', ');
}

function tidied(name: GivenName): Tidied {
	const [literal, family, given, particle, suffix] = [
		name.literal,
		name.family,
		name.given,
		name.particle,
		name.suffix,
	].map((part) =>
		repairedText(part ?? '')
			.replace(/\s+/g, ' ')
			.replace(/[,;\s]+$/, '')
			.trim(),
	) as [string, string, string, string, string];
	// 'Smith Jr.' as a family name, 'John, III' as a given one.
	const own = /^(.*\S),?\s(Jr\.?|Sr\.?|I{2,3}|IV)$/.exec(family);
	const behind = /^(.*\S),?\s(Jr\.?|Sr\.?|I{2,3}|IV)$/.exec(given);
	return {
		literal: literal.replace(/^\{(.*)\}$/, '$1'),
		family: own?.[1] ?? family,
		given: behind?.[1] ?? given,
		particle,
		suffix: suffix || (own?.[2] ?? behind?.[2] ?? ''),
	};
}

function isUpper(words: string): boolean {
	return words === words.toUpperCase() && words !== words.toLowerCase();
}

/** In capitals throughout: 'MÜLLER, KLAUS', not 'LI, W.' and not 'IBM'. */
function isLoud({ literal, family, given }: Tidied): boolean {
	if (literal !== '' || !isUpper(family) || given === '') return false;
	return /\p{L}{4}/u.test(family) || (isUpper(given) && /\p{L}{4}/u.test(given));
}

function quiet(name: Tidied): Tidied {
	const given = isUpper(name.given) && /\p{L}{4}/u.test(name.given) ? small(name.given) : name.given;
	return { ...name, family: small(name.family), given };
}

/** 'VAN DER BERG' → 'van der Berg', "O'BRIEN-SMITH" → "O'Brien-Smith", 'MCDONALD' → 'McDonald'. */
function small(words: string): string {
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

function body(words: string): string {
	return `{${latexText(words.replace(/'/g, '’'))}}`;
}

/** Braces round what BibTeX would take apart: a comma, the word 'and'. */
function guarded(words: string): string {
	const written = latexText(words.replace(/'/g, '’'));
	return /,|\sand\s/i.test(words) ? `{${written}}` : written;
}

/**
 * Names as somebody's .bib has them, put right where they are in capitals, separated by something else than 'and', or
 * end in 'et al.'; else exactly as they were.
 */
export function namesFromLatex(value: string): string {
	let separated = true;
	const { names, etAl } = parseNames(value, {}, (code) => {
		separated &&= code !== 'name/comma-list';
	});
	const loud = names.some((name) => isLoud(tidied(givenName(name))));
	const cut = etAl && !/\sand\s+others\s*$/i.test(value);
	const suffixed = names.some(({ suffix }) => suffix !== '') && !/,[^,]*,/.test(value);
	if (separated && !loud && !cut && !suffixed) return value;
	return nameList([...names.map(givenName), ...(etAl ? [{ literal: 'others' }] : [])]);
}

/** A name that was read, as one to be written. */
export function givenName(name: Name): GivenName {
	return {
		family: name.family,
		given: name.given,
		particle: name.nonDroppingParticle || name.droppingParticle,
		suffix: name.suffix,
		literal: name.literal ?? '',
	};
}
