import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { createFile } from '../../output/create.ts';
import type { Project } from '../../project/project.ts';
import { builtInFiles, builtInText, partialsIn, stemOf, templateNotes } from '../../render/engine/template-notes.ts';
import { nearest } from '../../text/closest-word.ts';
import type { ExitCode } from '../command.ts';
import { load, refuse } from '../load.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import type { EjectOptions } from './eject-command.ts';

/** Copies what is named into the project's folder of templates, or shows what there is. */
export async function runEject(options: EjectOptions, names: readonly string[], terminal: Terminal): Promise<ExitCode> {
	// The library is not read: any name of one will do.
	const { project, problems } = load(options.config, { files: ['.'], templates: options.templates }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	if (names.length === 0) {
		terminal.out(overview(project, terminal));
		return 0;
	}
	const chosen = names.map(chosenBy);
	const mistakes = chosen.flatMap((one) => ('mistake' in one ? [one.mistake] : []));
	if (mistakes.length) {
		terminal.err(`${mistakes.join('\n')}\n`);
		return 2;
	}
	const found: Diagnostic[] = [];
	let code: ExitCode = 0;
	for (const file of chosen.flatMap((one) => ('file' in one ? [one.file] : []))) {
		const text = builtInText(file);
		const path = posix.join(project.templates, file);
		const done = createFile(path, text, project.root, (one) => found.push(one));
		if (done !== 'created') code = 1;
		if (done === 'there') terminal.err(`${path} is there already and stays as it is\n`);
		if (done === 'created' && !options.quiet) terminal.out(`Wrote ${path}${aboutPartials(text)}${aboutOthers(file)}\n`);
	}
	const { version, colour } = terminal;
	terminal.err(printDiagnostics(found, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	return code;
}

/** The one file that a name means; a mistake says which there are. */
function chosenBy(name: string): { readonly file: string } | { readonly mistake: string } {
	const files = builtInFiles();
	const asked = name.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:templates\/)?/, '');
	const exact = files.find((file) => [file, file.replace(/\.(?:hbs|yaml)$/, '')].includes(asked));
	// 'title' is the file that every format shares; 'title.html' goes before it in HTML.
	if (exact) return { file: exact };
	const alike = files.filter((file) => [stemOf(file), stemOf(file).replace(/^locales\//, '')].includes(asked));
	const [only, ...others] = alike;
	if (only && others.length === 0) return { file: only };
	if (only) return { mistake: `There are several files for ${name}, name one: ${alike.join(', ')}` };
	const near = nearest(asked, [...files, ...files.map(stemOf)]);
	return {
		mistake: `There is no template ${name}\n${near ? `Did you mean ${near}?` : 'bibfolio eject lists them all'}`,
	};
}

function aboutPartials(text: string): string {
	const partials = partialsIn(text);
	return partials.length ? `; it calls ${partials.join(', ')}` : '';
}

/** Files of single formats stand over the one that all share. */
function aboutOthers(file: string): string {
	const others =
		formatOf(file) === 'all' ? builtInFiles().filter((one) => one !== file && stemOf(one) === stemOf(file)) : [];
	return others.length ? `; in its format ${others.join(', ')} goes before it` : '';
}

/** Every template on a line: its name, the formats it has files for, and what it writes. */
function overview({ root, templates }: Project, { width, colour }: Terminal): string {
	const byStem = grouped(builtInFiles());
	const order = Object.keys(templateNotes);
	const place = (stem: string) => (order.includes(stem) ? order.indexOf(stem) : order.length);
	const rows = [...byStem]
		.sort(([one], [other]) => place(one) - place(other))
		.map(([stem, files]) => {
			const own = files.filter((file) => existsSync(resolve(root, templates, file)));
			const note = stem.startsWith('locales/') ? 'the words of a language' : (templateNotes[stem] ?? '');
			return [stem, files.map(formatOf).join(' '), own.length ? `${note} (yours: ${own.join(', ')})` : note];
		});
	const columns = [{ most: 24, style: 36 }, { most: 24, style: 2 }, { most: 0 }];
	const lines = tableLines(columns, [['name', 'formats', 'what it writes'], ...rows], { width, colour: colour.out });
	const how = `bibfolio eject NAME copies one to ${templates}/, such as entry.html; yours goes before the built-in one`;
	return `${lines.join('\n')}\n\n${how}\n`;
}

function grouped(files: readonly string[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const file of files) groups.set(stemOf(file), [...(groups.get(stemOf(file)) ?? []), file]);
	return groups;
}

/** 'html' of `entry.html.hbs`, 'all' of `source.hbs`, 'css'. */
function formatOf(file: string): string {
	return /\.([\w-]+)\.hbs$/.exec(file)?.[1] ?? (file.endsWith('.hbs') ? 'all' : (file.split('.').at(-1) ?? ''));
}
