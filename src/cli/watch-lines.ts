import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import type { Built, Changes, WatchEvent } from '../preview/watch/watch.ts';
import type { Project } from '../project/project.ts';
import { explain, folderOf } from './commands/run-build.ts';
import { several } from './load.ts';
import type { Terminal } from './terminal.ts';

/** Gives what says on a terminal what a watch does: one line per change, errors in full. */
export function tellWatch(project: Project, terminal: Terminal, quiet: boolean): (event: WatchEvent) => void {
	let watching = false;
	const say = (line: string) => {
		if (!quiet) terminal.out(`${line}\n`);
	};
	return (event) => {
		switch (event.kind) {
			case 'built': {
				explain(event.found, { quiet }, terminal);
				const line = builtLine(event, project.root);
				if (line !== null) say(line);
				break;
			}
			case 'held':
				terminal.err(asText(event.found, terminal));
				say('The lists stay as they were until that is mended');
				break;
			case 'watching':
				if (!watching) say(`Watching ${watched(project)}; Ctrl-C ends`);
				watching = true;
				break;
			case 'polling':
				terminal.err(`The system can watch no more files (${event.why}): looking at them again and again instead\n`);
				break;
			case 'failed': {
				const { message, stack } = event.error as Error;
				const { BIBFOLIO_DEBUG } = process.env;
				terminal.err(`Bibfolio ${terminal.version} met a mistake of its own: ${BIBFOLIO_DEBUG ? stack : message}\n`);
				break;
			}
		}
	};
}

/** Findings with their code frames, as on a terminal. */
export function asText(found: readonly Diagnostic[], { colour, version }: Terminal): string {
	return printDiagnostics(found, { format: 'text', colour: colour.err, toolVersion: version, summary: false });
}

function watched({ library, file, templates }: Project): string {
	return [...library, ...(file === null ? [] : [file]), `${templates}/`].join(', ');
}

/** 'Changed a2019, added b2020: wrote out/publications.html in 41 ms'; null when there is nothing to say. */
function builtLine(built: Built, root: string): string | null {
	const { outputs, changes, mended, unwritten } = built;
	const what = (changes && changesInWords(changes)) || filesInWords(built, root);
	if (!what && !outputs.some(({ written }) => written) && !mended && !unwritten && changes) return null;
	const line = [...(mended ? ['mended'] : []), ...(what ? [what] : [])].join('; ');
	return sentence(line ? `${line}: ${doneInWords(built)}` : doneInWords(built));
}

function doneInWords({ result, outputs, changes, again, unwritten, milliseconds }: Built): string {
	const folders = folderOf(result);
	const written = [...new Set(outputs.flatMap(({ path, written }) => (written ? [folders.get(path) ?? path] : [])))];
	const works = changes || again ? '' : ` from ${several(result.library.entries.length, 'entry', 'entries')}`;
	if (written.length) {
		const verb = again ? 'put back' : 'wrote';
		const done = `${verb} ${enumerated(written, Number.POSITIVE_INFINITY)}${works} in ${Math.round(milliseconds)} ms`;
		return unwritten ? `${done}; the others follow when that is mended` : done;
	}
	if (unwritten) return 'the lists stay as they were until that is mended';
	return `the lists ${changes ? 'stay as they are' : `are up to date${works}`}`;
}

function filesInWords({ files, gone }: Built, root: string): string {
	const parts: [string, readonly string[]][] = [
		['saved', files],
		['removed', gone],
	];
	return parts.flatMap(([verb, paths]) => (paths.length ? [`${verb} ${enumerated(paths.map(shown))}`] : [])).join(', ');

	function shown(path: string): string {
		return relative(root, path).replaceAll('\\', '/');
	}
}

function changesInWords({ added, changed, removed }: Changes): string {
	const parts: [string, readonly string[]][] = [
		['changed', changed],
		['added', added],
		['removed', removed],
	];
	return parts.flatMap(([verb, keys]) => (keys.length ? [`${verb} ${enumerated(keys)}`] : [])).join(', ');
}

/** So many keys are named; of more, a few and how many others. */
const most = 5;

function enumerated(names: readonly string[], limit = most): string {
	if (names.length <= limit) return names.join(', ');
	return `${names.slice(0, limit - 2).join(', ')} and ${names.length - limit + 2} more`;
}

function sentence(line: string): string {
	return line.charAt(0).toUpperCase() + line.slice(1);
}
