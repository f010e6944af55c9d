/** How serious a diagnostic is. After an error, a command exits with 1. */
export type Severity = 'error' | 'warning' | 'info';

interface CodeRow {
	/** The default severity; `bibfolio.yaml` may change it. */
	readonly severity: Severity;
	/** The meaning in one sentence, for SARIF's list of rules. */
	readonly summary: string;
	/** As an error, it stops the build before anything is written: the input or the configuration is at fault. */
	readonly stops?: 'input' | 'configuration';
	/** `bibfolio fix` can fix it: `always`, or `asked`, only with `--only`. Absent if it cannot. */
	readonly remedy?: 'always' | 'asked';
	/** The library lacks something. Not reported if a file is missing, which may contain it. */
	readonly needsWholeLibrary?: true;
	/** It concerns a word and not a position: equal messages are shown once, with their number. */
	readonly oncePerMessage?: true;
}

/**
 * All diagnostic codes, in the form `area/problem`. Each code has a row here, a fixture in `test/diagnostics/fixtures` and
 * a section in `docs/diagnostics.md`.
 */
export const codes = {
	// Bugs
	'internal/error': { severity: 'error', summary: 'A bug in Bibfolio; the entry that it happens in is skipped.' },

	// Reading files
	'file/missing': { severity: 'error', summary: 'A library file or pattern does not exist.', stops: 'input' },
	'file/unreadable': { severity: 'error', summary: 'A file or folder cannot be read.', stops: 'input' },
	'file/encoding': { severity: 'info', summary: 'A file is not UTF-8; Bibfolio detected its encoding.' },
	'library/empty': { severity: 'error', summary: 'The library contains no entries.', stops: 'input' },

	// Syntax of the .bib
	'bib/syntax': {
		severity: 'error',
		summary: 'An entry contains something unexpected, and part of it is lost.',
	},
	'bib/repaired': {
		severity: 'warning',
		summary: 'An entry contains a typo whose meaning is clear; nothing is lost.',
		remedy: 'always',
	},
	'bib/surplus': {
		severity: 'warning',
		summary: 'An entry contains an extra comma or a field without a value; nothing is lost.',
		remedy: 'always',
	},
	'bib/unclosed-entry': { severity: 'error', summary: 'An entry is never closed.', remedy: 'always' },
	'bib/unclosed-value': { severity: 'error', summary: 'A braced or quoted value is never closed.' },
	'bib/missing-key': {
		severity: 'warning',
		summary: 'An entry has no key; one is made from its fields.',
		remedy: 'always',
	},
	'bib/stray-text': {
		severity: 'warning',
		summary: 'Text between entries looks like part of an entry; it is ignored.',
		remedy: 'asked',
	},
	'bib/missing-comma': { severity: 'warning', summary: 'A comma is missing between two fields.', remedy: 'always' },
	'bib/duplicate-key': { severity: 'warning', summary: 'Two entries have the same key.', remedy: 'asked' },
	'bib/similar-key': { severity: 'warning', summary: 'Two keys differ only in upper and lower case.' },
	'bib/duplicate-field': { severity: 'warning', summary: 'An entry contains the same field twice.', remedy: 'always' },
	'bib/undefined-macro': {
		severity: 'warning',
		summary: 'An undefined @string macro is used.',
		remedy: 'always',
		needsWholeLibrary: true,
	},
	'bib/long-macro': { severity: 'warning', summary: 'A @string macro is too long to be a value.' },
	'bib/redefined-macro': { severity: 'info', summary: 'A @string macro is defined twice with different values.' },
	'bib/unused-macro': {
		severity: 'info',
		summary: 'A @string macro is defined but never used.',
		needsWholeLibrary: true,
	},
	'bib/unknown-type': { severity: 'warning', summary: 'An entry type looks misspelt.', remedy: 'always' },

	// Inheritance
	'bib/missing-parent': {
		severity: 'warning',
		summary: 'A crossref, xref, xdata, entryset or related field names an entry that does not exist.',
		needsWholeLibrary: true,
	},
	'bib/unknown-citation': {
		severity: 'warning',
		summary: 'A command such as \\cite names an entry that does not exist.',
		needsWholeLibrary: true,
	},
	'bib/inheritance-cycle': { severity: 'warning', summary: 'Entries inherit from each other in a cycle.' },

	// Values
	'text/unknown-command': {
		severity: 'info',
		summary: 'A LaTeX command is unknown; its arguments are shown.',
		oncePerMessage: true,
	},
	'text/unbalanced': { severity: 'warning', summary: 'Braces or math delimiters in a value do not match.' },
	'name/comma-list': {
		severity: 'warning',
		summary: 'Names are separated by commas or other characters or words instead of "and".',
		remedy: 'asked',
	},
	'name/suspicious': {
		severity: 'warning',
		summary: "A name does not look like a name, or is not in BibTeX's order.",
		remedy: 'asked',
	},
	'text/escaped-brace': {
		severity: 'info',
		summary: 'Braces that protect case are escaped; BibTeX styles would print them.',
		remedy: 'asked',
	},
	'date/unparsable': { severity: 'warning', summary: 'A date is in no known format.', remedy: 'always' },
	'identifier/invalid': {
		severity: 'warning',
		summary: 'A DOI, ISBN, ISSN, ORCID iD or arXiv identifier is malformed, or its checksum is wrong.',
	},
	'link/missing-file': { severity: 'warning', summary: 'A field names a file that does not exist.' },
	'link/image': { severity: 'info', summary: 'An image of a host that is not allowed is not shown.' },
	'link/refused': {
		severity: 'warning',
		summary: 'A link field does not contain an http, https, mailto or relative address; it is not linked.',
	},
	'date/contradiction': { severity: 'warning', summary: 'The fields date and year disagree.' },
	'date/implausible': { severity: 'warning', summary: 'A year is implausible for a work of this type.' },
	'field/missing': { severity: 'warning', summary: 'A field that the entry type requires is missing.' },
	'field/recommended': {
		severity: 'info',
		summary: 'A field that BibLaTeX expects is missing; the list reads well without it.',
	},
	'field/misspelt': {
		severity: 'warning',
		summary: 'A field name looks misspelt; the field is ignored.',
		remedy: 'always',
	},
	'field/pages': { severity: 'warning', summary: 'A page range runs backwards or contains no page numbers.' },
	'field/private': { severity: 'info', summary: 'Published BibTeX omits a field, a path or a mail address.' },
	'field/page-dash': {
		severity: 'info',
		summary: 'A page range does not use two hyphens, as BibTeX expects.',
		remedy: 'always',
	},
	'field/residue': {
		severity: 'info',
		summary: 'A field contains data of a program or a placeholder, which lists do not show.',
		remedy: 'asked',
	},
	'field/title-notice': {
		severity: 'info',
		summary: 'A title contains a notice of the publisher, such as "RETRACTED:".',
		remedy: 'asked',
	},
	'identifier/address': {
		severity: 'info',
		summary: 'The field doi contains an address instead of a DOI.',
		remedy: 'always',
	},
	'identifier/misplaced': {
		severity: 'info',
		summary: 'A DOI appears only in the field url.',
		remedy: 'always',
	},
	'name/et-al': {
		severity: 'info',
		summary: 'A list of names does not end with "and others".',
		remedy: 'always',
	},
	'text/entity': { severity: 'info', summary: 'A value contains HTML character references.', remedy: 'always' },
	'text/mojibake': {
		severity: 'warning',
		summary: 'A file was read in the wrong encoding, which damaged some letters.',
		remedy: 'always',
	},
	'text/all-caps': { severity: 'info', summary: 'A title, journal, book or name is all capitals.' },

	// The library as a whole
	'library/duplicate': { severity: 'warning', summary: 'Two entries seem to be the same work.', remedy: 'asked' },
	'library/preprint-pair': {
		severity: 'info',
		summary: 'The library contains both a preprint and its published version.',
		remedy: 'asked',
	},
	'library/name-variant': { severity: 'info', summary: 'A name is spelt with and without its accents.' },
	'library/venue-variant': { severity: 'info', summary: 'A journal or book is spelt in two ways.' },

	// The library compared with what web services say
	'online/retracted': {
		severity: 'warning',
		summary: 'A work was retracted or withdrawn, and its entry does not say so.',
		remedy: 'asked',
	},
	'online/concern': {
		severity: 'warning',
		summary: 'A journal expressed concern about a work, and its entry does not say so.',
		remedy: 'asked',
	},
	'online/corrected': {
		severity: 'info',
		summary: 'A work was corrected, and its entry does not say so.',
		remedy: 'asked',
	},
	'online/new-version': { severity: 'info', summary: 'A work has a newer version with a DOI of its own.' },
	'online/published': { severity: 'info', summary: 'A preprint has been published.' },
	'online/unknown-identifier': {
		severity: 'warning',
		summary: 'No service knows the DOI or another identifier of a work.',
	},
	'online/other-title': { severity: 'warning', summary: 'An identifier belongs to another work.' },
	'online/year': {
		severity: 'warning',
		summary: 'The year of a work is none of those in the record of its publisher.',
		remedy: 'asked',
	},
	'online/numbers': {
		severity: 'warning',
		summary: 'A volume, an issue, pages or an article number differ from the record of the publisher.',
		remedy: 'asked',
	},
	'online/dead-link': { severity: 'warning', summary: 'A link leads to a page or host that does not exist.' },
	'online/moved-link': { severity: 'info', summary: 'A page moved to another address for good.', remedy: 'asked' },
	'online/unavailable': { severity: 'warning', summary: 'A web service could not be asked about some works.' },
	'online/offline': {
		severity: 'error',
		summary: 'There is no network, so that the library could not be checked online.',
	},

	// People
	'people/unmatched-alias': {
		severity: 'warning',
		summary: 'A name of a configured person matches nothing in the library.',
		needsWholeLibrary: true,
	},
	'people/empty': { severity: 'error', summary: 'A file with people contains none.', stops: 'input' },
	'people/invalid': {
		severity: 'error',
		summary: 'A row or a value in a file with people is not valid; it is ignored.',
	},
	'people/unknown-key': { severity: 'warning', summary: 'A file with people has an unknown key or column.' },
	'people/near-match': { severity: 'info', summary: 'A name in the library nearly matches a configured person.' },
	'people/unknown': {
		severity: 'error',
		summary: 'The configuration names a person that it does not declare.',
		stops: 'configuration',
		needsWholeLibrary: true,
	},

	// Lists
	'list/left-over': { severity: 'warning', summary: 'Works that match no section are listed at the end.' },
	'list/unknown-field': {
		severity: 'warning',
		summary: 'A list is grouped or sorted by a field that no work has.',
		needsWholeLibrary: true,
	},
	'list/empty': { severity: 'info', summary: 'A list or section contains no works.', needsWholeLibrary: true },

	// Venues
	'venues/invalid': {
		severity: 'error',
		summary: 'A row in a table of venues is not valid; it is skipped.',
	},
	'venues/unknown-column': {
		severity: 'warning',
		summary: 'A table of venues has an unknown column that resembles a known one.',
	},

	// Metrics
	'metrics/missing': { severity: 'warning', summary: 'The file with metrics does not exist.' },
	'metrics/invalid': {
		severity: 'warning',
		summary: 'The file with metrics cannot be read, or a line of it is not valid; lists omit its numbers.',
	},
	'metrics/off': {
		severity: 'warning',
		summary: 'A list uses citations or open access, but the configuration does not turn metrics on.',
	},
	'metrics/stale': {
		severity: 'warning',
		summary: 'A source of metrics did not answer about some works, which keep their last numbers.',
	},
	'metrics/foreign': {
		severity: 'error',
		summary: 'The file with metrics contains something else, so bibfolio metrics does not change it.',
	},

	// Configuration and templates
	'config/missing': {
		severity: 'error',
		summary: 'The configuration file does not exist.',
		stops: 'configuration',
	},
	'config/syntax': { severity: 'error', summary: 'The configuration is not valid YAML.', stops: 'configuration' },
	'config/unknown-key': {
		severity: 'error',
		summary: 'The configuration contains an unknown key.',
		stops: 'configuration',
	},
	'config/invalid': {
		severity: 'error',
		summary: 'A value in the configuration has the wrong type or form.',
		stops: 'configuration',
	},
	'config/outside': {
		severity: 'error',
		summary: 'A path in the configuration leads outside the project, or into a folder of version control.',
		stops: 'configuration',
	},
	'template/missing': { severity: 'error', summary: 'A template or partial does not exist.', stops: 'configuration' },
	'template/syntax': { severity: 'error', summary: 'A template contains a syntax error.', stops: 'configuration' },
	'template/unknown-name': {
		severity: 'error',
		summary: 'A template uses a name that does not exist in its context.',
		stops: 'configuration',
	},
	'template/helper': {
		severity: 'error',
		summary: 'A custom helper fails, or its module cannot be loaded.',
		stops: 'configuration',
	},
	'locale/unknown': {
		severity: 'error',
		summary: 'A locale or one of its terms does not exist.',
		stops: 'configuration',
	},
	'style/unavailable': {
		severity: 'error',
		summary: 'A CSL style or its processor is not available.',
		stops: 'configuration',
	},
	'style/cite': {
		severity: 'warning',
		summary: 'A CSL style of the dialog "Cite" is not available, so the dialog omits it.',
	},
	'locale/incomplete': { severity: 'warning', summary: 'A locale lacks terms, which appear in English.' },

	// Output
	'output/stale': { severity: 'error', summary: 'With --check, a generated file is out of date.' },
	'output/unwritable': { severity: 'error', summary: 'A file cannot be written.' },
	'output/foreign': {
		severity: 'error',
		summary: 'An output would overwrite a folder or a file that the build reads.',
	},
	'output/marker': {
		severity: 'error',
		summary: 'A file has no markers for a list, or they are out of order.',
		stops: 'configuration',
	},
	'output/missing-host': {
		severity: 'warning',
		summary: 'A file or region for a part of an output with for-each does not exist; that part is skipped.',
	},
	'pdf/no-engine': { severity: 'error', summary: 'No TeX engine is installed.' },
	'pdf/failed': { severity: 'error', summary: 'TeX cannot compile a document to PDF.' },
	'pdf/character': { severity: 'warning', summary: 'A character of a PDF is in none of the fonts.' },
	'output/character': { severity: 'warning', summary: 'A character needs a font that the output may not have.' },

	// Changing library files
	'add/unreadable': { severity: 'error', summary: 'The input of bibfolio add cannot be read.' },
	'add/duplicate': { severity: 'error', summary: 'The library already contains the entry to add.' },
	'lookup/unknown': { severity: 'error', summary: 'No source has a record for an identifier.' },
	'lookup/unavailable': { severity: 'error', summary: 'A look-up failed because no source sent a usable answer.' },
	'add/changed': { severity: 'info', summary: 'Bibfolio corrected something in an added entry; check it.' },
	'edit/unwritable': { severity: 'error', summary: 'A library file cannot be changed.' },
	'edit/conflict': { severity: 'error', summary: 'A file to change contains version control conflict markers.' },
} as const satisfies Record<string, CodeRow>;

/** The stable name of a kind of diagnostic: `bib/duplicate-key`. */
export type Code = keyof typeof codes;

/** The row of a code. */
export function codeRow(code: Code): CodeRow {
	return codes[code];
}
