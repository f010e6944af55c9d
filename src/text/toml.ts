import { stringify } from 'smol-toml';

/** Values as TOML 1.0. */
export function writeToml(values: Readonly<Record<string, unknown>>): string {
	return stringify(values);
}
