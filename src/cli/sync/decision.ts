import type { IgnoreReason } from '../../project/ignored-works.ts';
import { findArxiv, normalizeArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { referenceIn } from '../../sources/records/reference.ts';
import { type FoundWork, isCertain } from '../../updates/sync/found-work.ts';
import type { WorkIdentity } from '../../updates/sync/work-identity.ts';
import { UsageError } from '../usage-error.ts';

/** What to do with found works. */
export interface Decision {
	/** The works to write. */
	readonly taken: readonly FoundWork[];
	/** The works to remember. */
	readonly ignored: readonly IgnoredFoundWork[];
	/** True if the user chose on the terminal. */
	readonly wasAsked: boolean;
}

/** A found work that the user does not want. */
export interface IgnoredFoundWork {
	readonly found: FoundWork;
	readonly why: IgnoreReason;
}

/** Identifiers of works in options. */
export interface NamedWorks {
	readonly take?: readonly string[];
	readonly 'not-mine'?: readonly string[];
	readonly ignore?: readonly string[];
}

/** Takes what is certain. */
export function certainDecision(works: readonly FoundWork[]): Decision {
	return { taken: works.filter(isCertain), ignored: [], wasAsked: false };
}

/** True if options name works. */
export function namesWorks({ take = [], 'not-mine': notMine = [], ignore = [] }: NamedWorks): boolean {
	return take.length + notMine.length + ignore.length > 0;
}

/**
 * Takes and ignores the works that options name; with `all`, also takes what is certain. Throws a `UsageError` for a name
 * that no found work has.
 */
export function namedDecision(works: readonly FoundWork[], options: NamedWorks, all: boolean): Decision {
	const { take = [], 'not-mine': notMine = [], ignore = [] } = options;
	const taken = new Set(take.map((word) => takenWork(word, works)));
	const ignored = new Map<FoundWork, IgnoreReason>();
	for (const word of notMine) for (const found of ignoredWork(word, works)) ignored.set(found, 'not mine');
	for (const word of ignore) for (const found of ignoredWork(word, works)) ignored.set(found, 'ignore');
	return {
		taken: works.filter((found) => !ignored.has(found) && (taken.has(found) || (all && isCertain(found)))),
		ignored: [...ignored].map(([found, why]) => ({ found, why })),
		wasAsked: false,
	};
}

function takenWork(word: string, works: readonly FoundWork[]): FoundWork {
	const found = namedWork(word, works);
	const { verdict } = found;
	if (verdict.kind === 'ignored') {
		const hint = 'Delete it from the file of ignored works';
		throw new UsageError(`Cannot take "${word}": it is ignored (${verdict.why})`, hint);
	}
	return found;
}

/** The named work; none if it is ignored already. */
function ignoredWork(word: string, works: readonly FoundWork[]): FoundWork[] {
	const found = namedWork(word, works);
	return found.verdict.kind === 'ignored' ? [] : [found];
}

function namedWork(word: string, works: readonly FoundWork[]): FoundWork {
	const found = works.find(({ identity }) => hasIdentifier(identity, word));
	if (!found) {
		const hint = 'Use a DOI, arXiv ID, PubMed ID or record that bibfolio sync --dry-run shows';
		throw new UsageError(`No profile has a work with the identifier "${word}"`, hint);
	}
	if (found.verdict.kind === 'present')
		throw new UsageError(`"${word}" is in the library: ${found.verdict.entry.key}`, 'Remove it from the command');
	return found;
}

/** True if a word is an identifier of a work, in any common notation, or the name of one of its records. */
function hasIdentifier({ doi, arxiv, pmid, records }: WorkIdentity, word: string): boolean {
	if (records.includes(word.trim())) return true;
	const reference = referenceIn(word);
	switch (reference?.kind) {
		case 'doi': {
			const preprint = findArxiv(word);
			return doi.includes(reference.id.toLowerCase()) || (preprint !== null && arxiv.includes(preprint));
		}
		case 'arxiv':
			return arxiv.includes(withoutVersion(normalizeArxiv(reference.id) ?? reference.id));
		case 'pubmed':
			return pmid.includes(reference.id);
		default:
			return false;
	}
}
