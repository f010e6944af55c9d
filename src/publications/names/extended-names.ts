import { splitTopLevel } from './name-split.ts';

/** The keys of BibLaTeX's extended name format (biber manual §3.4), and `orcid`, a common addition. */
const keys =
	/^\s*"?\s*(family|given|prefix|suffix|useprefix|id|orcid|(?:family|given|prefix|suffix)-i|\w*templat\w*)\s*=/i;

/** Whether a field holds extended names: 'family=Sartre, given=Jean-Paul'. */
export function isExtended(value: string): boolean {
	return value.includes('=') && /(?:^|[\s,"])(?:family|given|prefix|suffix)(?:-i)?\s*=/i.test(value);
}

/**
 * The parts of one extended name as written, by lower-case key; null for an ordinary name. Braces and
 * double quotes protect commas, around a value or around the whole `key=value` pair.
 */
export function readExtended(name: string): ReadonlyMap<string, string> | null {
	if (!keys.test(name)) return null;
	const parts = new Map<string, string>();
	for (const pair of splitTopLevel(name, ',', true)) {
		const bare = unquote(pair);
		const equals = bare.indexOf('=');
		if (equals < 0) continue;
		parts.set(bare.slice(0, equals).trim().toLowerCase(), unquote(bare.slice(equals + 1).trim()));
	}
	return parts;
}

function unquote(text: string): string {
	return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}
