/** A mistake in how the command was called, with what to do about it. */
export class UsageError extends Error {}
