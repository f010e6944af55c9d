/** How grave a finding is. An error makes a command exit with 1. */
export type Severity = 'error' | 'warning' | 'info';

export interface CodeRow {
	/** The severity unless `bibfolio.yaml` sets another. */
	readonly severity: Severity;
	/** What it means, one line, for the documentation and SARIF's rule list. */
	readonly summary: string;
	/** As an error it keeps the build from writing anything: what is wrong with the input, or with the configuration. */
	readonly stops?: 'input' | 'configuration';
	/** Whether `bibfolio fix` can fix it: by default, or only if `--only` names it. Absent: it cannot. */
	readonly remedy?: 'always' | 'asked';
	/** About a word, not a place: told once with a count. */
	readonly oncePerMessage?: true;
}

/**
 * Every diagnostic there is: `area/what-is-wrong`. A row here, a fixture in `test/diagnostics/fixtures`, and its
 * paragraph in `docs/diagnostics.md` belong together.
 */
export const codes = {
	// Reading files
	'file/missing': { severity: 'error', summary: 'A library file that was named does not exist.', stops: 'input' },
	'file/unreadable': { severity: 'error', summary: 'A file or folder could not be read.', stops: 'input' },
	'file/encoding': { severity: 'info', summary: 'A file is not UTF-8; it was read in the encoding named.' },
	'library/empty': { severity: 'error', summary: 'The library holds no entry.', stops: 'input' },

	// Syntax of the .bib
	'bib/syntax': {
		severity: 'error',
		summary: 'Something unexpected stands inside an entry, and something is lost by it.',
	},
	'bib/repaired': {
		severity: 'warning',
		summary: 'A slip inside an entry; what was meant is clear, nothing is lost.',
		remedy: 'always',
	},
	'bib/surplus': {
		severity: 'warning',
		summary: 'A comma too many, or a field without a value; nothing is lost.',
		remedy: 'always',
	},
	'bib/unclosed-entry': { severity: 'error', summary: 'An entry is never closed.', remedy: 'always' },
	'bib/unclosed-value': { severity: 'error', summary: 'A braced or quoted value is never closed.' },
	'bib/missing-key': { severity: 'error', summary: 'An entry has no key.' },
	'bib/stray-text': { severity: 'warning', summary: 'Text between entries looks like an entry that lost a character.' },
	'bib/missing-comma': { severity: 'warning', summary: 'A comma is missing between two fields.', remedy: 'always' },
	'bib/duplicate-key': { severity: 'warning', summary: 'Two entries have the same key.', remedy: 'asked' },
	'bib/similar-key': { severity: 'warning', summary: 'Two keys differ only in upper and lower case.' },
	'bib/duplicate-field': { severity: 'warning', summary: 'A field stands twice in one entry.', remedy: 'always' },
	'bib/undefined-macro': {
		severity: 'warning',
		summary: 'A @string macro is used that is defined nowhere.',
		remedy: 'always',
	},
	'bib/redefined-macro': { severity: 'info', summary: 'A @string macro is defined twice with different values.' },
	'bib/unused-macro': { severity: 'info', summary: 'A @string macro is defined and never used.' },
	'bib/unknown-type': { severity: 'warning', summary: 'An entry type looks like a misspelt one.', remedy: 'always' },

	// Inheritance
	'bib/missing-parent': {
		severity: 'warning',
		summary: 'A crossref, xref, xdata, entryset or related names an entry that does not exist.',
	},
	'bib/inheritance-cycle': { severity: 'warning', summary: 'Entries inherit from each other in a circle.' },

	// Values
	'text/unknown-command': {
		severity: 'info',
		summary: 'A LaTeX command is not known; its arguments are shown.',
		oncePerMessage: true,
	},
	'text/unbalanced': { severity: 'warning', summary: 'Braces or math delimiters do not match inside a value.' },
	'name/comma-list': { severity: 'warning', summary: 'Names are separated by commas instead of "and".' },
	'name/suspicious': { severity: 'warning', summary: 'A name does not look like one.' },
	'date/unparsable': { severity: 'warning', summary: 'A date is not one BibLaTeX or a person would write.' },
	'identifier/invalid': {
		severity: 'warning',
		summary: 'A DOI, ISBN, ISSN, ORCID or arXiv id is malformed or its checksum is wrong.',
	},
	'link/refused': {
		severity: 'warning',
		summary: 'A link field holds no http, https, mailto or relative address; it is not linked.',
	},
	'date/contradiction': { severity: 'warning', summary: 'The fields date and year disagree.' },
	'date/implausible': { severity: 'warning', summary: 'A work of this kind can hardly be of that year.' },
	'field/missing': { severity: 'warning', summary: 'A field that the entry type needs is missing.' },
	'field/recommended': {
		severity: 'info',
		summary: 'A field that BibLaTeX asks for is missing; the list reads without it.',
	},
	'field/misspelt': {
		severity: 'warning',
		summary: 'A field name looks like a misspelt one; the field is not read.',
		remedy: 'always',
	},
	'field/pages': { severity: 'warning', summary: 'A page range runs backwards or names no pages.' },
	'field/page-dash': {
		severity: 'info',
		summary: 'Page ranges are joined by another sign than the two hyphens of BibTeX.',
		remedy: 'always',
	},
	'identifier/address': {
		severity: 'info',
		summary: 'The field doi holds an address instead of a DOI.',
		remedy: 'always',
	},
	'identifier/misplaced': {
		severity: 'info',
		summary: 'A DOI stands in the field url alone.',
		remedy: 'always',
	},
	'name/et-al': {
		severity: 'info',
		summary: 'A list of names ends in other words than "and others".',
		remedy: 'always',
	},
	'text/entity': { severity: 'info', summary: 'A value is written with the characters of HTML.', remedy: 'always' },
	'text/mojibake': {
		severity: 'warning',
		summary: 'Letters were damaged when a file was read in a wrong encoding.',
		remedy: 'always',
	},
	'text/all-caps': { severity: 'info', summary: 'A title or name is written in capitals throughout.' },

	// The library as a whole
	'library/duplicate': { severity: 'warning', summary: 'Two entries seem to be the same work.', remedy: 'asked' },
	'library/preprint-pair': {
		severity: 'info',
		summary: 'A preprint and its published version both stand in the library.',
		remedy: 'asked',
	},
	'library/name-variant': { severity: 'info', summary: 'One name is spelt with and without its accents.' },
	'library/venue-variant': { severity: 'info', summary: 'One journal or book is spelt in two ways.' },

	// People
	'people/unmatched-alias': {
		severity: 'warning',
		summary: 'A name declared for a person matches nothing in the library.',
	},
	'people/near-match': { severity: 'info', summary: 'A name in the library nearly matches a declared person.' },
	'people/unknown': {
		severity: 'error',
		summary: 'The configuration names a person it does not declare.',
		stops: 'configuration',
	},

	// Lists
	'list/left-over': { severity: 'warning', summary: 'Works that no section takes were put at the end.' },
	'list/unknown-field': { severity: 'warning', summary: 'A list is grouped or sorted by a field that no work has.' },
	'list/empty': { severity: 'info', summary: 'A list or section selects nothing.' },

	// Configuration and templates
	'config/missing': {
		severity: 'error',
		summary: 'The configuration file that was named does not exist.',
		stops: 'configuration',
	},
	'config/syntax': { severity: 'error', summary: 'The configuration is not valid YAML.', stops: 'configuration' },
	'config/unknown-key': {
		severity: 'error',
		summary: 'The configuration has a key that means nothing.',
		stops: 'configuration',
	},
	'config/invalid': {
		severity: 'error',
		summary: 'A value in the configuration is not of the expected kind.',
		stops: 'configuration',
	},
	'template/missing': { severity: 'error', summary: 'A template or partial does not exist.', stops: 'configuration' },
	'template/syntax': { severity: 'error', summary: 'A template does not parse.', stops: 'configuration' },
	'template/unknown-name': {
		severity: 'error',
		summary: 'A template uses a name that the view does not have.',
		stops: 'configuration',
	},
	'template/helper': {
		severity: 'error',
		summary: "A project's own helper fails, or its module cannot be loaded.",
		stops: 'configuration',
	},
	'locale/unknown': {
		severity: 'error',
		summary: 'A locale or one of its terms does not exist.',
		stops: 'configuration',
	},
	'style/unavailable': {
		severity: 'error',
		summary: 'A CSL style, or what formats it, cannot be had.',
		stops: 'configuration',
	},
	'locale/incomplete': { severity: 'warning', summary: 'A locale lacks terms; English words stand in for them.' },

	// Output
	'output/stale': { severity: 'error', summary: 'With --check: a file is not what the library gives.' },
	'output/unwritable': { severity: 'error', summary: 'A file could not be written.' },
	'output/foreign': { severity: 'error', summary: 'An output would overwrite something it must not.' },
	'output/marker': {
		severity: 'error',
		summary: 'A file that a list goes into has no place for it, or its markers are not in order.',
		stops: 'configuration',
	},
	'pdf/no-engine': { severity: 'error', summary: 'There is no TeX on this machine to make a PDF.' },
	'pdf/failed': { severity: 'error', summary: 'TeX could not make a PDF of a document.' },
	'pdf/character': { severity: 'warning', summary: 'No font had a character of a PDF.' },
	'output/character': { severity: 'warning', summary: 'A character needs a font the output may not have.' },

	// Changing a person's own files
	'add/unreadable': { severity: 'error', summary: 'What is to be added cannot be read.' },
	'add/duplicate': { severity: 'error', summary: 'What is to be added is in the library already.' },
	'lookup/unknown': { severity: 'error', summary: 'No source knows the work that an identifier names.' },
	'lookup/unavailable': { severity: 'error', summary: 'A work could not be looked up: a source cannot be reached.' },
	'add/changed': { severity: 'info', summary: 'Something was put right in what was added, and may be wrong now.' },
	'edit/unwritable': { severity: 'error', summary: 'A file of the library could not be changed.' },
	'edit/conflict': { severity: 'error', summary: 'A file to change has conflict markers of a version control system.' },
} as const satisfies Record<string, CodeRow>;

/** A stable, kebab-case name of a diagnostic. */
export type Code = keyof typeof codes;

/** What the table says of a code. */
export function codeRow(code: Code): CodeRow {
	return codes[code];
}
