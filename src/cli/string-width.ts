/**
 * The terminal columns of a text, as the compiled command has it in place of the package of this name: that one makes
 * an Intl.Segmenter when it is loaded, which takes as long as half of Node's own start. The help has no wide letters.
 */
export default function stringWidth(text: string): number {
	return text.length;
}
