import { posix } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createFile } from '../../output/create-file.ts';
import { builtInFiles, builtInText, partialsIn, stemOf } from '../../render/engine/template-notes.ts';
import { nearest } from '../../text/closest-word.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load } from '../load.ts';
import { printProblems, refuse } from '../problems.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import { formatOfTemplate, templateOverview } from '../template-overview.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
	...libraryOptions,
	templates: { type: 'string', group: 'Output:', describe: 'Folder with your own templates' },
	...messageOptions,
} as const satisfies OptionTable;

type EjectOptions = OptionsOf<typeof options>;

/** `bibfolio eject`: a copy of a built-in template, to edit. */
export const ejectCommand: Command<typeof options> = {
	name: 'eject',
	usage: '[templates..]',
	summary: 'Copy a built-in template, stylesheet or locale into the project to customize it',
	files: 'Templates to copy, such as entry.html; without any, all templates are listed',
	options,
	examples: [
		['bibfolio eject', 'list the templates with a short description'],
		['bibfolio eject entry.html', 'copy to templates/entry.html.hbs'],
		['bibfolio eject bibfolio.css locales/de', 'the stylesheet and the German words'],
	],
	run: runEject,
};

async function runEject(options: EjectOptions, names: readonly string[], terminal: Terminal): Promise<ExitCode> {
	// The library is not read, so any path does.
	const { project, problems } = load(options.config, { files: ['.'], templates: options.templates }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	if (names.length === 0) {
		terminal.out(templateOverview(project, terminal));
		return 0;
	}
	const results = names.map(fileNamed);
	const mistakes = results.flatMap((one) => ('mistake' in one ? [one.mistake] : []));
	if (mistakes.length) throw new UsageError(mistakes.join('\n'));
	const found: Diagnostic[] = [];
	let code: ExitCode = 0;
	for (const file of results.flatMap((one) => ('file' in one ? [one.file] : []))) {
		const text = builtInText(file);
		const path = posix.join(project.templates, file);
		const outcome = createFile(path, text, project.root, (one) => found.push(one));
		if (outcome !== 'created') code = 1;
		if (outcome === 'exists') terminal.err(`${path} already exists and was not changed\n`);
		if (outcome === 'created' && !options.quiet)
			terminal.out(`Wrote ${path}${partialsNote(text)}${overridesNote(file)}\n`);
	}
	printProblems(found, terminal);
	return code;
}

/** The one built-in file with a name, or a message with the possible names. */
function fileNamed(name: string): { readonly file: string } | { readonly mistake: string } {
	const files = builtInFiles();
	const asked = name.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:templates\/)?/, '');
	const exact = files.find((file) => [file, file.replace(/\.(?:hbs|yaml)$/, '')].includes(asked));
	// 'title' is the file that all formats share, even if 'title.html' overrides it for HTML.
	if (exact) return { file: exact };
	const candidates = files.filter((file) => [stemOf(file), stemOf(file).replace(/^locales\//, '')].includes(asked));
	const [only, ...others] = candidates;
	if (only && others.length === 0) return { file: only };
	if (only) return { mistake: `Ambiguous template ${name}\nName one of ${candidates.join(', ')}` };
	const near = nearest(asked, [...files, ...files.map(stemOf)]);
	return { mistake: `Unknown template ${name}\n${near ? `Did you mean ${near}?` : 'bibfolio eject lists them all'}` };
}

function partialsNote(text: string): string {
	const partials = partialsIn(text);
	return partials.length ? ` (calls ${partials.join(', ')})` : '';
}

/** Files for one format override the file that all formats share. */
function overridesNote(file: string): string {
	if (formatOfTemplate(file) !== 'all') return '';
	const others = builtInFiles().filter((one) => one !== file && stemOf(one) === stemOf(file));
	return others.length ? ` (${others.join(', ')} override it in their formats)` : '';
}
