import type { LetterCase, TreeBuilder } from './tree-builder.ts';

/** An open level of the reader: how it ends, and what to do then. */
interface Frame {
	/** Ends at a closing brace; otherwise it ends with the outer level. */
	readonly braced: boolean;
	/** Ends after one token, as in `\emph x`. */
	readonly single: boolean;
	/** The name of the HTML tag that opened it. */
	readonly tag: string | null;
	/** True if it opened a wrapping in the tree. */
	readonly wraps: boolean;
	/** The arguments to take after it, in the notation of the command table. */
	readonly rest: string;
	/** The letter case to restore; undefined if it was not changed. */
	readonly letterCase: LetterCase | null | undefined;
	/** The offset where it was opened. */
	readonly start: number;
	/** The number of open groups in it that have no meaning: a counter, so that deep nesting costs nothing. */
	groups: number;
	/** The offset where the outermost of these groups was opened. */
	groupStart: number;
	/** For a single frame: true after the command that opened it. */
	begun: boolean;
}

/** The number of levels to search for the opening tag of a closing one. */
const maxTagDistance = 40;

/** The stack of open levels. */
export class FrameStack {
	/** The innermost level. */
	top: Frame;
	private readonly outer: Frame[] = [];
	private readonly tree: TreeBuilder;
	private readonly takeRest: (rest: string) => void;
	private openTags = 0;

	constructor(tree: TreeBuilder, takeRest: (rest: string) => void) {
		this.tree = tree;
		this.takeRest = takeRest;
		this.top = frame({ start: 0 });
	}

	enter(properties: Partial<Frame> & { readonly start: number }): void {
		if (properties.tag) this.openTags++;
		this.outer.push(this.top);
		this.top = frame(properties);
	}

	/** Opens a group whose only effect is to limit the switches in it. */
	enterPlainGroup(start: number): void {
		if (this.top.groups++ === 0) this.top.groupStart = start;
	}

	/** Ends the innermost level. */
	leave(): void {
		const { wraps, letterCase, tag, rest } = this.top;
		const outer = this.outer.pop();
		if (!outer) return;
		this.top = outer;
		if (wraps) this.tree.close();
		if (letterCase !== undefined) this.tree.setCase(letterCase);
		if (tag !== null) this.openTags--;
		if (rest !== '') this.takeRest(rest);
	}

	/** Ends the innermost group and all levels in it; false if no group is open. */
	closeBrace(): boolean {
		while (this.top.groups === 0 && !this.top.braced) {
			if (this.outer.length === 0) return false;
			this.leave();
		}
		if (this.top.groups > 0) this.top.groups--;
		else this.leave();
		return true;
	}

	/** Ends the innermost tag of a name in this group, and all levels in it; ignores a stray closing tag. */
	closeTag(name: string): void {
		if (this.openTags === 0) return;
		let depth = this.outer.length;
		for (let level: Frame | undefined = this.top; level && level.tag !== name; level = this.outer[--depth]) {
			if (level.braced || level.groups > 0 || depth === 0 || this.outer.length - depth > maxTagDistance) return;
		}
		while (this.top.tag !== name) this.leave();
		this.leave();
	}

	/** Ends the levels that take one token, after a token was read. A level that was just opened stays open. */
	tokenRead(): void {
		while (this.top.single) {
			if (!this.top.begun) {
				this.top.begun = true;
				return;
			}
			this.leave();
		}
	}

	/** Ends all levels. Returns the offset of the innermost unclosed brace, or null. */
	closeAll(): number | null {
		let open: number | null = null;
		for (;;) {
			const { braced, groups, start, groupStart } = this.top;
			if (groups > 0) open ??= groupStart;
			else if (braced) open ??= start;
			if (this.outer.length === 0) return open;
			this.leave();
		}
	}
}

function frame(properties: Partial<Frame> & { readonly start: number }): Frame {
	return {
		braced: false,
		single: false,
		tag: null,
		wraps: false,
		rest: '',
		letterCase: undefined,
		groups: 0,
		groupStart: 0,
		begun: false,
		...properties,
	};
}
