import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import type { Draft } from '../drafts/draft.ts';
import { readDrafts } from '../drafts/read.ts';
import { decodeSource } from '../library/decode.ts';
import { clipboardText } from './clipboard.ts';

/** Where what a person gives comes from. */
export interface GivenFrom {
	readonly cwd: string;
	/** Files, or what names a work; `-` is standard input. */
	readonly words: readonly string[];
	readonly clipboard: boolean;
}

/** The works that a person gives, in the order of the words, the clipboard last. Reports what cannot be read. */
export async function givenDrafts({ cwd, words, clipboard }: GivenFrom, report: Report): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const word of words) {
		if (word === '-') drafts.push(...fromText('<stdin>', readFileSync(0), report));
		else if (isFile(resolve(cwd, word))) drafts.push(...fromFile(word, cwd, report));
		else report(unknown(word));
	}
	if (clipboard) {
		const text = clipboardText();
		if (typeof text === 'string') drafts.push(...fromText('<clipboard>', Buffer.from(text), report));
		else report(diagnostic('add/unreadable', text.error, { hint: text.hint }));
	}
	return drafts;
}

function isFile(path: string): boolean {
	return existsSync(path) && !statSync(path).isDirectory();
}

function fromFile(path: string, cwd: string, report: Report): Draft[] {
	try {
		return fromText(path, readFileSync(resolve(cwd, path)), report);
	} catch (error) {
		report(unreadable(path, error));
		return [];
	}
}

function fromText(path: string, bytes: Uint8Array, report: Report): Draft[] {
	const { text } = decodeSource(path, bytes, () => {});
	const drafts = readDrafts(source(path, text), report);
	if (drafts && drafts.length > 0) return drafts;
	if (drafts === null || text.trim() === '') report(empty(path, text));
	return [];
}

function empty(path: string, text: string) {
	const place = { '<stdin>': 'Standard input', '<clipboard>': 'The clipboard' }[path] ?? `“${path}”`;
	return diagnostic(
		'add/unreadable',
		text.trim() === '' ? `${place} is empty` : `${place} holds no entry that Bibfolio can read`,
		{ hint: 'It reads BibTeX, RIS, EndNote’s and PubMed’s formats and CSL-JSON' },
	);
}

function unknown(word: string) {
	return diagnostic('add/unreadable', `“${word}” is no file`, { hint: 'Give a file, or - for standard input' });
}
