import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RichText } from '../../src/latex/rich-text.ts';

/** A case of a fixture file: an input line, and the lines after it by their first character. */
export interface Case {
	readonly input: string;
	/** The texts after `= `, `p ` and so on. */
	readonly expected: ReadonlyMap<string, readonly string[]>;
}

/** The fixture files of a folder under `fixtures`, by name. */
export function fixtureFiles(folder: string): { name: string; cases: Case[] }[] {
	const path = fileURLToPath(new URL(`fixtures/${folder}`, import.meta.url));
	return readdirSync(path)
		.sort()
		.map((name) => ({ name, cases: readCases(readFileSync(join(path, name), 'utf8')) }));
}

/** Parses cases, which are separated by empty lines. Lines that begin with `# ` are comments. */
function readCases(text: string): Case[] {
	return text
		.split(/\n\n+/)
		.map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('# ')))
		.filter((lines) => lines.length > 0)
		.map(([input = '', ...rest]) => {
			const expected = new Map<string, string[]>();
			for (const line of rest) expected.set(line[0] ?? '', [...(expected.get(line[0] ?? '') ?? []), line.slice(2)]);
			return { input: fromVisible(input), expected };
		});
}

/** Converts `⟨2003⟩` and the symbols for whitespace to their characters. */
function fromVisible(text: string): string {
	return text
		.replaceAll('␤', '\n')
		.replaceAll('⍽', '\u00a0')
		.replace(/⟨([0-9a-f]+)⟩/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A text with whitespace and invisible characters as visible symbols. */
export function toVisible(text: string): string {
	return text
		.replaceAll('\u00a0', '⍽')
		.replaceAll('\u202f', '⎵')
		.replaceAll('\n', '␤')
		.replace(/[\u2000-\u200f\u2028\u2029\ufffd]/g, (character) => `⟨${character.charCodeAt(0).toString(16)}⟩`);
}

/** A tree as one line: `<emphasis>a</>`, with math between dollar signs. */
export function printTree(text: RichText): string {
	return text
		.map((node) => {
			if (node.type === 'text') return toVisible(node.value);
			if (node.type === 'math') return node.display ? `$$${node.tex}$$` : `$${node.tex}$`;
			return `<${node.type}${node.type === 'link' ? ` ${node.href}` : ''}>${printTree(node.children)}</>`;
		})
		.join('');
}
