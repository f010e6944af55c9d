import type { UserCommands } from '../latex/commands/user-commands.ts';
import { plainText } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import type { Field } from '../library/entry.ts';
import { nameFields, withoutMail } from '../library/private-values.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { fieldOf } from './entry-fields.ts';
import type { Publication } from './publication.ts';
import { richField } from './rich-fields.ts';

/**
 * Any field of a publication's entry as rich text, under its BibLaTeX name or an alias; null if it has none. Names have no
 * mail addresses.
 */
export function fieldRich({ entry, commands }: Publication, name: string): RichText | null {
	const field = fieldOf(entry, name.toLowerCase());
	return field && richValue(commands, field);
}

/** Lists read the same fields several times, such as the abstract for a page and for a data file. */
const richValue = cacheByIdentity((commands: UserCommands, field: Field): RichText | null => {
	const isMailed = nameFields.has(field.name) && field.value.includes('@');
	return richField(isMailed ? { ...field, value: withoutMail(field.value) } : field, commands);
});

/** Any field of a publication's entry as plain text, under its BibLaTeX name or an alias; null if it has none. */
export function fieldText(publication: Publication, name: string): string | null {
	const rich = fieldRich(publication, name);
	return rich && plainText(rich).trim();
}
