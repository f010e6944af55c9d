import { plainText } from '../../latex/plain-text.ts';
import { profileLabel } from '../../sources/profiles/profile-sources.ts';
import { type FoundWork, pairingOf } from '../../updates/sync/found-work.ts';
import type { WorkIdentity } from '../../updates/sync/work-identity.ts';

/** The names of the profiles that have a work: 'ORCID, DBLP'. */
export function sourceLabels({ records }: FoundWork): string {
	return [...new Set(records.map(profileLabel))].join(', ');
}

/** The other version of a work: 'published version of lovelace1842'; '' without one. */
export function pairOf(found: FoundWork): string {
	const pair = pairingOf(found);
	if (!pair) return '';
	return `${pair.relation} of ${pair.isNew ? `“${plainText(pair.entry.title)}”` : pair.entry.key}`;
}

/** The identifiers of a work as the command line takes them, the most common kind first. */
export function identifiersOf({ doi, arxiv, pmid, records }: WorkIdentity): readonly string[] {
	return [...doi, ...arxiv.map((id) => `arXiv:${id}`), ...pmid.map((id) => `PMID:${id}`), ...records];
}

/** The command that adds a work to the library. */
export function addCommandOf({ identity }: FoundWork): string {
	const { doi, arxiv, pmid } = identity;
	const [identifier = ''] = identifiersOf(identity);
	const isLookedUp = doi.length + arxiv.length + pmid.length > 0;
	return `bibfolio ${isLookedUp ? 'add' : 'sync --take'} ${quoted(identifier)}`;
}

/** A word of a command line, in quotation marks if a shell would read it differently. */
export function quoted(word: string): string {
	return /^[\w./:=,@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
