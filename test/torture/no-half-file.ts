import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { command } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { library } from '../preview/watch/library.ts';
import { type Files, filesIn } from './files-in.ts';
import type { Trial } from './trial.ts';

interface Kill {
	readonly task: string;
	/** Wait for the first change on the disk before the delay, instead of the start of the process. */
	readonly afterChange: boolean;
	/** Part of the duration of the command, or of 20 ms after a change. */
	readonly delay: number;
}

const papers = library(...Array.from({ length: 30 }, (_, index) => `key${index}`));
const messy = papers.replaceAll('year = {2020}', 'pages = {1 - 9},\n  doi = {https://doi.org/10.1000/182}');
const outputs = ['a.html', 'b.md', 'c.tex', 'd.json', 'e.typ'];
const configuration = `library: papers.bib\noutputs: [${outputs.join(', ')}, { path: works/, format: works }]\nsite: https://list.example/\n`;
const regions = '# Me\n\n<!-- bibfolio:publications -->\nold\n<!-- /bibfolio:publications -->\n\nMore\n';

interface Task {
	readonly words: readonly string[];
	/** A command that runs after the repetition of a killed one. */
	readonly next?: readonly string[];
	readonly files: Files;
}

/** Commands that write files, with the files that they start from. */
const tasks: Readonly<Record<string, Task>> = {
	'build new lists': { words: ['build'], files: { 'papers.bib': papers, 'bibfolio.yaml': configuration } },
	'build changed lists': {
		words: ['build'],
		files: {
			'papers.bib': papers,
			'bibfolio.yaml': configuration,
			...Object.fromEntries(outputs.map((path) => [path, `old ${path}\n`.repeat(999)])),
		},
	},
	'build a region': {
		words: ['build'],
		files: {
			'papers.bib': papers,
			'bibfolio.yaml': 'library: papers.bib\noutputs: [{ path: me.md, region: publications }]\n',
			'me.md': regions,
		},
	},
	fix: { words: ['fix', 'papers.bib'], files: { 'papers.bib': messy } },
	add: {
		words: ['add', 'new.ris', '--to', 'papers.bib'],
		files: { 'papers.bib': papers, 'new.ris': 'TY  - BOOK\nAU  - Noether, Emmy\nTI  - Papers\nPY  - 1983\nER  - \n' },
	},
	export: {
		words: ['export', 'papers.bib', '--out', 'public.bib'],
		files: { 'papers.bib': papers, 'public.bib': 'old' },
	},
	// If the killed run wrote the configuration, the second init refuses to replace it, and a build writes the lists.
	init: { words: ['init', '--yes'], next: ['build'], files: { 'papers.bib': papers } },
	eject: { words: ['eject', 'entry.html.hbs', 'page.css'], files: { 'papers.bib': papers } },
};

/** Files that a killed process may leave: a temporary file and a lock. */
const leftover = /(?:^|\/)\.[^/]+(?:~|\.lock)$/;

export const noHalfFile: Trial<Kill> = {
	name: 'kills',
	promise: 'A killed command leaves each file old or new, and the next run completes it and leaves nothing else',
	tries: 364,
	fewTries: 2,
	triesPerCase: 1,
	cases: fc.record({
		task: fc.constantFrom(...Object.keys(tasks)),
		afterChange: fc.boolean(),
		delay: fc.nat(1000).map((thousandths) => thousandths / 1000),
	}),
	async breach({ task, afterChange, delay }) {
		const { words, next, files } = tasks[task] ?? fail();
		const { after, milliseconds } = await completed(task);
		const folder = folderWith(files);
		const child = spawn(process.execPath, [command, ...words], { cwd: folder, stdio: 'ignore' });
		const ended = new Promise((resolve) => child.on('close', resolve));
		if (afterChange) await Promise.race([changeIn(folder), ended]);
		await Promise.race([pause(delay * (afterChange ? 20 : milliseconds)), ended]);
		child.kill('SIGKILL');
		await ended;

		const killed = filesIn(folder);
		const place = `${task}, killed ${afterChange ? 'after a change' : ''} at ${delay}`;
		for (const [path, text] of Object.entries(killed)) {
			if (leftover.test(path) || text === files[path] || text === after[path]) continue;
			return `${place}: ${path} is half written: ${JSON.stringify(text.slice(-80))}`;
		}
		const missing = Object.keys(files).find((path) => killed[path] === undefined);
		if (missing) return `${place}: ${missing} is missing`;
		if (Object.keys(killed).every((path) => killed[path] === files[path])) return null;
		await run(folder, words);
		if (next) await run(folder, next);
		const completedFiles = filesIn(folder);
		const different = Object.keys(after).find((path) => completedFiles[path] !== after[path]);
		if (different) return `${place}: the next run does not complete ${different}`;
		const remaining = Object.keys(completedFiles).find((path) => after[path] === undefined);
		return remaining ? `${place}: the next run leaves ${remaining}` : null;
	},
};

function fail(): never {
	throw new Error('no such task');
}

const complete = new Map<string, { readonly after: Files; readonly milliseconds: number }>();

/** The files after a task that was not killed, and its duration. */
async function completed(task: string) {
	const earlier = complete.get(task);
	if (earlier) return earlier;
	const { words, files } = tasks[task] ?? fail();
	const folder = folderWith(files);
	const start = performance.now();
	const code = await run(folder, words);
	if (code !== 0) throw new Error(`${task} exits with ${code}`);
	const result = { after: filesIn(folder), milliseconds: performance.now() - start };
	complete.set(task, result);
	return result;
}

function run(folder: string, words: readonly string[]): Promise<number | null> {
	const child = spawn(process.execPath, [command, ...words], { cwd: folder, stdio: 'ignore' });
	return new Promise((resolve) => child.on('close', resolve));
}

/** Resolves at the first change in a folder. */
function changeIn(folder: string): Promise<void> {
	return new Promise((resolve) => {
		const watcher = watch(folder, { recursive: true }, () => {
			watcher.close();
			resolve();
		});
	});
}
