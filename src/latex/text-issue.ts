/** Something in a value that a person should know; offsets are UTF-16, half-open, in the value. */
export interface TextIssue {
	readonly code: 'text/unknown-command' | 'text/unbalanced';
	readonly message: string;
	/** The command's name with its backslash; null when it is not about one. */
	readonly command: string | null;
	readonly start: number;
	readonly end: number;
}
