import { projectSchema } from '../../project/project.ts';
import type { Run } from '../command.ts';

/** Prints the schema. */
export const runSchema: Run = async (_options, _files, terminal) => {
	terminal.out(`${JSON.stringify(projectSchema(), null, '\t')}\n`);
	return 0;
};
