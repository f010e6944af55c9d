import { resolve } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Written, writeOutputs } from '../output/write.ts';
import { isDocument, makePdfs } from '../pdf/make.ts';
import type { Project } from '../project/project.ts';
import { folderWatch } from './folders.ts';
import { configurationFiles, inputFiles, type Loaded, reload } from './inputs.ts';
import { type Places, placesOf } from './places.ts';
import { differences, glanceAt, isSame, type Snapshot, takeSnapshot } from './snapshot.ts';
import { makeTimers } from './timers.ts';
import { type Attempt, type Changes, changesOf, judge, newFindings, type Verdict } from './verdict.ts';

export type { Loaded } from './inputs.ts';
export type { Changes } from './verdict.ts';

/** The outputs are what the inputs give. */
export interface Built {
	readonly kind: 'built';
	readonly result: BuildResult;
	/** What became of each output. */
	readonly outputs: readonly Written[];
	/** Since the last lists; null for the first ones. */
	readonly changes: Changes | null;
	/** The inputs that changed, absolute. */
	readonly files: readonly string[];
	/** What was not found before, and what went wrong in writing. */
	readonly found: readonly Diagnostic[];
	/** Whether somebody was told that the lists are held back, and waits to hear that they are good again. */
	readonly mended: boolean;
	/** From looking at the inputs to having written. */
	readonly milliseconds: number;
}

/** The outputs stay as they were. */
export interface Held {
	readonly kind: 'held';
	/** What is wrong that was not wrong before. */
	readonly found: readonly Diagnostic[];
}

/** What a watch tells. */
export type WatchEvent =
	| Built
	| Held
	/** From now on every change is seen. */
	| { readonly kind: 'watching' }
	/** The system tells no changes any more (its error code), so the files are looked at again and again. */
	| { readonly kind: 'polling'; readonly why: string }
	/** A mistake of Bibfolio's own; it goes on watching. */
	| { readonly kind: 'failed'; readonly error: unknown };

export interface WatchOptions {
	/** Gives the project as its configuration is now. */
	load(): Loaded;
	/** Looks at the files again and again instead of being told by the system. */
	readonly poll: boolean;
	/** Makes the PDF of each LaTeX document, too: of all at the start, then of those that changed. */
	readonly pdf: boolean;
	tell(event: WatchEvent): void;
}

/** Milliseconds. */
const times = {
	/** After a build: for what was written meanwhile and what no event told. */
	again: 250,
	/** Between two looks while something is held back. */
	held: 150,
	/** So long an error must stand before it is shown: a file may be written in two steps. */
	showing: 400,
	/** So long something must be gone before that is believed. */
	believing: 1000,
} as const;

/** A state of the inputs, and how far it has come. */
interface Current extends Attempt {
	snapshot: Snapshot;
	/** Of a configuration that cannot be used; the last good one stands in. */
	readonly problems: readonly Diagnostic[];
	readonly verdict: Verdict;
	/** When the inputs were first seen so, and when the look began that saw it. */
	readonly since: number;
	readonly started: number;
	shown: boolean;
	written: boolean;
}

/**
 * Builds a project, writes its outputs, and does so again whenever an input changes, until closed. The first build is
 * taken as it comes; after it, lists that are good are replaced by good ones only.
 *
 * Events and timers merely say when to look. What is done depends on the bytes on the disk alone: so no event that is
 * missed is missed for good, and the last state on the disk is what ends in the outputs.
 */
