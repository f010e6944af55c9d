import { safeAddress } from '../../publications/identifiers/url-safety.ts';
import { tableNames } from '../../statistics/statistics.ts';
import type { Format } from '../format.ts';
import { fenced } from './code-fence.ts';
import { type Flavour, flavours } from './markdown-flavours.ts';
import { address, markdownWriter, standsAlone } from './markdown-writer.ts';

/** Markdown in GitHub's flavour, the default, and in the others. */
export const markdown: Format = {
	...markdownIn(flavours[0]),
	flavours: Object.fromEntries(flavours.map((flavour) => [flavour.name, markdownIn(flavour)])),
};

function markdownIn(flavour: Flavour): Format {
	const { text, inline } = markdownWriter(flavour);
	const [open, close] = flavour.comment;
	return {
		name: 'markdown',
		flavour: flavour.name,
		extension: flavour.extension,
		templates: 'md',
		main: 'list',
		isPage: true,
		shows: tableNames,
		frontMatter: true,
		titleIsMarkup: flavour.titleIsMarkup,
		phrases: flavour.phrases,
		alignsItems: flavour.alignsItems,
		text,
		inline,
		link(url, label) {
			const safe = safeAddress(url);
			if (safe === null) return label;
			const alone = flavour.autolinks && label === text(url) && standsAlone.test(safe);
			return alone ? `<${safe}>` : `[${label}](${address(safe)})`;
		},
		comment: (lines) => {
			const words = lines.join('\n').replace(/--+|\*\/|[<>]/g, (found) => (found[1] === '-' ? '–' : ' '));
			return words ? `${open} ${words} ${close}` : `${open} ${close}`;
		},
		verbatim: (source, language) => flavour.fenced(codeBlock(source, language)),
		// Two spaces at the end of a line are a line break, so they stay, except before an empty line.
		tidy: (lines) =>
			lines
				.replace(/(?<![ \t])[ \t]+$/gm, (spaces) => (spaces === '  ' ? spaces : ''))
				.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
				.replace(/ {2}\n\n/g, '\n\n'),
	};
}

/** Source text as a code block, without characters that readers do not see. */
function codeBlock(source: string, language: string): string {
	const lines = source
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
		.trimEnd();
	return fenced(lines, language);
}
