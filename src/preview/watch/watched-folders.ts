import type { Stats } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';
import { fileStatus } from '../../library/files/file-status.ts';
import type { WatchedPlaces } from './watched-places.ts';

/** Callbacks for events in the watched folders. */
export interface FolderEvents {
	/** A possible input was added, changed or removed. */
	changed(): void;
	/** Changes are reported from now on. */
	ready(): void;
	/** The system cannot report changes (with its error code), so files are polled from now on. */
	polling(errorCode: string): void;
}

export interface FolderWatch {
	/** Replaces the watched places. */
	watch(places: WatchedPlaces): void;
	close(): Promise<void>;
}

/** Error codes of a system that has no watches left or does not support them. */
const exhausted: ReadonlySet<string> = new Set(['ENOSPC', 'EMFILE', 'ENOSYS']);

/** Milliseconds. */
const pollInterval = 250;

/**
 * Watches the places of a build's inputs; the only place that uses chokidar. Its events only tell *when* to check: depending
 * on how a program saves, they may be dropped, merged or late. If a folder was replaced or a link has another target,
 * watching starts over.
 *
 * @param poll polls the files from the start, for network drives and containers, which do not report changes
 */
export function folderWatch(poll: boolean, events: FolderEvents): FolderWatch {
	const open = new Set<FSWatcher>();
	let polls = poll;
	let watchedIdentity = '';

	function startWatching(places: WatchedPlaces): void {
		const watcher = watch([...places.roots], {
			ignored: (path, stats) => !places.mayContainInput(path, stats ? isFolder(stats) : null),
			ignoreInitial: true,
			ignorePermissionErrors: true,
			atomic: false,
			usePolling: polls,
			interval: pollInterval,
			binaryInterval: pollInterval,
		});
		open.add(watcher);
		watcher.on('all', () => events.changed());
		watcher.on('ready', () => {
			for (const other of [...open]) if (other !== watcher) void close(other);
			events.ready();
		});
		watcher.on('error', (error) => {
			const { code = '' } = error as NodeJS.ErrnoException;
			if (polls || !exhausted.has(code)) return;
			polls = true;
			events.polling(code);
			startWatching(places);
		});
	}

	function close(watcher: FSWatcher): Promise<void> {
		open.delete(watcher);
		return watcher.close();
	}

	return {
		watch(places) {
			const inodes = [...places.roots, ...places.folders].map((path) => `${path} ${inodeOf(path)}`);
			const identity = [places.key, ...inodes].join('\n');
			if (identity === watchedIdentity) return;
			watchedIdentity = identity;
			startWatching(places);
		},
		async close() {
			await Promise.all([...open].map(close));
		},
	};
}

/** True for a folder; null for a link, which may lead to one. */
function isFolder(stats: Stats): boolean | null {
	return stats.isDirectory() || (stats.isSymbolicLink() ? null : false);
}

function inodeOf(path: string): string {
	const status = fileStatus(path);
	return status ? `${status.dev} ${status.ino}` : '-';
}
