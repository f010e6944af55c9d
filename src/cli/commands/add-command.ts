import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';

/** `bibfolio add`: works that go into the library. */
export const addCommand = command({
	name: 'add',
	usage: '[works..]',
	summary: 'Add works to the library: DOIs, arXiv ids, ISBNs …, or BibTeX, RIS or CSL-JSON',
	files: 'DOIs, arXiv, PubMed ids, ISBNs, addresses; files of BibTeX, RIS, CSL-JSON; - for standard input',
	options: {
		...libraryOptions,
		clipboard: { type: 'boolean', group: 'Input:', describe: 'What the clipboard holds: a DOI, an entry …' },
		to: { type: 'string', group: 'Output:', describe: 'The .bib to write; made if it is not there' },
		key: { type: 'string', group: 'Output:', describe: 'The key of the new entry' },
		'dry-run': { type: 'boolean', alias: 'n', group: 'Ways to run:', describe: 'Show the change, write nothing' },
		json: { type: 'boolean', group: 'Messages:', describe: 'Say what was done as JSON on standard output' },
		...messageOptions,
	},
	examples: [
		['bibfolio add 10.1371/journal.pone.0130140', 'looked up by its DOI'],
		['bibfolio add arXiv:1706.03762 978-3-030-28953-9', 'a preprint and a book'],
		['bibfolio add --clipboard --dry-run', 'what would be written'],
		['bibfolio add references.ris --to bib/2024.bib', 'from a reference manager'],
	],
});

export type AddOptions = OptionsOf<typeof addCommand.options>;
