import { type Command, flagOf, type OptionRow } from './command.ts';

/** The shells with a completion script, and the function that writes it for all commands, the default one first. */
export const completionScripts: Readonly<Record<string, (commands: readonly Command[]) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript,
};

/** An option as a completion script needs it. */
interface Flag {
	/** '--format', '-f'. */
	readonly flags: readonly string[];
	readonly describe: string;
	/** Values to suggest; null for an option without a value, empty for one that takes any text or file. */
	readonly values: readonly string[] | null;
	/** Several values may be separated by commas. */
	readonly isList: boolean;
}

function flagsOf({ options }: Command): Flag[] {
	const rows = Object.entries(options).map(([name, row]): Flag => {
		const flags = [name, ...(row.alias === undefined ? [] : [row.alias])].map(flagOf);
		return { flags, describe: row.describe, values: valuesOf(row), isList: row.many === 'commas' };
	});
	const other = { values: null, isList: false };
	return [...rows, { flags: ['--help', '-h'], describe: 'Show this help', ...other }];
}

function valuesOf({ type, choices, suggestions }: OptionRow): readonly string[] | null {
	return type === 'boolean' ? null : (choices ?? suggestions ?? []);
}

/** Where the script has no suggestion, bash completes file names (`-o default`). Works in bash 3.2, the one of macOS. */
function bashScript(commands: readonly Command[]): string {
	const [main, ...others] = commands;
	const nameOf = (command: Command) => (command === main ? '*' : command.name);
	const valueCases = [...others, ...(main ? [main] : [])].map((command) => {
		const rows = flagsOf(command).filter(({ values }) => values !== null);
		const cases = rows.map(({ flags, values }) => `        ${flags.join('|')}) words="${values?.join(' ')}" ;;`);
		const operands = `        *) words="${(command.operands ?? []).join(' ')}"; flags="${flagWords(command)}" ;;`;
		return `    ${nameOf(command)}) case "$previous" in\n${[...cases, operands].join('\n')}\n      esac ;;`;
	});
	return `###-begin-bibfolio-completions-###
# Installation: add this line to ~/.bashrc
#   source <(bibfolio completion bash)
_bibfolio() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" flags="" list=""
  # '--format=html' is three words.
  if [ "$current" = "=" ]; then current=""
  elif [ "$previous" = "=" ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -gt 1 ]; then command="\${COMP_WORDS[1]}"; fi
  case "$command" in
${valueCases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(' ')}"; fi
  case "$current" in
    -*) words="$flags" ;;
    *,*) list="\${current%,*}," ;;
  esac
  COMPREPLY=($(compgen -P "$list" -W "$words" -- "\${current##*,}"))
}
complete -o bashdefault -o default -F _bibfolio bibfolio
###-end-bibfolio-completions-###
`;
}

function flagWords(command: Command): string {
	return flagsOf(command)
		.flatMap(({ flags }) => flags)
		.join(' ');
}

function zshScript(commands: readonly Command[]): string {
	const [main, ...others] = commands;
	const rows = commands.map(({ name, summary }) => `    ${zshQuoted(`${name}:${summary}`)}`);
	const branch = (command: Command) => {
		const operands = command.operands ? `(${command.operands.join(' ')})` : command.files === null ? '' : '_files';
		const specs = [
			...flagsOf(command).flatMap(zshSpecs),
			...(operands === '' ? [] : [zshQuoted(`*:${/\w+/.exec(command.usage)?.[0] ?? 'files'}:${operands}`)]),
		];
		const name = command === main ? '*' : command.name;
		return `    ${name}) _arguments \\\n${specs.map((spec) => `      ${spec}`).join(' \\\n')} ;;`;
	};
	return `#compdef bibfolio
###-begin-bibfolio-completions-###
# Installation: add this line to ~/.zshrc, after "autoload -Uz compinit && compinit"
#   source <(bibfolio completion zsh)
_bibfolio() {
  local -a commands
  commands=(
${rows.join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
    _files
    return
  fi
  local command=$words[2]
  if (( \${commands[(I)$command:*]} )); then
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${[...others, ...(main ? [main] : [])].map(branch).join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _bibfolio "$@"
else
  compdef _bibfolio bibfolio
fi
###-end-bibfolio-completions-###
`;
}

/** The arguments of zsh's `_arguments` for an option, one per spelling. */
function zshSpecs({ flags, describe, values, isList }: Flag): string[] {
	const text = describe.replace(/[\\[\]:]/g, '\\$&');
	const list = values?.join(' ');
	const action = values?.length ? (isList ? `_values -s , value ${list}` : `(${list})`) : '_files';
	return flags.map((flag) => {
		const assign = values !== null && flag.startsWith('--') ? '=' : '';
		return zshQuoted(`*${flag}${assign}[${text}]${values === null ? '' : `:value:${action}`}`);
	});
}

function zshQuoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Files are completed wherever the script has no suggestion, because fish does so by default. */
function fishScript(commands: readonly Command[]): string {
	const [main, ...others] = commands;
	const names = others.map(({ name }) => name).join(' ');
	const isMain = `not __fish_seen_subcommand_from ${names}`;
	const lines = commands.flatMap((command) => {
		const condition = command === main ? isMain : `__fish_seen_subcommand_from ${command.name}`;
		const complete = `complete -c bibfolio -n '${condition}'`;
		const operands = command.operands ? [`${complete} -f -a '${command.operands.join(' ')}'`] : [];
		return [...operands, ...flagsOf(command).map((flag) => `${complete} ${fishOption(flag)}`)];
	});
	const commandLines = commands.map(
		({ name, summary }) => `complete -c bibfolio -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
	);
	return `# Installation: bibfolio completion fish > ~/.config/fish/completions/bibfolio.fish
${[...commandLines, ...lines].join('\n')}
`;
}

function fishOption({ flags, describe, values, isList }: Flag): string {
	const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
	const list = values?.join(' ') ?? '';
	// -r: takes a value; -x: takes a value that is not a file.
	const value =
		values === null ? [] : list === '' ? ['-r'] : ['-x', `-a '${isList ? `(__fish_append , ${list})` : list}'`];
	return [...names, ...value, `-d ${fishQuoted(describe)}`].join(' ');
}

function fishQuoted(text: string): string {
	return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
