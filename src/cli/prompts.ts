import { cancel, confirm, intro, isCancel, multiselect, type Option, outro, select, text } from '@clack/prompts';

/** One of several choices. */
export interface Choice<Value> {
	readonly value: Value;
	readonly label: string;
	readonly hint?: string;
}

/** Asks questions on the terminal. Every question throws {@link Cancelled} on Ctrl-C or Escape. */
export interface Asker {
	begin(title: string): void;
	select<Value extends string | null>(question: string, choices: readonly Choice<Value>[]): Promise<Value>;
	several(question: string, choices: readonly Choice<string>[], chosen: readonly string[]): Promise<string[]>;
	/** `initial` is the editable initial value. */
	text(question: string, initial: string, check?: (value: string) => string | undefined): Promise<string>;
	confirm(question: string): Promise<boolean>;
	cancelled(message: string): void;
	end(message: string): void;
}

/** Thrown when the user cancels a question. */
export class Cancelled extends Error {}

/** An asker that uses `@clack/prompts`. */
export function asker(): Asker {
	return {
		begin: (title) => intro(title),
		end: (message) => outro(message),
		cancelled: (message) => cancel(message),
		select: async <Value extends string | null>(message: string, choices: readonly Choice<Value>[]) =>
			answered(await select<Value>({ message, options: choices as Option<Value>[], maxItems: 8 })),
		several: async (message, choices, initialValues) =>
			answered(await multiselect<string>({ message, options: [...choices], initialValues, required: true })),
		text: async (message, initialValue, check) =>
			answered<string | undefined>(
				await text({ message, initialValue, ...(check && { validate: (value) => check(value ?? '') }) }),
			) ?? '',
		confirm: async (message) => answered(await confirm({ message })),
	};
}

function answered<Value>(answer: unknown): Value {
	if (isCancel(answer)) throw new Cancelled();
	return answer as Value;
}
