import { resolve } from 'node:path';
import { type BuildResult, build } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { staleOutputs } from '../../output/stale-outputs.ts';
import type { WrittenFile } from '../../output/write-outputs.ts';
import { loadHelpers } from '../../project/load-helpers.ts';
import type { Project } from '../../project/project.ts';
import type { Helpers } from '../../render/engine/helper.ts';
import { configurationFiles, dataFilesOf, inputFiles, type LoadResult, reload } from './inputs.ts';
import { makeOutputWriter, type WriteResult } from './output-writer.ts';
import { differences, isSame, type Snapshot, statusOf, takeSnapshot } from './snapshot.ts';
import { makeTimers } from './timers.ts';
import { type Attempt, type Changes, changesOf, judge, newDiagnostics, type Verdict } from './verdict.ts';
import { folderWatch } from './watched-folders.ts';
import { type WatchedPlaces, watchedPlacesOf } from './watched-places.ts';

export type { LoadResult } from './inputs.ts';
export type { Changes } from './verdict.ts';

/** The outputs are up to date with the inputs, or could not be written. */
export interface Built {
	readonly kind: 'built';
	readonly result: BuildResult;
	readonly outputs: readonly WrittenFile[];
	/** Changes since the last lists; null for the first build and for restored outputs. */
	readonly changes: Changes | null;
	/** Inputs that were added or changed, absolute. */
	readonly changedFiles: readonly string[];
	/** Inputs that were removed, absolute. */
	readonly removedFiles: readonly string[];
	/** True if missing outputs were restored without a change of the inputs. */
	readonly isRestored: boolean;
	/** True if outputs could not be written; Bibfolio keeps retrying. */
	readonly hasWriteErrors: boolean;
	/** New diagnostics of the build, and errors of writing. */
	readonly diagnostics: readonly Diagnostic[];
	/** True if an earlier event reported errors that kept the lists unchanged, and these are now fixed. */
	readonly isFixed: boolean;
	/** Duration from reading the inputs to writing the outputs. */
	readonly milliseconds: number;
}

/** The outputs stay unchanged because of errors. */
export interface Held {
	readonly kind: 'held';
	/** The new errors. */
	readonly diagnostics: readonly Diagnostic[];
}

/** An event of {@link watchProject}. */
export type WatchEvent =
	| Built
	| Held
	/** Changes are detected from now on. */
	| { readonly kind: 'watching' }
	/** The system cannot report changes (its error code), so the files are polled. */
	| { readonly kind: 'polling'; readonly errorCode: string }
	/** An internal error; watching continues. */
	| { readonly kind: 'failed'; readonly error: unknown };

export interface WatchOptions {
	/** Loads the project with its current configuration. */
	load(): LoadResult;
	/** Polls the files instead of using events of the system. */
	readonly poll: boolean;
	/** Also compiles LaTeX documents to PDF: all of them first, then those that changed. */
	readonly pdf: boolean;
	onEvent(event: WatchEvent): void;
}

/** Milliseconds. */
const times = {
	/** Delay of a second check after a build, for files saved meanwhile without an event. */
	recheck: 250,
	/** Interval between checks while a build is held back. */
	heldCheck: 150,
	/** How long an error must persist before it is shown, because a file may be written in two steps. */
	errorDelay: 400,
	/** How long contents must be missing before the lists change. */
	missingDelay: 1000,
} as const;

/** The helpers of a project as they were last loaded. */
interface LoadedHelpers {
	/** Path and hash of their file; null without one. */
	readonly version: string | null;
	readonly helpers: Helpers;
	readonly problems: readonly Diagnostic[];
}

/** A state of the inputs, its build, and what has been done with it. */
interface Current extends Attempt {
	snapshot: Snapshot;
	/** Problems of a configuration that cannot be used, while the last good one stays in use. */
	readonly problems: readonly Diagnostic[];
	readonly verdict: Verdict;
	/** When this state was first seen. */
	readonly since: number;
	/** When the check that saw it started. */
	readonly started: number;
	isShown: boolean;
	isWritten: boolean;
}

/**
 * Builds a project, writes its outputs, and repeats that for every change of an input, until closed. The first build is
 * always written. Later, only good builds replace good lists.
 *
 * Events and timers only trigger checks; the result depends only on the bytes on the disk. So a missed event delays a build
 * at most, and the outputs always end up with the last state of the inputs.
 */
