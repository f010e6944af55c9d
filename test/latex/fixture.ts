import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RichText } from '../../src/latex/rich-text.ts';

/** One case of a fixture file: an input line, and the lines behind it by their first sign. */
export interface Case {
	readonly input: string;
	/** What stands after `= `, `p ` and so on. */
	readonly expected: ReadonlyMap<string, readonly string[]>;
}

/** The fixture files of a folder under `fixtures`, by name. */
export function fixtureFiles(folder: string): { name: string; cases: Case[] }[] {
	const path = fileURLToPath(new URL(`fixtures/${folder}`, import.meta.url));
	return readdirSync(path)
		.sort()
		.map((name) => ({ name, cases: readCases(readFileSync(join(path, name), 'utf8')) }));
}

/** Cases are parted by blank lines; lines that begin with `#` and a blank say what they are about. */
function readCases(text: string): Case[] {
	return text
		.split(/\n\n+/)
		.map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('# ')))
		.filter((lines) => lines.length > 0)
		.map(([input = '', ...rest]) => {
			const expected = new Map<string, string[]>();
			for (const line of rest) expected.set(line[0] ?? '', [...(expected.get(line[0] ?? '') ?? []), line.slice(2)]);
			return { input: unshown(input), expected };
		});
}

/** `⟨2003⟩` and the signs for white space to the characters they stand for. */
function unshown(text: string): string {
	return text
		.replaceAll('␤', '\n')
		.replaceAll('⍽', '\u00a0')
		.replace(/⟨([0-9a-f]+)⟩/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A text with everything visible that is not. */
export function shown(text: string): string {
	return text
		.replaceAll('\u00a0', '⍽')
		.replaceAll('\u202f', '⎵')
		.replaceAll('\n', '␤')
		.replace(/[\u2000-\u200f\u2028\u2029\ufffd]/g, (sign) => `⟨${sign.charCodeAt(0).toString(16)}⟩`);
}

/** A tree on one line: `<emphasis>a</>`, mathematics between dollars. */
export function drawn(text: RichText): string {
	return text
		.map((node) => {
			if (node.type === 'text') return shown(node.value);
			if (node.type === 'math') return node.display ? `$$${node.tex}$$` : `$${node.tex}$`;
			return `<${node.type}${node.type === 'link' ? ` ${node.href}` : ''}>${drawn(node.children)}</>`;
		})
		.join('');
}
