import { relative } from 'node:path';
import { visible } from '../diagnostics/visible.ts';
import type { Built, Changes, WatchEvent } from '../preview/watch/watch.ts';
import type { Project } from '../project/project.ts';
import { groupedFiles } from './build-summary.ts';
import { pluralize } from './pluralize.ts';
import { printFindings, printProblems } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** A function that prints the events of a watch: one line for each change, and errors in full. */
export function watchReporter(project: Project, terminal: Terminal, quiet: boolean): (event: WatchEvent) => void {
	let isWatching = false;
	const print = (line: string) => {
		if (!quiet) terminal.out(`${visible(line)}\n`);
	};
	return (event) => {
		switch (event.kind) {
			case 'built': {
				printFindings(event.diagnostics, quiet, terminal);
				const line = builtLine(event, project.root);
				if (line !== null) print(line);
				break;
			}
			case 'held':
				printProblems(event.diagnostics, terminal);
				print('The lists stay unchanged until this is fixed');
				break;
			case 'watching':
				if (!isWatching) print(`Watching ${watchedPaths(project)} (Ctrl-C stops)`);
				isWatching = true;
				break;
			case 'polling':
				terminal.err(`Cannot watch files for changes (${event.errorCode}): polling instead\n`);
				break;
			case 'failed': {
				const { message, stack } = event.error as Error;
				const { BIBFOLIO_DEBUG } = process.env;
				const details = BIBFOLIO_DEBUG ? stack : message;
				terminal.err(`Internal error (this is a bug in Bibfolio ${terminal.version}): ${details}\n`);
				break;
			}
		}
	};
}

function watchedPaths({ library, dataFiles, file, templates }: Project): string {
	return [...library, ...new Set(dataFiles.patterns), ...(file === null ? [] : [file]), `${templates}/`].join(', ');
}

/** 'Changed a2019, added b2020: wrote out/publications.html in 41 ms'; null if nothing is worth a line. */
function builtLine(built: Built, root: string): string | null {
	const { outputs, changes, isFixed, hasWriteErrors } = built;
	const causes = (changes && changesInWords(changes)) || filesInWords(built, root);
	if (!causes && !outputs.some(({ written }) => written) && !isFixed && !hasWriteErrors && changes) return null;
	const line = [...(isFixed ? ['fixed'] : []), ...(causes ? [causes] : [])].join('; ');
	return capitalized(line ? `${line}: ${resultInWords(built)}` : resultInWords(built));
}

function resultInWords({ result, outputs, changes, isRestored, hasWriteErrors, milliseconds }: Built): string {
	const paths = outputs.flatMap(({ path, written }) => (written ? [path] : []));
	const written = groupedFiles(result, paths).map(({ name, count }) =>
		name.includes('*') ? `${name} (${pluralize(count, 'file')})` : name,
	);
	const works = changes || isRestored ? '' : ` from ${pluralize(result.library.entries.length, 'entry', 'entries')}`;
	if (written.length) {
		const verb = isRestored ? 'restored' : 'wrote';
		const line = `${verb} ${written.join(', ')}${works} in ${Math.round(milliseconds)} ms`;
		return hasWriteErrors ? `${line}; the others follow once this is fixed` : line;
	}
	if (hasWriteErrors) return 'the lists stay unchanged until this is fixed';
	return changes ? 'the lists are unchanged' : `the lists are up to date${works}`;
}

function filesInWords({ changedFiles, removedFiles }: Built, root: string): string {
	const relativePaths = (paths: readonly string[]) => paths.map((path) => relative(root, path).replaceAll('\\', '/'));
	return phrases([
		['saved', relativePaths(changedFiles)],
		['removed', relativePaths(removedFiles)],
	]);
}

function changesInWords({ added, changed, removed }: Changes): string {
	return phrases([
		['changed', changed],
		['added', added],
		['removed', removed],
	]);
}

/** Longer lists name only the first ones and count the others. */
const maxNamed = 5;

function phrases(parts: readonly (readonly [verb: string, names: readonly string[]])[]): string {
	return parts.flatMap(([verb, names]) => (names.length ? [`${verb} ${enumerated(names)}`] : [])).join(', ');
}

function enumerated(names: readonly string[]): string {
	if (names.length <= maxNamed) return names.join(', ');
	return `${names.slice(0, maxNamed - 2).join(', ')} and ${names.length - maxNamed + 2} more`;
}

function capitalized(line: string): string {
	return line.charAt(0).toUpperCase() + line.slice(1);
}
