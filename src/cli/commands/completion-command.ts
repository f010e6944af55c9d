import { basename } from 'node:path';
import { valueIn } from '../../text/value-in.ts';
import type { Command } from '../command.ts';
import { completionScripts } from '../completion-scripts.ts';
import { suggestion, UsageError } from '../usage-error.ts';

const shells = Object.keys(completionScripts);

/** `bibfolio completion`: prints a script that completes the commands, options and values in a shell. */
export function completionCommand(commands: readonly Command[]): Command {
	const command: Command = {
		name: 'completion',
		usage: '[shell]',
		summary: 'Print a completion script for bash, zsh or fish',
		files: `Shell: ${shells.join(', ')} (default: yours)`,
		operands: shells,
		options: {},
		examples: [
			['source <(bibfolio completion bash)', 'a line for ~/.bashrc, or with zsh for ~/.zshrc'],
			['bibfolio completion fish > ~/.config/fish/completions/bibfolio.fish', 'for fish'],
		],
		async run(_options, [shell = usersShell(), ...others], terminal) {
			const [extra] = others;
			if (extra !== undefined) throw new UsageError(`Unexpected "${extra}" after ${shell}`, 'Name one shell');
			const script = valueIn(completionScripts, shell);
			if (!script) throw new UsageError(`Unknown shell "${shell}"`, suggestion(shell, shells, 'Shells'));
			terminal.out(script([...commands, command]));
			return 0;
		},
	};
	return command;
}

/** The user's login shell if it has a script, else bash. */
function usersShell(): string {
	const { SHELL = '' } = process.env;
	const name = basename(SHELL);
	return shells.includes(name) ? name : 'bash';
}
