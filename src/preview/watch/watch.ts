import { resolve } from 'node:path';
import { type BuildResult, build } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { staleOutputs } from '../../output/stale-outputs.ts';
import type { WrittenFile } from '../../output/write-outputs.ts';
import { loadHelpers } from '../../project/load-helpers.ts';
import type { Project } from '../../project/project.ts';
import type { Helpers } from '../../render/engine/helper.ts';
import { configurationFiles, inputFiles, type Loaded, reload } from './inputs.ts';
import { makeWriter, type Put } from './output-writer.ts';
import { differences, glanceAt, isSame, type Snapshot, takeSnapshot } from './snapshot.ts';
import { makeTimers } from './timers.ts';
import { type Attempt, type Changes, changesOf, judge, newFindings, type Verdict } from './verdict.ts';
import { folderWatch } from './watched-folders.ts';
import { type Places, placesOf } from './watched-places.ts';

export type { Loaded } from './inputs.ts';
export type { Changes } from './verdict.ts';

/** The outputs are what the inputs give. */
export interface Built {
	readonly kind: 'built';
	readonly result: BuildResult;
	/** What became of each output. */
	readonly outputs: readonly WrittenFile[];
	/** Since the last lists; null for the first ones. */
	readonly changes: Changes | null;
	/** The inputs that changed, and those that are gone, absolute. */
	readonly files: readonly string[];
	readonly gone: readonly string[];
	/** Nothing changed; outputs that somebody took away were put back. */
	readonly again: boolean;
	/** Outputs could not be written: it is tried again and again. */
	readonly unwritten: boolean;
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

type Standing = 'unwritten' | 'mended' | 'milliseconds';

/** The helpers of a project as they were loaded last. */
interface LoadedHelpers {
	/** Path and hash of their file; null without one. */
	readonly version: string | null;
	readonly loaded: Helpers;
	readonly problems: readonly Diagnostic[];
}

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
	let helpers: LoadedHelpers = { version: null, loaded: {}, problems: [] };
	/** The version that is being loaded. */
	let loading: string | null | undefined;
	let isClosed = false;
	/** Somebody was told that the lists are held back. */
	let waiting = false;
	const writer = makeWriter(pdf);
	const timers = makeTimers(look, () => guarded(glance));
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
			isClosed = true;
			timers.close();
			await folders.close();
		},
	};

	function look(): void {
		guarded(lookAtDisk);
	}

	/** A file that goes away between two steps of a look is found missing by the next one; what stays is ours. */
	function guarded(step: () => void): void {
		try {
			step();
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
		const before = lastProject();
		const configuration = takeSnapshot(configurationFiles(before), known);
		const { project, problems } = reload(load(), before, configuration, good?.snapshot ?? null);
		const files = inputFiles(project, readBy(current));
		const snapshot = new Map([...configuration, ...takeSnapshot(files, known)]);
		places = placesOf(project, [...snapshot.keys()]);
		folders.watch(places);
		const version =
			project.helpers && `${project.helpers} ${snapshot.get(resolve(project.root, project.helpers))?.hash}`;
		if (version !== helpers.version) readHelpers(project, version);
		else if (current && isSame(current.snapshot, snapshot)) current.snapshot = snapshot;
		else current = attempt(project, [...problems, ...helpers.problems], snapshot, started);
		if (current) settle(current);
	}

	/** Loads the helpers and looks again. Helpers that cannot be loaded leave the last good ones in force. */
	function readHelpers(project: Project, version: string | null): void {
		if (loading === version) return;
		loading = version;
		const problems: Diagnostic[] = [];
		void loadHelpers(project, (one) => problems.push(one)).then((loaded) => {
			loading = undefined;
			helpers = { version, loaded: loaded ?? helpers.loaded, problems };
			if (!isClosed) look();
		});
	}

	/** What builds read: the last good one, too, for one that a file stops does not name it. */
	function readBy(now: Pick<Attempt, 'result'> | null): string[] {
		return [now, good].flatMap((one) => one?.result.files ?? []);
	}

	function lastProject(): Project {
		return good?.result.project ?? first;
	}

	/** Builds. What was there before is kept when a file was written meanwhile: what was read may be half of it. */
	function attempt(project: Project, problems: readonly Diagnostic[], seen: Snapshot, started: number): Current | null {
		const result = build(project, { helpers: helpers.loaded });
		const files = [...configurationFiles(lastProject()), ...inputFiles(project, readBy({ result }))];
		const after = takeSnapshot([...new Set([...seen.keys(), ...files])], seen);
		timers.soon(times.again);
		if (current && [...seen].some(([file, one]) => one?.hash !== after.get(file)?.hash)) return current;
		// What the next look will look at, as it was before the build: so that finds what was written during the first one.
		const snapshot = new Map(files.map((file) => [file, (seen.has(file) ? seen : after).get(file) ?? null]));
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
		const { result, problems, started } = now;
		const news = newFindings(result.diagnostics, good?.result.diagnostics ?? []);
		const { outputs, found } = put(now);
		// A configuration that cannot be used has not come into force.
		const idle = new Set(problems.length ? configurationFiles(result.project) : []);
		const different = good ? differences(good.snapshot, now.snapshot).filter((file) => !idle.has(file)) : [];
		const gone = different.filter((file) => !now.snapshot.get(file));
		const files = different.filter((file) => now.snapshot.get(file));
		const changes = good && changesOf(result, good.result);
		now.written = true;
		good = now;
		tellBuilt(now, { outputs, changes, files, gone, again: false, found: [...news, ...found] }, started);
	}

	/** Writes again what could not be written, or is gone. */
	function putAgain(now: Current): void {
		const started = performance.now();
		const before = inWords(writer.obstacles);
		const { outputs, found } = put(now);
		if (inWords(writer.obstacles) === before && !outputs.some(({ written }) => written)) return;
		tellBuilt(now, { outputs, changes: null, files: [], gone: [], again: before === '', found }, started);
	}

	function tellBuilt(now: Current, told: Omit<Built, 'kind' | 'result' | Standing>, started: number): void {
		const unwritten = writer.obstacles.length > 0;
		const mended = waiting && !unwritten && now.problems.length === 0;
		waiting = unwritten || (waiting && !mended);
		const milliseconds = performance.now() - started;
		tell({ kind: 'built', result: now.result, ...told, unwritten, mended, milliseconds });
	}

	function put(now: Current): Put {
		const { result } = now;
		const { root } = result.project;
		const made = writer.put(result);
		const shared = result.outputs.filter(({ region }) => region != null);
		if (shared.length) {
			// What a build has written into a file that is also read is no news, unless somebody saved it at the same moment.
			const hosts = takeSnapshot(
				shared.map(({ path }) => resolve(root, path)),
				now.snapshot,
			);
			const stale = staleOutputs(shared, root, () => {}).map((path) => resolve(root, path));
			now.snapshot = new Map([...now.snapshot, ...[...hosts].filter(([file]) => !stale.includes(file))]);
		}
		return made;
	}

	/** Looks when something has another time or size than it had, and writes what is not on the disk. */
	function glance(): void {
		const seen = glanceAt([...(current?.snapshot.keys() ?? []), ...(places?.folders ?? [])]);
		if (seen !== glanced) look();
		glanced = seen;
		if (current?.written && (writer.obstacles.length || writer.lacks(current.result))) putAgain(current);
	}
}

function inWords(found: readonly Diagnostic[]): string {
	return found.map(({ message }) => message).join('\n');
}
