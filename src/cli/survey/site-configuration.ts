import type { Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import { parseYaml } from '../../text/yaml.ts';
import type { Folder } from './folder.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** The `_config.yml` of a Jekyll site; null without one, or if it is not valid YAML. */
export function siteConfiguration(folder: Folder): { readonly file: string; readonly value: Mapping } | null {
	const file = ['_config.yml', '_config.yaml'].find(folder.has);
	const value = file === undefined ? null : yamlFile(file, folder);
	return file === undefined || value === null ? null : { file, value };
}

/** The mapping in a YAML file; null if there is none. */
export function yamlFile(file: string, folder: Folder): Mapping | null {
	return folder.has(file) ? yamlMapping(folder.text(file)) : null;
}

/** A text in YAML as a mapping; null if it is none. Reports syntax errors. */
export function yamlMapping(text: string, report: Report = () => {}): Mapping | null {
	const value = parseYaml(source('', text), report, 'config/syntax')?.value;
	return isMapping(value) ? value : null;
}

/** A value that is a mapping; null for others. */
export function mappingIn(values: Mapping, key: string): Mapping | null {
	const value = Object.hasOwn(values, key) ? values[key] : null;
	return isMapping(value) ? value : null;
}

/** A text or number that is not empty; null for other values. */
export function textIn(values: Mapping, key: string): string | null {
	const value = Object.hasOwn(values, key) ? values[key] : null;
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? null : text;
}

/** The texts in a list, or in one text with commas: `[Albert, A.]` and 'Albert, A.'. */
export function wordsIn(values: Mapping, key: string): string[] {
	const value = Object.hasOwn(values, key) ? values[key] : null;
	return (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []).flatMap((item) =>
		typeof item === 'string' && item.trim() ? [item.trim()] : [],
	);
}

function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