export function watchProject(first: Project, { load, poll, pdf, tell }: WatchOptions): { close(): Promise<void> } {
	let good: Attempt | null = null;
	let current: Current | null = null;
	let places: Places | null = null;
	let glanced = '';
	let mistake = '';
	/** Somebody was told that the lists are held back. */
	let waiting = false;
	/** What kept the last lists from being written. */
	let obstacles: readonly Diagnostic[] = [];
	const timers = makeTimers(look, glance);
	const folders = folderWatch(poll, {
		changed: timers.changed,
		ready: () => {
			timers.soon(0);
			tell({ kind: 'watching' });
		},
		polling: (why) => tell({ kind: 'polling', why }),
	});
	look();
	return {
		async close() {
			timers.close();
			await folders.close();
		},
	};

	/** A file that goes away between two steps of a look is found missing by the next one; what stays is ours. */
	function look(): void {
		try {
			lookAtDisk();
			mistake = '';
		} catch (error) {
			if (mistake === '') timers.soon(times.showing);
			else if (mistake === String(error)) tell({ kind: 'failed', error });
			mistake = `${mistake === '' ? '' : 'told: '}${error}`;
		}
	}

	function lookAtDisk(): void {
		const started = performance.now();
		const known = current?.snapshot ?? null;
		const before = good?.result.project ?? first;
		const configuration = takeSnapshot(configurationFiles(before), known);
		const { project, problems } = reload(load(), before, configuration, good?.snapshot ?? null);
		const files = inputFiles(project, current?.result.files ?? []);
		const snapshot = new Map([...configuration, ...takeSnapshot(files, known)]);
		places = placesOf(project, [...snapshot.keys()]);
		folders.watch(places);
		if (current && isSame(current.snapshot, snapshot)) current.snapshot = snapshot;
		else current = attempt(project, problems, snapshot, started);
		if (current) settle(current);
	}

	/** Builds. What was there before is kept when a file was written meanwhile: what was read may be half of it. */
	function attempt(project: Project, problems: readonly Diagnostic[], seen: Snapshot, started: number): Current | null {
		const result = build(project, { previous: good?.result ?? null });
		const more = inputFiles(project, result.files).filter((file) => !seen.has(file));
		const after = takeSnapshot([...seen.keys(), ...more], seen);
		timers.soon(times.again);
		if (current && [...seen].some(([file, one]) => one?.hash !== after.get(file)?.hash)) return current;
		// As it was before the build, so that the next look finds what was written during the first one.
		const snapshot = new Map([...after, ...seen]);
		const isFirst = current === null;
		const verdict = isFirst && result.stops === null ? 'good' : judge({ result, snapshot }, good);
		// What is wrong at the start is shown at once.
		const since = isFirst ? Number.NEGATIVE_INFINITY : started;
		return { result, snapshot, problems, verdict, since, started, shown: false, written: false };
	}

	/** Takes a state as far as it has deserved by standing so long. */
	function settle(now: Current): void {
		const age = performance.now() - now.since;
		const wrong = [...now.problems, ...(now.verdict === 'broken' ? brokenBy(now.result) : [])];
		const shows = wrong.length > 0 && !now.shown;
		if (shows && age >= times.showing) {
			now.shown = true;
			waiting = true;
			tell({ kind: 'held', found: wrong });
		} else if (shows) timers.soon(times.held);
		if (now.written || now.verdict === 'broken') return;
		if (now.verdict === 'good' || age >= times.believing) write(now);
		else timers.soon(times.held);
	}

	function brokenBy({ diagnostics }: BuildResult): Diagnostic[] {
		const errors = diagnostics.filter(({ severity }) => severity === 'error');
		return newFindings(errors, good?.result.diagnostics ?? []);
	}

	function write(now: Current): void {
		const { result, snapshot, started } = now;
		const { root } = result.project;
		const lists = put(result);
		const troubles: Diagnostic[] = [];
		const pdfs = pdf ? putPdfs(result, lists, (one) => troubles.push(one)) : [];
		const outputs = [...lists, ...pdfs];
		const changes = good && changesOf(result, good.result);
		const files = good ? differences(good.snapshot, snapshot) : [];
		const found = [...newFindings(result.diagnostics, good?.result.diagnostics ?? []), ...obstacles, ...troubles];
		const mended = waiting && now.problems.length === 0;
		if (mended) waiting = false;
		// What a build has written into a file that is also read is no news.
		const hosts = result.outputs.flatMap(({ path, region }) => (region == null ? [] : [resolve(root, path)]));
		if (hosts.length) now.snapshot = new Map([...snapshot, ...takeSnapshot(hosts, snapshot)]);
		now.written = true;
		good = now;
		const milliseconds = performance.now() - started;
		tell({ kind: 'built', result, outputs, changes, files, found, mended, milliseconds });
	}

	function put({ outputs, project, files }: BuildResult): Written[] {
		const found: Diagnostic[] = [];
		const written = writeOutputs(outputs, project.root, (one) => found.push(one), files);
		obstacles = found;
		return written;
	}

	/** What stops TeX once stops it again: the next try is when the document has changed. */
	function putPdfs({ outputs, project }: BuildResult, lists: readonly Written[], report: Report): Written[] {
		const fresh = new Set(lists.flatMap(({ path, written }) => (written || good === null ? [path] : [])));
		const documents = outputs.filter(({ path, spec }) => isDocument(spec) && fresh.has(path));
		return makePdfs(documents, project.root, report);
	}

	/** Looks when something has another time or size than it had, and tries again to write what could not be written. */
	function glance(): void {
		const seen = glanceAt([...(current?.snapshot.keys() ?? []), ...(places?.folders ?? [])]);
		if (seen !== glanced) look();
		glanced = seen;
		if (obstacles.length && current?.written) retry(current);
	}

	function retry(now: Current): void {
		const started = performance.now();
		const before = obstacles.map(({ message }) => message).join('\n');
		const outputs = put(now.result);
		if (obstacles.map(({ message }) => message).join('\n') === before) return;
		const milliseconds = performance.now() - started;
		const { result } = now;
		tell({ kind: 'built', result, outputs, changes: null, files: [], found: obstacles, mended: true, milliseconds });
	}
}
