import { createRequire } from 'node:module';
import type * as TomlPackage from 'smol-toml';

/** Values as TOML 1.0. The package is loaded when somebody wants it. */
export function writeToml(values: Readonly<Record<string, unknown>>): string {
	return (createRequire(import.meta.url)('smol-toml') as typeof TomlPackage).stringify(values);
}
