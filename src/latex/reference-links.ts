import { joinTexts, type RichText, richText } from './rich-text.ts';

/**
 * A short reference to another work of the library ('Einstein 1924'). In a LaTeX value it is a command, in rich text a link
 * whose target is not an address: formats write only its words, unless {@link withReferences} gives it an address. Words of
 * the locale in it, such as 'and', are upright text.
 */
const command = '\\bibfolioreference';
const scheme = 'bibfolio-reference:';

/** A reference as LaTeX. The key is encoded, because it may contain any character. */
export function referenceLatex(key: string, words: string): string {
	return `${command}{${Buffer.from(key).toString('hex')}}{${words}}`;
}

/** The target of the link for an encoded key. */
export function referenceTarget(encodedKey: string): string {
	return scheme + Buffer.from(encodedKey, 'hex').toString();
}

/** The keys of the references in a LaTeX value. */
export function referencedKeys(value: string): readonly string[] {
	return value
		.split(`${command}{`)
		.slice(1)
		.map((rest) => referenceTarget(rest.slice(0, Math.max(0, rest.indexOf('}')))).slice(scheme.length));
}

/**
 * The text with its references as links, or as plain text if they have no address.
 *
 * @param addressOf returns the address of the work with a key
 * @param translated returns the words of the locale for English ones: 'and', 'et al.'
 */
export function withReferences(
	text: RichText,
	addressOf: (key: string) => string | undefined,
	translated: (words: string) => string,
): RichText {
	const nodes = text.flatMap((node): RichText => {
		if (node.type === 'text' || node.type === 'math') return [node];
		if (node.type !== 'link' || !node.href.startsWith(scheme)) {
			return [{ ...node, children: withReferences(node.children, addressOf, translated) }];
		}
		const words = joinTexts(
			node.children.flatMap((child): RichText => {
				if (child.type !== 'roman') return [child];
				return child.children.flatMap((word) =>
					word.type === 'text' ? richText(word.value.replace(/\S(?:.*\S)?/s, translated)) : [word],
				);
			}),
		);
		const href = addressOf(node.href.slice(scheme.length));
		return href === undefined ? words : [{ type: 'link', href, children: words }];
	});
	return joinTexts(nodes);
}
