/**
 * Notes that programs write, without use in a list: citation counts (Web of Science, Scopus), addresses of PubMed and SSRN,
 * HAL's words for unpublished works, records of EndNote, PubMed, Mendeley and ProQuest, paths of attachments. Incomplete on
 * purpose: notes that a person may have written stay.
 */
const notes: readonly RegExp[] = [
	/^(?:times cited|cited by)\s?:?\s?\d+(?!.*\b(?:retracted|withdrawn)\b)/is,
	/^doi:?\s?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,}\/\S+$/i,
	/^PMID:\s?\d+(?:[,;.\s]+PMCID:\s?PMC\d+)?\.?$/,
	/^\[(?:PubMed(?: Central)?|DOI):/,
	/^Available at SSRN\b/i,
	/^working paper or preprint$/i,
	// Zotero's counts of citations at Google Scholar.
	/^0\d{4}$/,
	/^From Duplicate \d+ ?\(/,
	/^\[TLDR\] /,
	/^(?:ISI Document Delivery No\.|Export Date|Using Smart Source Parsing|Times Cited)\b/,
	/^(?:Copyright|Name|Date revised|Last updated|SubjectsTermNotLitGenreText|Number of references|Document feature|First page) ?[-–] .*\bLast updated ?[-–] ?\d{4}-\d\d-\d\d/,
	/^Compilation and indexing terms, ©? ?Copyright \d{4}/i,
	// dblp's data sets.
	/^Accessed on YYYY-MM-DD\.?$/,
	// Files on a computer, as EndNote and Zotero list attachments: 'C:\Users\ada\paper.pdf D:\papers\2.pdf'.
	/^(?:[A-Z]:\\|file:\/\/\/|\/(?:Users|home)\/).*\.(?:pdf|html?|docx?|epub|djvu|ps)$/is,
];

/** PubMed's publication types and other words in the notes of its records. */
const recordWords =
	/\b(?:Journal Article|Research Support|Comparative Study|Clinical Trial|Randomized Controlled Trial|Meta-Analysis|Multicenter Study|Evaluation Studies|Review|Letter|Editorial|Comment|Historical Article|Case Reports|Twin Study|Validation Study|Observational Study)\b|\bdoi: ?10\.|\bEpub \d{4}\b|\beCollection \d{4}|\b\d{4}\/\d{2}\/\d{2}\b|\/(?:NIH|PHS) HHS\/|\bPMC\d{4,}/;

/** The beginning of EndNote's notes for records of PubMed: the ISSN, and words such as '(Electronic)'. */
const issnFirst = /^\d{4}-\d{3}[\dxX]\b(?:\s\((?:Electronic|Linking|Print)\))?/;

/** Names on lines of their own, as in 'Smith, John A Doe, Jane'. */
const names = /^(?:[\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]+)?, [\p{Lu}][\p{L}.'’ -]*?(?:\s|$))+$/u;

/** Whether a program wrote a whole note. */
export function isProgramNote(value: string): boolean {
	const words = value.trim();
	if (notes.some((pattern) => pattern.test(words))) return true;
	const issn = issnFirst.exec(words)?.[0];
	if (issn === undefined) return false;
	const rest = words.slice(issn.length).trim();
	return rest === '' || recordWords.test(rest) || issnFirst.test(rest) || names.test(rest);
}

/** Phrases that a program adds to any note: Zotero's counts of citations. */
export const programPhrases = /\b\d+ citations? \([^()]{1,60}\) \[\d{4}-\d{2}-\d{2}\][;,]?/g;