export function watchProject(first: Project, { load, poll, pdf, onEvent }: WatchOptions): { close(): Promise<void> } {
	let good: Attempt | null = null;
	let current: Current | null = null;
	let places: WatchedPlaces | null = null;
	let lastStatus = '';
	let lastError = '';
	let loadedHelpers: LoadedHelpers = { version: null, helpers: {}, problems: [] };
	/** The version of the helpers that is being loaded. */
	let loadingVersion: string | null | undefined;
	let isClosed = false;
	/** An event reported errors that keep the lists unchanged. */
	let hasReportedErrors = false;
	const writer = makeOutputWriter(pdf);
	const timers = makeTimers(check, () => guarded(quickCheck));
	const folders = folderWatch(poll, {
		changed: timers.changed,
		ready: () => {
			timers.soon(0);
			onEvent({ kind: 'watching' });
		},
		polling: (errorCode) => onEvent({ kind: 'polling', errorCode }),
	});
	check();
	return {
		async close() {
			isClosed = true;
			timers.close();
			await folders.close();
		},
	};

	function check(): void {
		guarded(checkInputs);
	}

	/** Reports an error only if it occurs twice: a file that disappears during one check is missing in the next. */
	function guarded(step: () => void): void {
		try {
			step();
			lastError = '';
		} catch (error) {
			if (lastError === '') timers.soon(times.errorDelay);
			else if (lastError === String(error)) onEvent({ kind: 'failed', error });
			lastError = `${lastError === '' ? '' : 'reported: '}${error}`;
		}
	}

	function checkInputs(): void {
		const started = performance.now();
		const previousSnapshot = current?.snapshot ?? null;
		const previousProject = lastProject();
		const configuration = takeSnapshot(
			[...configurationFiles(previousProject), ...dataFilesOf(previousProject)],
			previousSnapshot,
		);
		const { project, problems } = reload(load(), previousProject, configuration, good?.snapshot ?? null);
		const files = inputFiles(project, filesReadBy(current));
		const snapshot = new Map([...configuration, ...takeSnapshot(files, previousSnapshot)]);
		places = watchedPlacesOf(project, [...snapshot.keys()]);
		folders.watch(places);
		const version =
			project.helpers && `${project.helpers} ${snapshot.get(resolve(project.root, project.helpers))?.hash}`;
		if (version !== loadedHelpers.version) reloadHelpers(project, version);
		else if (current && isSame(current.snapshot, snapshot)) current.snapshot = snapshot;
		else current = attempt(project, [...problems, ...loadedHelpers.problems], snapshot, started);
		if (current) settle(current);
	}

	/** Loads the helpers and checks again. If they cannot be loaded, the last good ones stay in use. */
	function reloadHelpers(project: Project, version: string | null): void {
		if (loadingVersion === version) return;
		loadingVersion = version;
		const problems: Diagnostic[] = [];
		void loadHelpers(project, (problem) => problems.push(problem)).then((loaded) => {
			loadingVersion = undefined;
			loadedHelpers = { version, helpers: loaded ?? loadedHelpers.helpers, problems };
			if (!isClosed) check();
		});
	}

	/** The files that builds read, including the last good one: a build that a file breaks does not list that file. */
	function filesReadBy(attempted: Pick<Attempt, 'result'> | null): string[] {
		return [attempted, good].flatMap((each) => each?.result.files ?? []);
	}

	function lastProject(): Project {
		return good?.result.project ?? first;
	}

	/** Builds. Keeps the previous state if a file was saved meanwhile, because the build may have read half of it. */
	function attempt(
		project: Project,
		problems: readonly Diagnostic[],
		before: Snapshot,
		started: number,
	): Current | null {
		const result = build(project, { helpers: loadedHelpers.helpers, pipes: false });
		const files = [...configurationFiles(lastProject()), ...inputFiles(project, filesReadBy({ result }))];
		const after = takeSnapshot([...new Set([...before.keys(), ...files])], before);
		timers.soon(times.recheck);
		if (current && [...before].some(([file, state]) => state?.hash !== after.get(file)?.hash)) return current;
		// The files of the next check, in their state before the build, so that it detects files saved during the first build.
		// A new file that the build did not read, because it appeared too late, counts as missing.
		const read = new Set(result.files.map((file) => resolve(project.root, file)));
		const stateOf = (file: string) => (before.has(file) ? before : read.has(file) ? after : null)?.get(file) ?? null;
		const snapshot = new Map(files.map((file) => [file, stateOf(file)]));
		const isFirst = current === null;
		const verdict = isFirst && result.stops === null ? 'good' : judge({ result, snapshot }, good);
		// Errors of the first build are shown immediately.
		const since = isFirst ? Number.NEGATIVE_INFINITY : started;
		return { result, snapshot, problems, verdict, since, started, isShown: false, isWritten: false };
	}

	/** Shows the errors of a state and writes its outputs, once it has persisted long enough. */
	function settle(state: Current): void {
		const age = performance.now() - state.since;
		const errors = [...state.problems, ...(state.verdict === 'broken' ? newErrors(state.result) : [])];
		const mustShow = errors.length > 0 && !state.isShown;
		if (mustShow && age >= times.errorDelay) {
			state.isShown = true;
			hasReportedErrors = true;
			onEvent({ kind: 'held', diagnostics: errors });
		} else if (mustShow) timers.soon(times.heldCheck);
		if (state.isWritten || state.verdict === 'broken') return;
		if (state.verdict === 'good' || age >= times.missingDelay) write(state);
		else timers.soon(times.heldCheck);
	}

	function newErrors({ diagnostics }: BuildResult): Diagnostic[] {
		const errors = diagnostics.filter(({ severity }) => severity === 'error');
		return newDiagnostics(errors, good?.result.diagnostics ?? []);
	}

	function write(state: Current): void {
		const { result, problems, started } = state;
		const buildDiagnostics = newDiagnostics(result.diagnostics, good?.result.diagnostics ?? []);
		const { outputs, diagnostics } = writeOutputsOf(state);
		// A configuration that cannot be used has no effect yet.
		const unused = new Set(problems.length ? configurationFiles(result.project) : []);
		const different = good ? differences(good.snapshot, state.snapshot).filter((file) => !unused.has(file)) : [];
		const removedFiles = different.filter((file) => !state.snapshot.get(file));
		const changedFiles = different.filter((file) => state.snapshot.get(file));
		const changes = good && changesOf(result, good.result);
		state.isWritten = true;
		good = state;
		const details = { outputs, changes, changedFiles, removedFiles, isRestored: false };
		reportBuilt(state, { ...details, diagnostics: [...buildDiagnostics, ...diagnostics] }, started);
	}

	/** Retries outputs that could not be written, and restores missing ones. */
	function writeAgain(state: Current): void {
		const started = performance.now();
		const previousErrors = messagesOf(writer.writeErrors);
		const { outputs, diagnostics } = writeOutputsOf(state);
		if (messagesOf(writer.writeErrors) === previousErrors && !outputs.some(({ written }) => written)) return;
		const isRestored = previousErrors === '';
		reportBuilt(
			state,
			{ outputs, changes: null, changedFiles: [], removedFiles: [], isRestored, diagnostics },
			started,
		);
	}

	function reportBuilt(
		state: Current,
		details: Omit<Built, 'kind' | 'result' | 'hasWriteErrors' | 'isFixed' | 'milliseconds'>,
		started: number,
	): void {
		const hasWriteErrors = writer.writeErrors.length > 0;
		const isFixed = hasReportedErrors && !hasWriteErrors && state.problems.length === 0;
		hasReportedErrors = hasWriteErrors || (hasReportedErrors && !isFixed);
		const milliseconds = performance.now() - started;
		onEvent({ kind: 'built', result: state.result, ...details, hasWriteErrors, isFixed, milliseconds });
	}

	function writeOutputsOf(state: Current): WriteResult {
		const { result } = state;
		const { root } = result.project;
		const written = writer.write(result);
		const regions = result.outputs.filter(({ region }) => region != null);
		if (regions.length) {
			// Our own change of a user's file, which is also an input, must not trigger a build, unless the user saved it meanwhile.
			const hosts = takeSnapshot(
				regions.map(({ path }) => resolve(root, path)),
				state.snapshot,
			);
			const stale = staleOutputs(regions, root, () => {}).map((path) => resolve(root, path));
			state.snapshot = new Map([...state.snapshot, ...[...hosts].filter(([file]) => !stale.includes(file))]);
		}
		return written;
	}

	/** Checks the inputs if a time or size changed, and writes outputs that are not on the disk. */
	function quickCheck(): void {
		const status = statusOf([...(current?.snapshot.keys() ?? []), ...(places?.folders ?? [])]);
		if (status !== lastStatus) check();
		lastStatus = status;
		if (current?.isWritten && (writer.writeErrors.length || writer.isOutputMissing(current.result)))
			writeAgain(current);
	}
}

function messagesOf(diagnostics: readonly Diagnostic[]): string {
	return diagnostics.map(({ message }) => message).join('\n');
}
