import type { Code } from '../diagnostics/codes.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import type { Publication } from '../publications/publication.ts';
import { unaccepted } from '../publications/status.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import type { CheckContext } from './check-context.ts';
import { isKnownField } from './known-fields.ts';
import { type FieldChoice, requirementsOf } from './required-fields.ts';

/**
 * Reports missing fields of the entry type: at most one `field/missing` and one `field/recommended` per entry. Inherited
 * fields count. Unpublished works need no date, and unaccepted works no journal or book.
 */
export function missingFields({ publications }: CheckContext, report: Report): void {
	const names = namesFor(publications);
	for (const publication of publications) {
		const { required, recommended } = requirementsOf(publication.entryType);
		const missing = required.filter((choice) => isMissing(choice, publication));
		const missingRecommended = recommended.filter((choice) => isMissing(choice, publication));
		reportMissing('field/missing', missing, publication, names, report);
		const reported = new Set(missing.map(([suggested]) => suggested));
		const more = missingRecommended.filter(([suggested]) => !reported.has(suggested));
		reportMissing('field/recommended', more, publication, names, report);
	}
}

/** The name of a field in BibTeX or BibLaTeX. */
type Names = Readonly<Record<string, string>>;

const inBibtex: Names = { journaltitle: 'journal', date: 'year', location: 'address' };
const inBiblatex: Names = {};

/** BibLaTeX's names if any entry uses them, else BibTeX's. */
function namesFor(publications: readonly Publication[]): Names {
	const biblatex = ({ entry }: Publication) => entry.fields.has('date') || entry.fields.has('journaltitle');
	return publications.some(biblatex) ? inBiblatex : inBibtex;
}

function reportMissing(
	code: Code,
	missing: readonly FieldChoice[],
	publication: Publication,
	names: Names,
	report: Report,
): void {
	if (missing.length === 0) return;
	const { entry } = publication;
	const words = missing.map(([suggested = '', other]) =>
		other && isPerson(other) ? `"${suggested}" or "${other}"` : `"${valueIn(names, suggested) ?? suggested}"`,
	);
	report(
		diagnostic(
			code,
			`Missing ${words.length === 1 ? 'field' : 'fields'} ${words.join(', ')} in @${entry.type} ${entry.key}`,
			{
				span: entry.keySpan,
				hint: hintFor(missing, publication, names),
			},
		),
	);
}

function isMissing(choice: FieldChoice, publication: Publication): boolean {
	const { entry, status, venue, identifiers } = publication;
	if (choice.some((name) => fieldOf(entry, name) !== null)) return false;
	const [suggested] = choice;
	if (choice.includes('date') && fieldOf(entry, 'year') !== null) return false;
	if (suggested === 'date' || suggested === 'number') return status.kind === 'published';
	if (suggested !== 'journaltitle' && suggested !== 'booktitle') return true;
	if (unaccepted.has(status.kind)) return false;
	// ADS and INSPIRE export an @article with only an arXiv id until it is published.
	return venue.kind !== 'preprint' && identifiers.arxiv === null && !entry.fields.has('eprint');
}

/** Contributor fields are suggested in pairs: an entry without an author may have an editor. */
function isPerson(field: string): boolean {
	return field === 'editor' || field === 'author' || field === 'holder';
}

function hintFor(missing: readonly FieldChoice[], { entry }: Publication, names: Names): string {
	const fieldNames = [...entry.fields.keys()];
	for (const choice of missing) {
		const misspelt = fieldNames.find((name) => !isKnownField(name) && closestWord(name, choice) !== null);
		if (misspelt) return `Did you mean "${closestWord(misspelt, choice)}" instead of "${misspelt}"?`;
		if (choice[0] === 'journaltitle' && fieldOf(entry, 'booktitle')) {
			return `Use @inproceedings or @incollection, or rename booktitle to ${names['journaltitle'] ?? 'journaltitle'}`;
		}
		if (choice[0] === 'booktitle' && fieldOf(entry, 'journaltitle')) {
			return 'Use @article, or rename the journal field to booktitle';
		}
	}
	return `Add ${listed(missing.map(([suggested = '']) => `${valueIn(names, suggested) ?? suggested} = {…}`))}`;
}

function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
