import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const sitePackages = fileURLToPath(new URL('sites/node_modules', import.meta.url));

/**
 * `describe` for tests that need more than Node and npm. If a tool is missing, one skipped test names it in place of the
 * suite, which is never run. Under `CI=true` that test fails instead.
 *
 * @param tools programs on the PATH (`chromium`), TeX files (`moderncv.cls`) or packages of `test/sites` (`npm:astro`)
 */
export function describeWith(...tools: readonly string[]): typeof describe {
	return missing(tools).length > 0 ? (substitute(tools) as unknown as typeof describe) : describe;
}

/** `it` for a test that needs these tools; see {@link describeWith}. */
export function itWith(...tools: readonly string[]): typeof it {
	return missing(tools).length > 0 ? (substitute(tools) as unknown as typeof it) : it;
}

/**
 * The rows of a long table that a test checks: all under `CI=true`, and otherwise every `step`th one from the first, so that
 * `npm test` is short and still tries each rule.
 */
export function sample<Row>(rows: readonly Row[], step: number): readonly Row[] {
	return process.env['CI'] ? rows : rows.filter((_, index) => index % step === 0);
}

/** The tools that this machine lacks. */
export function missing(tools: readonly string[]): string[] {
	return tools.filter((tool) => !isInstalled(tool));
}

function isInstalled(tool: string): boolean {
	if (tool.startsWith('npm:')) return existsSync(join(sitePackages, tool.slice('npm:'.length)));
	if (/\.(?:cls|sty)$/.test(tool)) return spawnSync('kpsewhich', [tool]).status === 0;
	return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

/** Registers a single test that is skipped, or fails in CI, with the missing tools in its name. */
function substitute(tools: readonly string[]): unknown {
	const list = missing(tools).join(', ');
	const register = (name: string) => {
		const title = `${name} (needs ${list})`;
		if (process.env['CI'])
			it(title, () => {
				throw new Error(`Install ${list} to run this test`);
			});
		else it.skip(title);
	};
	return Object.assign(register, { each: () => register });
}
