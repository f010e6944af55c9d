import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../project/project.ts';
import { builtInFiles, stemOf, templateNotes } from '../render/engine/template-notes.ts';
import { valueIn } from '../text/value-in.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** A table of all templates: name, formats with a file, and what the template renders. */
export function templateOverview({ root, templates }: Project, { width, colour }: Terminal): string {
	const filesByStem = grouped(builtInFiles());
	const order = Object.keys(templateNotes);
	const position = (stem: string) => (order.includes(stem) ? order.indexOf(stem) : order.length);
	const rows = [...filesByStem]
		.sort(([left], [right]) => position(left) - position(right))
		.map(([stem, files]) => {
			const overridden = files.filter((file) => existsSync(resolve(root, templates, file)));
			const note = stem.startsWith('locales/') ? 'words in a language' : (valueIn(templateNotes, stem) ?? '');
			return [
				stem,
				files.map(formatOfTemplate).join(' '),
				overridden.length ? `${note} (customized: ${overridden.join(', ')})` : note,
			];
		});
	const columns = [{ maxWidth: 24, style: 36 }, { maxWidth: 24, style: 2 }, { maxWidth: 0 }];
	const lines = tableLines(columns, [['name', 'formats', 'what it renders'], ...rows], { width, colour: colour.out });
	const hint = `Run bibfolio eject NAME (such as entry.html) to copy a template to ${templates}/, where it overrides the built-in one`;
	return `${lines.join('\n')}\n\n${hint}\n`;
}

function grouped(files: readonly string[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const file of files) groups.set(stemOf(file), [...(groups.get(stemOf(file)) ?? []), file]);
	return groups;
}

/** The format of a template file: 'html' for `entry.html.hbs`, 'all' for `source.hbs`, 'css' for a stylesheet. */
export function formatOfTemplate(file: string): string {
	return /\.([\w-]+)\.hbs$/.exec(file)?.[1] ?? (file.endsWith('.hbs') ? 'all' : (file.split('.').at(-1) ?? ''));
}
