import { afterEach, expect, it, vi } from 'vitest';
import { closed } from '../../src/cli/stopped.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

it('exits if a watcher or server does not close in time', async () => {
	vi.useFakeTimers();
	const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
	void closed(new Promise(() => {}));
	await vi.advanceTimersByTimeAsync(5000);
	expect(exit).toHaveBeenCalledWith(0);
});

it('waits for closing and leaves no timer running', async () => {
	const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
	const timers = vi.spyOn(globalThis, 'setTimeout');
	const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
	await closed(Promise.resolve());
	expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toHaveLength(before);
	expect(exit).not.toHaveBeenCalled();
	// The timer would end this process, which runs other tests.
	for (const { value } of timers.mock.results) clearTimeout(value);
});
