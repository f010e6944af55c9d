import type { Folder } from '../folder.ts';

/** How a site or document shows a list. */
export interface Recipe {
	/** The file of the list. */
	readonly path: string;
	readonly format: string;
	/** The region between markers of an existing file, or of a new page. */
	readonly region?: string;
	/** The stylesheet and the script of the list, if the site must load them. */
	readonly assets?: Assets;
	/** How to include the list, in one line; null if it needs no inclusion. */
	readonly use: string | null;
	/** Files of the site that the recipe needs, such as a shortcode. */
	readonly parts?: readonly NewFile[];
	/** The page that shows the list, unless the site already has a page for publications. */
	readonly page?: HostPage;
	/** What the site's own configuration needs, in one line. */
	readonly setting?: string;
	/** How to see the page, and how to publish it: a command and its purpose. */
	readonly steps?: readonly Step[];
}

/** A stylesheet and a script, each with the line that loads it. */
export interface Assets {
	readonly stylesheet: Asset;
	readonly script: Asset;
}

export interface Asset {
	readonly path: string;
	/** The line of the page that loads it. */
	readonly line: string;
}

/** A site or document in a folder. */
export interface SurveyedSite {
	/** The folder of the file that identifies it: '' or 'docs/'. */
	readonly at: string;
	readonly folder: Folder;
	/** The name of the new files, without their ending: 'publications', or 'publications-2' if that exists. */
	readonly name: string;
}

export type Step = readonly [command: string, purpose: string];

/** A file that is created unless it exists. */
export interface NewFile {
	readonly path: string;
	readonly text: string;
}

/** The page of the site that shows the list. */
export interface HostPage extends NewFile {
	/** The lines that show the list, for an existing page. */
	readonly lines: readonly string[];
}
