import type { Stats } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';
import { fileStatus } from '../../library/files/file-status.ts';
import type { Places } from './watched-places.ts';

/** What is told of the folders watched. */
export interface FolderEvents {
	/** Something that may be an input came, went or changed. */
	changed(): void;
	/** From now on changes are told. */
	ready(): void;
	/** The system tells no changes, with its error code, so the files are looked at again and again from now on. */
	polling(why: string): void;
}

export interface FolderWatch {
	/** Watches these places from now on. */
	watch(places: Places): void;
	close(): Promise<void>;
}

/** What a system says that has no watches left, or none at all. */
const exhausted: ReadonlySet<string> = new Set(['ENOSPC', 'EMFILE', 'ENOSYS']);

/** Milliseconds between two looks at each file, where the system tells no changes. */
const pollInterval = 250;

/**
 * Watches the places of a build's inputs: the only door to chokidar. Its events only say *when* to look; they are
 * dropped, merged and late in one or the other way of saving. Where a folder is another than before, since it went and
 * came again or a link leads elsewhere, all is watched anew.
 *
 * @param poll looks at the files again and again from the start, for network drives and containers, which tell nothing
 */
export function folderWatch(poll: boolean, events: FolderEvents): FolderWatch {
	const open = new Set<FSWatcher>();
	let polls = poll;
	let watched = '';

	function begin(places: Places): void {
		const watcher = watch([...places.tops], {
			ignored: (path, stats) => !places.mayHold(path, stats ? kindOf(stats) : null),
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
			begin(places);
		});
	}

	function close(watcher: FSWatcher): Promise<void> {
		open.delete(watcher);
		return watcher.close();
	}

	return {
		watch(places) {
			const inodes = [...places.tops, ...places.folders].map((path) => `${path} ${inodeOf(path)}`);
			const identity = [places.key, ...inodes].join('\n');
			if (identity === watched) return;
			watched = identity;
			begin(places);
		},
		async close() {
			await Promise.all([...open].map(close));
		},
	};
}

/** Whether it is a folder; null for a link, which may lead to one. */
function kindOf(stats: Stats): boolean | null {
	return stats.isDirectory() || (stats.isSymbolicLink() ? null : false);
}

function inodeOf(path: string): string {
	const found = fileStatus(path);
	return found ? `${found.dev} ${found.ino}` : '-';
}
