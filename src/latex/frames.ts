import type { LetterCase, TreeBuilder } from './tree-builder.ts';

/** A level of reading: what ends it, and what must happen then. */
export interface Frame {
	/** Ends at a closing brace; else with the level around it. */
	readonly braced: boolean;
	/** Ends after one token: `\emph x`. */
	readonly single: boolean;
	/** The HTML tag that opened it. */
	readonly tag: string | null;
	/** It opened a wrapping in the tree. */
	readonly wraps: boolean;
	/** Arguments that are still to be taken after it, as in the command table. */
	readonly rest: string;
	/** The letter case to go back to; undefined when it changed none. */
	readonly letterCase: LetterCase | null | undefined;
	/** Where it was opened. */
	readonly start: number;
	/** Open groups inside it that mean nothing; a million of them cost no more than their count. */
	groups: number;
	/** Where the outermost of them was opened. */
	groupStart: number;
	/** For a single frame: the command that opened it was passed. */
	begun: boolean;
}

/** Closing tags look no further than this many levels for their opening one. */
const farthestTag = 40;

/** The levels of reading that are open. */
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

	enter(more: Partial<Frame> & { readonly start: number }): void {
		if (more.tag) this.openTags++;
		this.outer.push(this.top);
		this.top = frame(more);
	}

	/** A group that means nothing but where switches in it end. */
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

	/** Ends the innermost group and what is open in it; false when there is none. */
	closeBrace(): boolean {
		while (this.top.groups === 0 && !this.top.braced) {
			if (this.outer.length === 0) return false;
			this.leave();
		}
		if (this.top.groups > 0) this.top.groups--;
		else this.leave();
		return true;
	}

	/** Ends the nearest tag of that name in this group, and what is open inside it; a stray closing tag means nothing. */
	closeTag(name: string): void {
		if (this.openTags === 0) return;
		let depth = this.outer.length;
		for (let level: Frame | undefined = this.top; level && level.tag !== name; level = this.outer[--depth]) {
			if (level.braced || level.groups > 0 || depth === 0 || this.outer.length - depth > farthestTag) return;
		}
		while (this.top.tag !== name) this.leave();
		this.leave();
	}

	/** Ends the levels that take one token, which was read; one that was just opened waits for it. */
	tokenRead(): void {
		while (this.top.single) {
			if (!this.top.begun) {
				this.top.begun = true;
				return;
			}
			this.leave();
		}
	}

	/** Ends everything; gives where the innermost brace was opened that is still open, or null. */
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

function frame(more: Partial<Frame> & { readonly start: number }): Frame {
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
		...more,
	};
}
