/** Wrong usage of the command line. Ends the command with its message and exit code 2. */
export class UsageError extends Error {}

/** Refuses `-`: standard input can be read only once, so it can be neither watched nor changed. */
export function refuseStandardInput(name: string, files: readonly string[]): void {
	if (files.includes('-')) throw new UsageError(`bibfolio ${name} cannot read standard input\nName the files instead`);
}
