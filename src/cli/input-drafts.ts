import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import { unreadableFile } from '../diagnostics/unreadable-file.ts';
import type { Draft } from '../editing/drafts/draft.ts';
import { readDrafts } from '../editing/drafts/read-drafts.ts';
import { decodeSource } from '../library/files/decode.ts';
import { readFileOrPipe, readStandardInput } from '../library/files/read-file.ts';
import type { Client } from '../sources/http/client.ts';
import { lookUp } from '../sources/records/look-up.ts';
import { type Reference, referenceIn } from '../sources/records/reference.ts';
import { clipboardText } from './clipboard.ts';

/** The input of `bibfolio add`. */
export interface AddInput {
	readonly cwd: string;
	/** Files and identifiers; `-` is standard input. */
	readonly words: readonly string[];
	readonly clipboard: boolean;
	readonly client: Client;
}

/** Reads or looks up the works to add, in the order of the words, the clipboard last. Reports failures. */
export async function draftsFromInput({ cwd, words, clipboard, client }: AddInput, report: Report): Promise<Draft[]> {
	const drafts: Draft[] = [];
	const addText = async (path: string, bytes: Uint8Array) => {
		const contents = readText(path, bytes, report);
		drafts.push(...contents.drafts);
		for (const reference of contents.references) await addReference(reference);
	};
	const addReference = async (reference: Reference) => {
		const draft = await lookUp(reference, client, report);
		if (draft) drafts.push(draft);
	};
	for (const word of words) {
		const file = resolve(cwd, word);
		const reference = word === '-' || isFile(file) ? null : referenceIn(word);
		if (reference) await addReference(reference);
		else if (word === '-') await addText('<stdin>', readStandardInput());
		else if (!isFile(file)) report(unknownInput(word));
		else {
			const bytes = bytesOf(word, file, report);
			if (bytes) await addText(word, bytes);
		}
	}
	if (clipboard) {
		const text = clipboardText();
		if (typeof text === 'string') await addText('<clipboard>', Buffer.from(text));
		else report(diagnostic('add/unreadable', text.error, { hint: text.hint }));
	}
	return drafts;
}

function isFile(path: string): boolean {
	return existsSync(path) && !statSync(path).isDirectory();
}

function bytesOf(path: string, file: string, report: Report): Uint8Array | null {
	try {
		return readFileOrPipe(file);
	} catch (error) {
		report(unreadableFile(path, error));
		return null;
	}
}

/** The contents of a text: entries, or else identifiers. */
interface TextContents {
	readonly drafts: readonly Draft[];
	readonly references: readonly Reference[];
}

function readText(path: string, bytes: Uint8Array, report: Report): TextContents {
	const { text } = decodeSource(path, bytes, () => {});
	const drafts = readDrafts(source(path, text), report);
	if (drafts && drafts.length > 0) return { drafts, references: [] };
	const references = drafts === null ? referencesIn(text) : [];
	if (references.length === 0 && (drafts === null || text.trim() === '')) report(unreadableText(path, text));
	return { drafts: [], references };
}

/** The addresses among the words of a command. */
export function addressesIn(words: readonly string[]): string[] {
	return words.flatMap((word) => {
		const reference = referenceIn(word);
		return reference?.kind === 'page' ? [reference.id] : [];
	});
}

/** One reference per line: the whole line, or the first word that is an identifier. */
function referencesIn(text: string): Reference[] {
	const references = text.split(/[\r\n]+/).flatMap((line) => {
		const whole = referenceIn(line);
		if (whole) return [whole];
		const words = line.split(/\s+/).flatMap((word) => referenceIn(word) ?? []);
		return words.filter(({ kind }) => kind !== 'page').slice(0, 1);
	});
	return references.filter(
		({ kind, id }, at) => references.findIndex((other) => other.kind === kind && other.id === id) === at,
	);
}

function unreadableText(path: string, text: string) {
	const place = { '<stdin>': 'Standard input', '<clipboard>': 'The clipboard' }[path] ?? path;
	return diagnostic(
		'add/unreadable',
		text.trim() === '' ? `${place} is empty` : `${place} contains no entries or identifiers`,
		{ hint: 'Use BibTeX, RIS, CSL-JSON, EndNote or PubMed entries, or identifiers such as DOIs' },
	);
}

function unknownInput(word: string) {
	const hint = /^\d{5,9}$/.test(word)
		? `For a PubMed ID, write PMID:${word}`
		: 'Use a DOI, arXiv ID, PMID, ISBN, URL, file, or - for standard input';
	return diagnostic('add/unreadable', `"${word}" is neither a file nor an identifier`, { hint });
}
