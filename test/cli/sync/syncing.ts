import { runSync, type SyncCommandOptions } from '../../../src/cli/commands/sync-command.ts';
import type { Ran } from '../run.ts';

/** Runs `bibfolio sync` in this process, as on a terminal of 80 columns without questions. */
export async function sync(
	folder: string,
	options: SyncCommandOptions = {},
	people: readonly string[] = [],
	{ colour = false, width = 80 }: { readonly colour?: boolean; readonly width?: number | null } = {},
): Promise<Ran> {
	const printed = { out: '', err: '' };
	const code = await runSync(options, people, {
		cwd: folder,
		version: '1.2.3',
		out: (text) => {
			printed.out += text;
		},
		err: (text) => {
			printed.err += text;
		},
		colour: { out: colour, err: colour },
		width,
		asks: false,
		interactive: false,
	});
	return { code, ...printed };
}
