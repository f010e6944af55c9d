import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { inFile, type Source } from '../diagnostics/source.ts';
import type { EntryChange, FieldChange } from '../editing/change-entry.ts';
import { type Dialect, type FileStyle, styleOf } from '../editing/file-style.ts';
import type { Replacement } from '../editing/replacements.ts';
import type { Library } from '../library/entry.ts';
import { readLibrary } from '../library/read-library.ts';
import type { Publication } from '../publications/publication.ts';

/** A change of an entry that a service suggests. It is planned for the current text of a file, perhaps several times. */
export interface Proposal {
	/** The key of the entry. */
	readonly key: string;
	/** Missing fields, a preprint that becomes its published version, or the relation of two entries. */
	readonly kind: 'completion' | 'upgrade' | 'link';
	/** The name of the service, for people: 'Crossref'. */
	readonly source: string;
	/** Follows a colon in a message: 'arXiv names its DOI'. */
	readonly why: string;
	/** The change of the entry as it is now; null if nothing would change. */
	plan(publication: Publication, style: FileStyle): EntryChange | null;
}

/** A proposal with its change. */
export interface PlannedProposal {
	readonly proposal: Proposal;
	readonly change: EntryChange;
}

/** A library and the file of it to change. */
export interface ProposalContext {
	readonly file: Source;
	readonly library: Library;
	readonly publications: readonly Publication[];
	/** The configured dialect; null to detect it. */
	readonly dialect: Dialect | null;
}

/** Plans the proposals for entries of a file, in the order of the file. Of several for one entry, the first one counts. */
export function planProposals(proposals: readonly Proposal[], context: ProposalContext): PlannedProposal[] {
	const { file, library, publications, dialect } = context;
	const style = styleOf(file, library, dialect);
	const byKey = new Map(proposals.toReversed().map((proposal) => [proposal.key, proposal]));
	return publications.flatMap((publication) => {
		const proposal = byKey.get(publication.key);
		const isHere = publication.entry.source.origin?.source === file;
		// The key of two different entries belongs to the first one.
		if (!proposal || !isHere || library.byKey.get(publication.key) !== publication.entry) return [];
		const change = proposal.plan(publication, style);
		return change ? [{ proposal, change }] : [];
	});
}

/** The replacements in the file, in text order. */
export function proposalReplacements(planned: readonly PlannedProposal[]): Replacement[] {
	return planned
		.flatMap(({ change }) => change.edits)
		.map(({ span, text }) => ({ ...inFile(span), text }))
		.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** True if only the planned entries differ when a file is parsed again; otherwise reports it (`edit/unwritable`). */
export function proposalsParseAsPlanned(
	before: Source,
	after: Source,
	planned: readonly PlannedProposal[],
	report: Report,
): boolean {
	const [oldTexts, newTexts] = [before, after].map((file) =>
		readLibrary([file], () => {}).blocks.entries.map(({ entry }) => entry.source.text),
	);
	const changed = new Map(planned.map(({ change }) => [change.entry.source.text, change.text]));
	const expected = oldTexts?.map((text) => changed.get(text) ?? text);
	if (expected?.length === newTexts?.length && expected?.every((text, index) => text === newTexts?.[index]))
		return true;
	report(
		diagnostic('edit/unwritable', `Cannot change ${before.path}: an unclosed entry would contain another one`, {
			hint: 'Close that entry first; bibfolio check shows it',
		}),
	);
	return false;
}

/** One line for each change, for review: 'noether1918: pages = {235–257} (Crossref)'. */
export function proposalLines({ proposal, change }: PlannedProposal): string[] {
	return changedValues(change).map((line) => `${change.entry.key}: ${line} (${proposal.source})`);
}

/** The changes of an entry: '@misc → @article', 'pages = {235–257}'. */
export function changedValues({ type, fields }: EntryChange): string[] {
	return [...(type ? [`@${type.before} → @${type.after}`] : []), ...fields.map(fieldLine)];
}

function fieldLine({ name, before, after }: FieldChange): string {
	if (before === null) return `${name} = ${shortened(after ?? '')}`;
	return after === null
		? `${name} = ${shortened(before)} removed`
		: `${name} = ${shortened(before)} → ${shortened(after)}`;
}

/** Characters of a value in a line. */
const maxValue = 120;

function shortened(value: string): string {
	const line = value.replace(/\s+/g, ' ');
	return line.length > maxValue ? `${line.slice(0, maxValue - 1)}…` : line;
}
