import { projectSchema } from '../../project/project.ts';
import type { Command } from '../command.ts';

/** `bibfolio schema`: the JSON Schema of the configuration, for editors. */
export const schemaCommand: Command = {
	name: 'schema',
	usage: '',
	summary: 'Print the JSON Schema of bibfolio.yaml',
	files: null,
	options: {},
	examples: [['bibfolio schema > bibfolio.schema.json', 'for completion in an editor']],
	async run(_options, _files, terminal) {
		terminal.out(`${JSON.stringify(projectSchema(), null, '\t')}\n`);
		return 0;
	},
};
