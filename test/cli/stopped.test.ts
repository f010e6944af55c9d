import { afterEach, expect, it, vi } from 'vitest';
import { closed } from '../../src/cli/stopped.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

it('ends the process when what was open does not close', async () => {
	vi.useFakeTimers();
	const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
	void closed(new Promise(() => {}));
	await vi.advanceTimersByTimeAsync(5000);
	expect(exit).toHaveBeenCalledWith(0);
});

it('waits for what closes, and keeps nothing running then', async () => {
	const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
	const timers = vi.spyOn(globalThis, 'setTimeout');
	const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
	await closed(Promise.resolve());
	expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toHaveLength(before);
	expect(exit).not.toHaveBeenCalled();
	// It would end this process, which has other tests to run.
	for (const { value } of timers.mock.results) clearTimeout(value);
});
