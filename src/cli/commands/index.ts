import type { Command } from '../command.ts';
import { addCommand } from './add-command.ts';
import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import { completionCommand } from './completion-command.ts';
import { ejectCommand } from './eject-command.ts';
import { exportCommand } from './export-command.ts';
import { fixCommand } from './fix-command.ts';
import { initCommand } from './init-command.ts';
import { listCommand } from './list-command.ts';
import { metricsCommand } from './metrics-command.ts';
import { schemaCommand } from './schema-command.ts';
import { serveCommand } from './serve-command.ts';
import { syncCommand } from './sync-command.ts';
import { updateCommand } from './update-command.ts';
import { watchCommand } from './watch-command.ts';

const workingCommands = [
	buildCommand,
	initCommand,
	watchCommand,
	serveCommand,
	addCommand,
	syncCommand,
	checkCommand,
	fixCommand,
	metricsCommand,
	updateCommand,
	listCommand,
	exportCommand,
	ejectCommand,
	schemaCommand,
] as const;

/** All commands in the order of the help. The first one runs if the command line names none. */
export const commands: readonly [Command, ...Command[]] = [...workingCommands, completionCommand(workingCommands)];
