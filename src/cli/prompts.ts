import type * as Clack from '@clack/prompts';

/** A choice of several. */
export interface Choice<Value> {
	readonly value: Value;
	readonly label: string;
	readonly hint?: string;
}

/** Asks a person on the terminal. Every question throws {@link Cancelled} at Ctrl-C or Escape. */
export interface Asker {
	begin(title: string): void;
	select<Value extends string | null>(question: string, choices: readonly Choice<Value>[]): Promise<Value>;
	several(question: string, choices: readonly Choice<string>[], chosen: readonly string[]): Promise<string[]>;
	/** `beginning` stands there to be changed. */
	text(question: string, beginning: string, check?: (words: string) => string | undefined): Promise<string>;
	confirm(question: string): Promise<boolean>;
	cancelled(words: string): void;
	end(words: string): void;
}

/** The person wants nothing to happen. */
export class Cancelled extends Error {}

/** The questions as `@clack/prompts` asks them, which is loaded when there is somebody to be asked. */
export async function asker(): Promise<Asker> {
	const clack: typeof Clack = await import('@clack/prompts');
	const answered = <Value>(answer: unknown): Value => {
		if (clack.isCancel(answer)) throw new Cancelled();
		return answer as Value;
	};
	return {
		begin: (title) => clack.intro(title),
		end: (words) => clack.outro(words),
		cancelled: (words) => clack.cancel(words),
		select: async <Value extends string | null>(message: string, choices: readonly Choice<Value>[]) =>
			answered(await clack.select<Value>({ message, options: choices as Clack.Option<Value>[], maxItems: 8 })),
		several: async (message, choices, initialValues) =>
			answered(await clack.multiselect<string>({ message, options: [...choices], initialValues, required: true })),
		text: async (message, initialValue, check) =>
			answered<string | undefined>(
				await clack.text({ message, initialValue, ...(check && { validate: (words) => check(words ?? '') }) }),
			) ?? '',
		confirm: async (message) => answered(await clack.confirm({ message })),
	};
}
