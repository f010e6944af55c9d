import type { Command, OptionTable, Run } from '../command.ts';
import { addCommand } from './add-command.ts';
import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import { ejectCommand } from './eject-command.ts';
import { exportCommand } from './export-command.ts';
import { fixCommand } from './fix-command.ts';
import { initCommand } from './init-command.ts';
import { listCommand } from './list-command.ts';
import { schemaCommand } from './schema-command.ts';
import { serveCommand } from './serve-command.ts';
import { watchCommand } from './watch-command.ts';

/** A command, and the way to what it does, which is loaded only when it runs. */
export interface Row {
	readonly command: Command;
	load(): Promise<Run>;
}

/** Every command, in the order of the help. The first is what runs when none is named. */
export const commands: readonly [Row, ...Row[]] = [
	row(buildCommand, async () => (await import('./run-build.ts')).runBuild),
	row(initCommand, async () => (await import('./run-init.ts')).runInit),
	row(watchCommand, async () => (await import('./run-watch.ts')).runWatch),
	row(serveCommand, async () => (await import('./run-serve.ts')).runServe),
	row(addCommand, async () => (await import('./run-add.ts')).runAdd),
	row(checkCommand, async () => (await import('./run-check.ts')).runCheck),
	row(fixCommand, async () => (await import('./run-fix.ts')).runFix),
	row(listCommand, async () => (await import('./run-list.ts')).runList),
	row(exportCommand, async () => (await import('./run-export.ts')).runExport),
	row(ejectCommand, async () => (await import('./run-eject.ts')).runEject),
	row(schemaCommand, async () => (await import('./run-schema.ts')).runSchema),
];

/** The parser gives each command the options of its own table only. */
function row<Table extends OptionTable>(command: Command<Table>, load: () => Promise<Run<Table>>): Row {
	return { command, load: load as () => Promise<Run> };
}
