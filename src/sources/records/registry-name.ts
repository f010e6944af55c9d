import type { WorkRecord } from './lookup-sources.ts';

/** The registry that a record of a DOI comes from. Only Crossref names itself in its answers. */
export function registryOf({ item }: WorkRecord): string {
	return item?.['source'] === 'Crossref' || item?.['relation'] !== undefined ? 'Crossref' : 'DataCite';
}
