import { visible } from '../../diagnostics/visible.ts';
import { markdown } from '../../formats/markdown/markdown.ts';

/** Separates a mark from what follows, so that they mean nothing together. Readers do not see it. */
const separator = '\u200b';

/**
 * Where GitHub and GitLab find references in the text of a rendered page, which no escape of Markdown prevents: mentions,
 * issues, merge requests, labels and milestones (`@name`, `#1`, `!1`, `~bug`), `GH-1`, `[issue:1]`, hashes of commits, emoji
 * and addresses. Each match is the part before the separator.
 */
const references = /@|[#!$%~&^](?=[\p{L}\p{N}_"'])|\b(?:GH|GL)-(?=\d)|[[*](?=\w+:)|:(?=[\w+-]+:|\/\/)|\bwww\.(?=\S)/giu;

/** Hashes of commits, which have at least seven digits, and the parts of them that are none. */
const hash = /\b[\da-f]{7,}\b/gi;
const partOfHash = /.{6}(?=.)/g;

/** Characters of a text from outside that are shown. */
const longest = 300;

/**
 * Text from outside as Markdown for a pull request or a merge request: one line that shows the text, without markup,
 * references, mentions and commands.
 */
export function inertText(text: string): string {
	const separated = shownLine(text)
		.replace(references, `$&${separator}`)
		.replace(hash, (digits) => digits.replace(partOfHash, `$&${separator}`));
	return markdown.text(separated);
}

/** Text as code, such as a command line or an entry key. In code, references have no meaning. */
export function inlineCode(text: string): string {
	const line = shownLine(text);
	if (line === '') return '';
	const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longestRun + 1);
	const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
	return `${fence}${space}${line}${space}${fence}`;
}

/** A link; only its label if the address is unsafe. */
export function inertLink(address: string, label: string): string {
	return markdown.link(address, inertText(label));
}

function shownLine(text: string): string {
	const characters = [...visible(text.replace(/\s+/g, ' ').trim())];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}
