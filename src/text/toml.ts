import { parse, stringify } from 'smol-toml';

/** Writes values as TOML 1.0. */
export function writeToml(values: Readonly<Record<string, unknown>>): string {
	return stringify(values);
}

/** Reads TOML 1.0; null if it is not valid. */
export function readToml(text: string): Readonly<Record<string, unknown>> | null {
	try {
		return parse(text);
	} catch {
		return null;
	}
}
