import { source } from '../../diagnostics/source.ts';
import { parseYaml } from '../../text/yaml.ts';
import type { Folder } from './folder.ts';

/** The library and the owner in the configuration of a jekyll-scholar site. */
export interface Scholar {
	/** The .bib file, relative to the folder; null if it does not exist. */
	readonly library: string | null;
	/** 'Family, Given'; null if no owner is named. */
	readonly owner: string | null;
	readonly aliases: readonly string[];
}

/** Reads the key `scholar` of a `_config.yml`, as in al-folio. Returns null without one. */
export function scholarOf(folder: Folder): Scholar | null {
	const file = ['_config.yml', '_config.yaml'].find(folder.has);
	if (file === undefined) return null;
	const value = parseYaml(source(file, folder.text(file)), () => {}, 'config/syntax')?.value;
	const scholar = (value as { scholar?: unknown } | null | undefined)?.scholar;
	if (typeof scholar !== 'object' || scholar === null) return null;
	const settings = scholar as Readonly<Record<string, unknown>>;
	const place = String(settings['source'] ?? '_bibliography').replace(/^[./]*|\/*$/g, '');
	const names = String(settings['bibliography'] ?? '');
	const path = folder.files.find((file) => file === `${place}/${names}`);
	const [family, ...others] = words(settings['last_name']);
	// al-folio lists spellings of the given name; the longest is the most complete.
	const [given = ''] = words(settings['first_name']).sort((left, right) => right.length - left.length);
	const fullName = (familyName: string) => (given ? `${familyName}, ${given}` : familyName);
	return {
		library: path ?? folder.files.find((file) => file.startsWith(`${place}/`) && file.endsWith('.bib')) ?? null,
		owner: family === undefined ? null : fullName(family),
		aliases: others.map(fullName),
	};
}

function words(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((item) =>
		typeof item === 'string' && item.trim() ? [item.trim()] : [],
	);
}
