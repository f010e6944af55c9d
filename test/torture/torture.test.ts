import { describe, expect, it } from 'vitest';
import { failuresOf } from './trial.ts';
import { trials } from './trials.ts';

describe('a few tries of npm run torture', () => {
	it.each(trials.filter(({ fewTries }) => fewTries > 0))('$name: $promise', async (trial) => {
		expect(await failuresOf(trial, trial.fewTries, 1)).toEqual([]);
	});
});
