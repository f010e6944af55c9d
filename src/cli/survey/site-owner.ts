import { source } from '../../diagnostics/source.ts';
import { parseYaml } from '../../text/yaml.ts';
import type { Folder } from './folder.ts';

/** What a jekyll-scholar site says of its library and of whose it is. */
export interface Scholar {
	/** The .bib, relative to the folder; null when there is none. */
	readonly library: string | null;
	/** 'Family, Given'; null when nobody is named. */
	readonly owner: string | null;
	readonly aliases: readonly string[];
}

/** Reads `scholar:` of a `_config.yml`, as al-folio has it; null without one. */
export function scholarOf(folder: Folder): Scholar | null {
	const file = ['_config.yml', '_config.yaml'].find(folder.has);
	if (file === undefined) return null;
	const value = parseYaml(source(file, folder.text(file)), () => {}, 'config/syntax')?.value;
	const scholar = (value as { scholar?: unknown } | null | undefined)?.scholar;
	if (typeof scholar !== 'object' || scholar === null) return null;
	const said = scholar as Readonly<Record<string, unknown>>;
	const place = String(said['source'] ?? '_bibliography').replace(/^[./]*|\/*$/g, '');
	const names = String(said['bibliography'] ?? '');
	const path = folder.files.find((one) => one === `${place}/${names}`);
	const [family, ...others] = words(said['last_name']);
	// al-folio lists the ways a given name is written; the longest says most.
	const [given = ''] = words(said['first_name']).sort((one, other) => other.length - one.length);
	const named = (last: string) => (given ? `${last}, ${given}` : last);
	return {
		library: path ?? folder.files.find((one) => one.startsWith(`${place}/`) && one.endsWith('.bib')) ?? null,
		owner: family === undefined ? null : named(family),
		aliases: others.map(named),
	};
}

function words(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((one) =>
		typeof one === 'string' && one.trim() ? [one.trim()] : [],
	);
}
