import { projectSchema } from '../../project/project.ts';
import type { Command } from '../command.ts';

/** `bibfolio schema`: prints the JSON Schema of the configuration, for editors. */
export const schemaCommand: Command = {
	name: 'schema',
	usage: '',
	summary: 'Print the JSON Schema of bibfolio.yaml',
	files: null,
	options: {},
	examples: [['bibfolio schema > bibfolio.schema.json', 'save it for an editor']],
	async run(_options, _files, terminal) {
		terminal.out(`${JSON.stringify(projectSchema(), null, '\t')}\n`);
		return 0;
	},
};
