import { changeEntry, type EntryChange } from '../../editing/change-entry.ts';
import type { FileStyle } from '../../editing/file-style.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Proposal } from '../proposals.ts';
import { planUpgrade } from './plan-upgrade.ts';
import type { PublishedVersion } from './published-version.ts';

/**
 * The change of a preprint's entry: it becomes its publication, or, if the library has that already, the two are linked
 * with fields that Bibfolio and BibLaTeX understand.
 */
export function versionProposal(version: PublishedVersion, reading: Reading): Proposal {
	const { preprint, draft, work, isInLibrary, source, why } = version;
	const common = { key: preprint.key, source, why };
	return isInLibrary
		? { ...common, kind: 'link', plan: (entry, style) => planLink(entry, work.key, style) }
		: { ...common, kind: 'upgrade', plan: (entry, style) => planUpgrade(entry, draft, style, reading) };
}

function planLink({ entry }: Publication, key: string, style: FileStyle): EntryChange | null {
	if (entry.fields.has('related')) return null;
	const fields = new Map([
		['related', key],
		['relatedtype', 'preprintof'],
	]);
	const draft = { type: entry.type, key: null, fields, expressions: new Map(), optional: new Set<string>(), notes: [] };
	return changeEntry(entry, { draft, removed: new Set() }, style);
}
