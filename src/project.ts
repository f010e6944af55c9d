import type { Severity } from './diagnostics/diagnostic.ts';
import type { ListSpec, LocalText } from './lists/list.ts';
import type { Person } from './people/people.ts';
import type { VenueKind } from './publications/venues.ts';

/** A `bibfolio.yaml`, or command-line options alone, read and completed with defaults. */
export interface Project {
	/** The folder all paths are relative to (absolute). */
	readonly root: string;
	/** The configuration file, as shown to the user; null without one. */
	readonly file: string | null;
	/** Files and globs of the library, relative to root. */
	readonly library: readonly string[];
	readonly people: readonly Person[];
	/** Language tag of a locale file: `en`, `de`. */
	readonly locale: string;
	/** Terms of the locale reworded. */
	readonly words: Readonly<Record<string, string>>;
	readonly lists: readonly ListSpec[];
	readonly outputs: readonly OutputSpec[];
	/** Folder of the project's own templates, relative to root. */
	readonly templates: string;
	/** Rows before the built-in venue table. */
	readonly venues: readonly VenueRow[];
	/** Rows before the built-in link table. */
	readonly links: readonly LinkRow[];
	/** User macros for LaTeX values: `\name` to its replacement with #1 … */
	readonly macros: Readonly<Record<string, string>>;
	/** Severity per diagnostic code; 'off' silences it. */
	readonly checks: Readonly<Record<string, Severity | 'off'>>;
	/** Fields taken out of published BibTeX. */
	readonly privateFields: readonly string[];
	readonly title: LocalText | null;
}

/** One file to write. */
export interface OutputSpec {
	readonly path: string;
	/** Id of the list. */
	readonly list: string;
	/** A format's name. */
	readonly format: string;
	/** Overrides for this output. */
	readonly locale: string | null;
	/** The level of the outermost heading in a fragment, 1 to 6. */
	readonly headingLevel: number;
	/** Free values the templates see as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** A pattern over venue names to what is known of the venue. */
export interface VenueRow {
	/** Case-insensitive; `*` for any run; `/…/` a regular expression. */
	readonly match: readonly string[];
	readonly kind: VenueKind | null;
	readonly name: string | null;
	readonly short: string | null;
	readonly rank: string | null;
	readonly colour: string | null;
	readonly url: string | null;
}

/** Which fields hold a kind of link. */
export interface LinkRow {
	readonly kind: string;
	/** Field names; `*` as a suffix (`url_*`) is allowed. */
	readonly fields: readonly string[];
	/** Word shown; null: the locale's term `link-KIND`. */
	readonly label: LocalText | null;
	/** `https://example.org/{}`: how a bare value becomes an address; null: it is one. */
	readonly template: string | null;
}
