import { stringify } from 'smol-toml';

/** Writes values as TOML 1.0. */
export function writeToml(values: Readonly<Record<string, unknown>>): string {
	return stringify(values);
}
