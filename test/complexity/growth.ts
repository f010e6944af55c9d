import { families, smallestOf } from './families.ts';
import { prepareFamily } from './run-family.ts';

/** The most processor time for twice the input, as a multiple. */
const mostGrowth = 2.3;
/** Seconds of processor time. Ratios of shorter times are noise. */
const leastTime = 0.1;
/** A ratio counts only if it is too large in all tries. */
const tries = 3;

/**
 * Measures all families of inputs at three sizes, each twice the one before, and prints those that take more than linear time.
 * Returns whether there are none.
 *
 * @param wanted only families whose names contain it
 */
export function measureGrowth(wanted: string): boolean {
	const measured = families.filter(({ name }) => name.includes(wanted));
	let failures = 0;
	let slowest = 0;
	for (const family of measured) {
		const sizes = [1, 2, 4].map((scale) => scale * smallestOf(family));
		let times: number[] = [];
		for (let attempt = 0; attempt < tries && (attempt === 0 || growsTooFast(times)); attempt++)
			times = sizes.map((size) => secondsOf(prepareFamily(family, size)));
		slowest = Math.max(slowest, ...times);
		if (!growsTooFast(times)) continue;
		failures++;
		const shown = times.map((time, at) => `${sizes[at]}: ${time.toFixed(2)} s`);
		console.log(`More than linear: ${family.name} (${shown.join(', ')})`);
	}
	console.log(
		`${measured.length - failures} of ${measured.length} families of inputs take linear time; the slowest run took ${slowest.toFixed(1)} s.`,
	);
	return failures === 0;
}

function growsTooFast(times: readonly number[]): boolean {
	return times.some((time, at) => at > 0 && time > leastTime && time > mostGrowth * (times[at - 1] ?? 0));
}

function secondsOf(run: () => unknown): number {
	globalThis.gc?.();
	const start = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1e6;
}
