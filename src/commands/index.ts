import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { schemaCommand } from './schema.ts';

/** Every command, in the order of the help. The first is what runs when none is named. */
export const commands: readonly [Command, ...Command[]] = [buildCommand, checkCommand, exportCommand, schemaCommand];
