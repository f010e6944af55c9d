import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';

/** `bibfolio eject`: a built-in template, to be changed. */
export const ejectCommand = command({
	name: 'eject',
	usage: '[templates..]',
	summary: 'Copy a built-in template, the stylesheet or a locale into the project, to change it',
	files: 'What to copy, such as entry.html; without any, a list of what there is',
	options: {
		...libraryOptions,
		templates: { type: 'string', group: 'Output:', describe: 'Folder of your own templates' },
		...messageOptions,
	},
	examples: [
		['bibfolio eject', 'what there is, with a word on each'],
		['bibfolio eject entry.html', 'to templates/entry.html.hbs'],
		['bibfolio eject bibfolio.css locales/de', 'the stylesheet and the German words'],
	],
});

export type EjectOptions = OptionsOf<typeof ejectCommand.options>;
