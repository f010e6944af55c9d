import type { Report } from '../diagnostics/diagnostic.ts';
import type { UserCommands } from '../latex/commands/user-commands.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { isBlank, type RichText, richText } from '../latex/rich-text.ts';
import type { Entry } from '../library/entry.ts';
import type { Variables } from './csl/csl-variables.ts';
import { fieldOf, wordsOf } from './entry-fields.ts';
import type { Identifiers } from './identifiers/identifiers.ts';
import { splitAtAnd } from './literal-lists.ts';
import { doiOf, serverOfDoi } from './preprints.ts';
import type { Publication } from './publication.ts';
import { richField, withoutStrayMarks } from './rich-fields.ts';

/** The publisher and the issuing institution of a work, and the place of publication. */
export function publisherOf(
	entry: Entry,
	type: string,
	{ source }: Variables,
	{ arxiv }: Identifiers,
	commands: UserCommands,
	report: Report,
): Pick<Publication, 'publisher' | 'publisherPlace' | 'institution'> {
	const list = (name: string, delimiter = ' and ') => literalList(entry, name, delimiter, commands, report);
	// Without a publisher, the organization is the publisher, as in Google Scholar's 'IEEE', except for reports and theses.
	const byOrganization = source.get('publisher') === 'organization' && !/^(?:report|thesis|standard)$/.test(type);
	const publisher = (): RichText | null => {
		if (arxiv && /^arxiv(?:\.org)?$/i.test(wordsOf(entry, 'publisher'))) return null;
		// The publisher of a preprint's DOI is the owner of the server: 'Elsevier BV' for SSRN.
		const server = type === 'article' && fieldOf(entry, 'publisher') ? serverOfDoi(doiOf(entry)) : null;
		return server ? richText(server) : list(byOrganization ? 'organization' : 'publisher');
	};
	return {
		publisher: publisher(),
		publisherPlace: list(hasTwoPlaces(entry) ? 'address' : 'location', '/'),
		institution: list('institution') ?? (byOrganization ? null : list('organization')),
	};
}

/** ACM writes the publisher's place to `address` and the event's to `location`. Elsewhere, these are the same field. */
export function hasTwoPlaces({ type, fields }: Entry): boolean {
	return type.includes('proceedings') && ['address', 'location'].every((name) => fields.get(name)?.value.trim());
}

/**
 * A BibLaTeX literal list: 'Berlin/Heidelberg' for places, but 'Springer and Birkhäuser', because 'and' is often part of a
 * publisher's name without braces ('John Wiley and Sons').
 */
function literalList(
	entry: Entry,
	name: string,
	delimiter: string,
	commands: UserCommands,
	report: Report,
): RichText | null {
	const field = fieldOf(entry, name);
	const whole = withoutStrayMarks(richField(field, commands, report));
	if (!field || !whole) return null;
	const items = splitAtAnd(field.value);
	if (items.length < 2 && country(items[0] ?? '') === items[0]) return whole;
	const shown = items
		.filter((item) => item !== 'others')
		.map(country)
		.map((item) => withoutStrayMarks(parseLatex(item, { commands })) ?? [])
		.filter((item) => !isBlank(item));
	return shown.flatMap((item, at) => (at === 0 ? item : [...richText(delimiter), ...item]));
}

/** BibLaTeX's keys for the places of patents (manual §4.9.2.17) as codes: `countryus` is US. */
function country(item: string): string {
	return item.replace(/^country(ep|eu|us|wo|uk|de|fr)$/i, (_, code: string) => code.toUpperCase());
}
