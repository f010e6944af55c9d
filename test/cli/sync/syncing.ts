import { runSync, type SyncCommandOptions } from '../../../src/cli/commands/sync-command.ts';
import { printingTerminal } from '../printing-terminal.ts';
import type { Ran } from '../run.ts';

/** Runs `bibfolio sync` in this process, as on a terminal of 80 columns without questions. */
export async function sync(
	folder: string,
	options: SyncCommandOptions = {},
	people: readonly string[] = [],
	{ colour = false, width = 80 }: { readonly colour?: boolean; readonly width?: number | null } = {},
): Promise<Ran> {
	const terminal = printingTerminal(folder, { colour: { out: colour, err: colour }, width });
	const code = await runSync(options, people, terminal);
	const { out, err } = terminal.printed;
	return { code, out, err };
}
