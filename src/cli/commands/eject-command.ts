import { posix } from 'node:path';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { visible, visiblePath } from '../../diagnostics/visible.ts';
import { createFile } from '../../output/create-file.ts';
import { builtInFiles, builtInText, partialsIn, stemOf } from '../../render/engine/template-notes.ts';
import { closestWord } from '../../text/closest-word.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load } from '../load.ts';
import { printProblems, refuse } from '../problems.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import { formatOfTemplate, templateOverview } from '../template-overview.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
	...libraryOptions,
	templates: { type: 'string', group: 'Output:', describe: 'Folder of your templates (default: templates)' },
	...messageOptions,
} as const satisfies OptionTable;

type EjectOptions = OptionsOf<typeof options>;

/** `bibfolio eject`: copies built-in templates into the project. */
export const ejectCommand: Command<typeof options> = {
	name: 'eject',
	usage: '[names..]',
	summary: 'Copy built-in templates, stylesheets or locales into the project',
	files: 'Templates to copy, such as entry.html (default: list all)',
	operands: builtInFiles(),
	options,
	examples: [
		['bibfolio eject', 'list the templates'],
		['bibfolio eject entry.html', 'copy to templates/entry.html.hbs'],
		['bibfolio eject bibfolio.css locales/de', 'copy the stylesheet and the German locale'],
	],
	run: runEject,
};

async function runEject(options: EjectOptions, names: readonly string[], terminal: Terminal): Promise<ExitCode> {
	// The library is not read, so any path is valid.
	const { templates } = options;
	const { project, problems } = load(options, { files: ['.'], templates, createsTemplates: true }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	if (names.length === 0) {
		terminal.out(templateOverview(project, terminal));
		return 0;
	}
	const results = names.map(fileNamed);
	const [mistake] = results.flatMap((result) => ('mistake' in result ? [result.mistake] : []));
	if (mistake) throw mistake;
	const reported: Diagnostic[] = [];
	let code: ExitCode = 0;
	for (const file of results.flatMap((result) => ('file' in result ? [result.file] : []))) {
		const text = builtInText(file);
		const path = posix.join(project.templates, file);
		const { readable, writable } = project.places;
		const report: Report = (diagnostic) => reported.push(diagnostic);
		const outcome = createFile(path, text, project.root, report, [...readable, ...writable]);
		if (outcome !== 'created') code = 1;
		if (outcome === 'exists') terminal.err(`${visiblePath(path)} already exists; it was not changed\n`);
		if (outcome === 'created' && !options.quiet)
			terminal.out(`Wrote ${visible(path)}${partialsNote(text)}${overridesNote(file)}\n`);
	}
	printProblems(reported, terminal);
	return code;
}

/** The built-in file with a name, or a usage error with suggestions. */
function fileNamed(name: string): { readonly file: string } | { readonly mistake: UsageError } {
	const files = builtInFiles();
	const wanted = name.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:templates\/)?/, '');
	const exact = files.find((file) => [file, file.replace(/\.(?:hbs|yaml)$/, '')].includes(wanted));
	// 'title' is the file that all formats share, even if 'title.html' overrides it for HTML.
	if (exact) return { file: exact };
	const candidates = files.filter((file) => [stemOf(file), stemOf(file).replace(/^locales\//, '')].includes(wanted));
	const [first, second] = candidates;
	if (first && !second) return { file: first };
	if (first) return { mistake: new UsageError(`Ambiguous template "${name}"`, `Choose from ${candidates.join(', ')}`) };
	const near = closestWord(wanted, [...files.map((file) => file.replace(/\.hbs$/, '')), ...files.map(stemOf)]);
	const hint = near ? `Did you mean "${near}"?` : 'Run bibfolio eject to list all templates';
	return { mistake: new UsageError(`Unknown template "${name}"`, hint) };
}

function partialsNote(text: string): string {
	const partials = partialsIn(text);
	return partials.length ? ` (calls ${partials.join(', ')})` : '';
}

/** A note on the files that override, in one format, the file that all formats share. */
function overridesNote(file: string): string {
	if (formatOfTemplate(file) !== 'all') return '';
	const specific = builtInFiles().filter((path) => path !== file && stemOf(path) === stemOf(file));
	return specific.length ? ` (${specific.join(', ')} override it in their formats)` : '';
}
