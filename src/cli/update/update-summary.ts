import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf } from '../../diagnostics/source-place.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { Publication } from '../../publications/publication.ts';
import { changedValues, type PlannedProposal } from '../../updates/proposals.ts';
import type { FoundWork } from '../../updates/sync/found-work.ts';
import { addCommandOf, identifiersOf, pairOf, quoted, sourceLabels } from '../sync/found-work-text.ts';
import { capitalized } from '../sync/sync-text.ts';
import { workCells } from '../work-cells.ts';
import { inertLink, inertText, inlineCode } from './inert-markdown.ts';
import {
	type AddedFound,
	addedWorksOf,
	appearedEntriesOf,
	changedEntriesOf,
	noticesOf,
	onlineProblemsOf,
	unsureWorksOf,
} from './update-changes.ts';
import { noticeCodes, type UpdateOutcome } from './update-library.ts';
import { updateTitle } from './update-title.ts';

/** Characters of a summary: GitHub accepts 65,536 in a pull request. */
const longest = 60_000;

/**
 * The summary of an update as Markdown: the title on the first line, without a mark, then a section for each kind of change,
 * with one line for each work. What services say is inert (see `inertText`), and never begins a line.
 */
export function updateSummary(outcome: UpdateOutcome): string {
	const { publications, problems, sync } = outcome;
	const line = (each: PlannedProposal) => changedLine(each, publications);
	const notices = noticeCodes.flatMap((code) => noticesOf(outcome, code));
	const byHand = sync?.updates.byHand ?? [];
	const otherDois = (sync?.works ?? []).filter(({ verdict }) => verdict.kind === 'other-doi');
	const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
		['New', addedWorksOf(outcome).map(addedLine)],
		['Preprints that have appeared', appearedEntriesOf(outcome).map(line)],
		['Completed', changedEntriesOf(outcome, 'completion').map(line)],
		['Retractions and corrections', notices.map((notice) => noticeLine(notice, outcome))],
		['Unsure, not added', unsureWorksOf(outcome).map(unsureLine)],
		['In the library under another DOI', otherDois.map(otherDoiLine)],
		['To change by hand', byHand.map(({ key, why }) => `${named(key, publications)}: ${inertText(why)}`)],
		['Problems', onlineProblemsOf(outcome).map(problemLine)],
		['Services and files', problems.filter(({ severity }) => severity !== 'info').map(problemLine)],
	];
	const lines = sections
		.filter(([, items]) => items.length > 0)
		.flatMap(([heading, items]) => ['', `## ${heading}`, '', ...items.map((item) => `- ${item}`)]);
	const dryRun = outcome.writes ? [] : ['', 'This was a dry run: nothing was written.'];
	return `${[updateTitle(outcome), ...dryRun, ...shortened(lines)].join('\n')}\n`;
}

function shortened(lines: readonly string[]): readonly string[] {
	let length = 0;
	const end = lines.findIndex((line) => {
		length += line.length + 1;
		return length > longest;
	});
	if (end < 0) return lines;
	return [...lines.slice(0, end), '', 'The rest is too long for this summary. The diff is complete.'];
}

function addedLine({ key, path, found }: AddedFound): string {
	const pair = pairOf(found);
	const version = pair === '' ? '' : `, ${inertText(pair)}`;
	return `${described(found.work)} Added as ${inlineCode(key)} to ${inlineCode(path)}${version}. Certain: ${reason(found)}`;
}

function unsureLine(found: FoundWork): string {
	const [identifier = ''] = identifiersOf(found.identity);
	const refuse = (option: string) => inlineCode(`bibfolio sync --${option} ${quoted(identifier)}`);
	const choices = `Add it: ${inlineCode(addCommandOf(found))}; never ask again: ${refuse('not-mine')} or ${refuse('ignore')}`;
	return `${described(found.work)} Unsure: ${reason(found)}. ${choices}`;
}

function reason(found: FoundWork): string {
	return `${inertText(found.verdict.why)} (${inertText(sourceLabels(found))})`;
}

function otherDoiLine(found: FoundWork): string {
	const { verdict, identity } = found;
	const entry = 'entry' in verdict ? verdict.entry : null;
	const [doi = ''] = identity.doi;
	const ours = entry?.identifiers.doi ?? '';
	return `${inlineCode(entry?.key ?? '')} has the DOI ${inlineCode(ours)}; ${inertText(sourceLabels(found))}: ${inlineCode(doi)}. To keep yours: ${inlineCode(`bibfolio sync --ignore ${quoted(doi)}`)}`;
}

/** A changed entry with its new values. */
function changedLine({ proposal, change }: PlannedProposal, publications: UpdateOutcome['publications']): string {
	const { key, why, source } = proposal;
	const values = changedValues(change).map(inlineCode).join(', ');
	return `${named(key, publications)} ${inertText(capitalized(why))} (${inertText(source)}): ${values}`;
}

function noticeLine(notice: Diagnostic, { check, publications }: UpdateOutcome): string {
	const { message, hint = '' } = notice;
	// The address is that of the notice, whose DOI Bibfolio has read.
	const [, words = message, address = ''] = /^(.*): (https:\/\/doi\.org\/\S+)$/s.exec(message) ?? [];
	const key = words.split(' ', 1)[0] ?? '';
	const work = publications.get(key);
	const title = work ? ` ${described(work)}` : '';
	const link = address === '' ? '' : `: ${doiLink(address.slice('https://doi.org/'.length))}`;
	const isWritten = check?.fixed.includes(notice) ?? false;
	return `${inertText(words)}${link}.${title}${isWritten ? '' : ` ${inertText(hint)}`}`;
}

function problemLine({ message, hint, span }: Diagnostic): string {
	const place = span ? placeOf(span) : null;
	const where = place ? `${inlineCode(`${place.path}:${place.line}`)} ` : '';
	return `${where}${inertText(message)}${hint ? `. ${inertText(hint)}` : ''}`;
}

/** An entry by its key, and the work that it describes. */
function named(key: string, publications: UpdateOutcome['publications']): string {
	const work = publications.get(key);
	return [inlineCode(key), ...(work ? [described(work)] : [])].join(' ');
}

/** '**On Rings** (Noether & Hilbert, *Mathematische Annalen*, 1921). [10.1000/x](https://doi.org/10.1000/x).' */
function described(work: Publication): string {
	const { venue, identifiers } = work;
	const [year, authors] = workCells(work);
	const title = inertText(plainText(work.title)) || 'Without title';
	const place = inertText(venue.name ? plainText(venue.name) : venue.kind);
	const facts = [inertText(authors), venue.name ? `*${place}*` : place, inertText(year)].filter((fact) => fact !== '');
	const { doi, arxiv } = identifiers;
	const link = doi ? doiLink(doi) : arxiv ? inertLink(`https://arxiv.org/abs/${arxiv}`, `arXiv:${arxiv}`) : '';
	return `**${title}** (${facts.join(', ')}).${link === '' ? '' : ` ${link}.`}`;
}

function doiLink(doi: string): string {
	return inertLink(`https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`, doi);
}
