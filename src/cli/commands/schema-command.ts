import { command } from '../command.ts';

/** `bibfolio schema`: what a configuration may say, for editors. */
export const schemaCommand = command({
	name: 'schema',
	usage: '',
	summary: 'Print the JSON Schema of bibfolio.yaml',
	files: null,
	options: {},
	examples: [['bibfolio schema > bibfolio.schema.json', 'for completion in an editor']],
});
