import { parseArgs } from 'node:util';
import prepare from '../setup.ts';
import { failuresOf } from './trial.ts';
import { trials } from './trials.ts';

/**
 * `npm run torture`: tries to break each promise and prints a Markdown table of the results. The exit code is 1 if a
 * promise was broken. `--only NAME` runs one trial, `--tries N` changes the number of tries, `--seed N` the random seed.
 */
const { values } = parseArgs({
	args: process.argv.slice(2),
	options: { only: { type: 'string' }, tries: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const chosen = trials.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`Choose from: ${trials.map(({ name }) => name).join(', ')}`);

const cleanUp = prepare();
const rows: string[] = [];
try {
	for (const trial of chosen) {
		const tries = Number(values.tries ?? trial.tries);
		const start = performance.now();
		const failures = await failuresOf(trial, tries, seed);
		const seconds = Math.round((performance.now() - start) / 1000);
		console.error(`${trial.name}: ${failures.length} failures in ${tries} tries (${seconds} s)`);
		for (const failure of failures) {
			console.error(`\n${failure.breach}`);
			console.error(`Repeat it: npm run torture -- --only ${trial.name} --tries 1 --seed ${failure.seed}`);
			process.exitCode = 1;
		}
		rows.push(`| ${trial.promise} | ${tries.toLocaleString('en')} | ${failures.length} |`);
	}
} finally {
	cleanUp();
}
console.log(['| promise | tries | failures |', '| --- | ---: | ---: |', ...rows].join('\n'));
