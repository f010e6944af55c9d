import { getColumns, getRows, Prompt } from '@clack/core';
import {
	cancel,
	confirm,
	intro,
	isCancel,
	multiselect,
	type Option,
	outro,
	S_BAR,
	S_BAR_END,
	S_CHECKBOX_INACTIVE,
	S_CHECKBOX_SELECTED,
	S_STEP_ACTIVE,
	S_STEP_CANCEL,
	S_STEP_SUBMIT,
	select,
	text,
	unicodeOr,
} from '@clack/prompts';
import { shortened } from '../text/terminal-width.ts';
import { type Mark, type MarkList, type MarkScreen, markLines, pageSize } from './mark-view.ts';

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
	/** Asks for marks of the rows of a list. `summary` describes the answer. */
	mark(question: MarkQuestion): Promise<readonly (Mark | null)[]>;
	cancelled(message: string): void;
	end(message: string): void;
}

/** A question about each row of a list. */
export interface MarkQuestion extends MarkList {
	readonly question: string;
	/** The marks at the beginning. */
	readonly initial: readonly (Mark | null)[];
	/** What remains on the screen. */
	summary(chosen: readonly (Mark | null)[]): string;
	readonly colour: boolean;
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
		mark: async (question) => answered(await markPrompt(question).prompt()),
	};
}

/** Columns of the bar at the left, with its space. */
const barWidth = 3;

function markPrompt(question: MarkQuestion): Prompt<readonly (Mark | null)[]> {
	const { rows, marks, initial, colour } = question;
	const chosen = [...initial];
	let cursor = 0;
	const screen = (): MarkScreen => ({
		columns: getColumns(process.stdout) - barWidth,
		rows: getRows(process.stdout),
		colour,
		signs: [S_CHECKBOX_SELECTED, unicodeOr('✕', '[x]'), S_CHECKBOX_INACTIVE],
	});
	const prompt = new Prompt<readonly (Mark | null)[]>(
		{
			initialValue: chosen,
			render: () => {
				const paint = (text: string, style: number) => (colour ? `\u001b[${style}m${text}\u001b[0m` : text);
				const bar = (text: string, style: number) => `${paint(S_BAR, style)}${text && `  ${text}`}`;
				const head = (sign: string, style: number) =>
					`${bar('', 2)}\n${paint(sign, style)}  ${shortened(question.question, screen().columns)}`;
				if (prompt.state === 'cancel') return `${head(S_STEP_CANCEL, 31)}\n${bar('', 2)}`;
				if (prompt.state === 'submit')
					return `${head(S_STEP_SUBMIT, 32)}\n${bar(paint(question.summary(chosen), 2), 2)}`;
				const lines = markLines(question, { chosen, cursor }, screen());
				return [head(S_STEP_ACTIVE, 36), ...lines.map((line) => bar(line, 36)), paint(S_BAR_END, 36), ''].join('\n');
			},
		},
		false,
	);
	prompt.value = chosen;
	const move = (steps: number) => {
		cursor = Math.min(Math.max(cursor + steps, 0), rows.length - 1);
	};
	const movePage = (pages: number) => move(pages * pageSize(question, screen()).size);
	prompt.on('cursor', (action) => {
		if (action === 'up') move(-1);
		if (action === 'down') move(1);
	});
	prompt.on('key', (_, { name }) => {
		const mark = marks.find(({ key }) => key === name);
		if (mark) chosen[cursor] = chosen[cursor] === mark ? null : mark;
		else if (name === 'a') markAll(chosen, marks[0] ?? null);
		else if (name === 'left' || name === 'pageup') movePage(-1);
		else if (name === 'right' || name === 'pagedown') movePage(1);
		else if (name === 'home') move(-rows.length);
		else if (name === 'end') move(rows.length);
	});
	return prompt;
}

/** Sets a mark on all rows without another one, or removes it if they have it. */
function markAll(chosen: (Mark | null)[], mark: Mark | null): void {
	const isMarked = chosen.every((each) => each !== null);
	for (const [index, each] of chosen.entries()) {
		if (each === null || each === mark) chosen[index] = isMarked ? null : mark;
	}
}

function answered<Value>(answer: unknown): Value {
	if (isCancel(answer)) throw new Cancelled();
	return answer as Value;
}
