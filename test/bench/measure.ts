import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** A program to run as a separate process. */
export interface Runner {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
}

/**
 * Median wall-clock seconds of each runner. The runners alternate, so that other load affects all of them. Null for a
 * runner that fails.
 *
 * @param folder working folder and output folder
 */
export function medians(runners: readonly Runner[], runs: number, folder: string): ReadonlyMap<Runner, number | null> {
	const times = new Map<Runner, (number | null)[]>(runners.map((runner) => [runner, []]));
	for (let run = 0; run < runs; run++) for (const runner of runners) times.get(runner)?.push(seconds(runner, folder));
	return new Map([...times].map(([runner, all]) => [runner, median(all)]));
}

/** Largest resident memory of a run, in megabytes; null if GNU time is not installed. */
export function peakMemory({ command, args }: Runner, folder: string): number | null {
	const { stderr } = spawnSync(timer, ['-f', '%M', command, ...args], { cwd: folder, encoding: 'utf8' });
	const kilobytes = Number(stderr?.trim().split('\n').at(-1));
	return kilobytes > 0 ? kilobytes / 1000 : null;
}

/** Without NODE_EXTRA_CA_CERTS: reading certificates would double the time of an empty process. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const timer = '/usr/bin/time';

function seconds({ command, args }: Runner, folder: string): number | null {
	// Delete earlier outputs, because unchanged files are not written again.
	for (const name of ['out', 'people', 'years']) rmSync(join(folder, name), { recursive: true, force: true });
	const start = process.hrtime.bigint();
	const { status } = spawnSync(command, args, { cwd: folder, env, stdio: 'ignore' });
	return status === 0 ? Number(process.hrtime.bigint() - start) / 1e9 : null;
}

function median(times: readonly (number | null)[]): number | null {
	const good = times.filter((time) => time !== null).sort((a, b) => a - b);
	return good[Math.floor((good.length - 1) / 2)] ?? null;
}
