import { mathText, script } from './math-text.ts';

/** A reference as roman and italic text in turn, the first one roman: `['Doe J. ', 'Nature', ' 3, 2021.']`. */
export type ReferenceText = readonly string[];

/** The parts of an entry in the order of a reference, whatever their order in the list. */
const partsOfEntry = ['.bibfolio-authors', '.bibfolio-work', '.bibfolio-source'];

/** What belongs to the list and not to the reference: badges, links, symbols of marks, controls. */
const omitted =
	'.bibfolio-extras, .bibfolio-venue, .bibfolio-rank, .bibfolio-citations, .bibfolio-symbol, .bibfolio-label, ' +
	'.bibfolio-anchor, .bibfolio-preview, .bibfolio-unseen, .Z3988, button, details, svg, template, [hidden]';

/** The reference that an entry shows, each part as a sentence. */
export function shownReference(entry: Element): ReferenceText {
	const parts = partsOfEntry.flatMap((selector) => [...entry.querySelectorAll(selector)]);
	const writer = new ReferenceWriter();
	for (const part of parts.length ? parts : [entry]) {
		write(part, false, writer);
		writer.endSentence();
	}
	return writer.runs.map((run, index, { length }) => (index === length - 1 ? run.trimEnd() : run));
}

/** The text of an element of an entry, on one line. */
export function shownText(element: Element): string {
	const writer = new ReferenceWriter();
	write(element, false, writer);
	return writer.runs.join('').trimEnd();
}

/** The text of a reference without its italics. */
export function plainReference(reference: ReferenceText): string {
	return reference.join('');
}

/** A reference as nodes for a page or for the clipboard. */
export function referenceNodes(reference: ReferenceText): readonly Node[] {
	return reference.map((text, index) => {
		if (index % 2 === 0) return document.createTextNode(text);
		const italic = document.createElement('i');
		italic.textContent = text;
		return italic;
	});
}

function write(node: Node, isItalic: boolean, writer: ReferenceWriter): void {
	for (const child of node.childNodes) {
		if (child.nodeType === Node.TEXT_NODE) writer.add(child.nodeValue ?? '', isItalic);
		else if (!(child instanceof Element) || child.matches(omitted)) continue;
		else if (child.localName === 'math') writer.add(mathText(child), false);
		else if (child.localName === 'sup' || child.localName === 'sub')
			writer.add(script(child.textContent ?? '', child.localName), isItalic);
		else if (child.localName === 'em' || child.localName === 'i') write(child, !isItalic, writer);
		else if (child.matches('.bibfolio-roman')) write(child, false, writer);
		else write(child, isItalic, writer);
	}
}

/** Collects the runs of a reference, with single spaces. */
class ReferenceWriter {
	readonly runs: string[] = [];

	add(text: string, isItalic: boolean): void {
		const isFirst = /^$|\s$/.test(this.#end());
		const clean = text.replace(/\s+/g, ' ').replaceAll('\u2060', '').replaceAll('\u2011', '-');
		const value = isFirst ? clean.trimStart() : clean;
		if (value === '') return;
		if (this.runs.length === 0 || this.runs.length % 2 === Number(isItalic)) {
			if (this.runs.length === 0 && isItalic) this.runs.push('');
			this.runs.push(value);
		} else this.runs[this.runs.length - 1] += value;
	}

	/** Ends a sentence: with a period, unless the text ends in punctuation. */
	endSentence(): void {
		const last = this.runs.length - 1;
		if (last < 0) return;
		this.runs[last] = (this.runs[last] ?? '').trimEnd();
		if (!/[\p{Sentence_Terminal}…:;,][\p{Pf}\p{Pe}"'’”]*$/u.test(this.#end())) this.add('.', false);
		this.add(' ', false);
	}

	#end(): string {
		return this.runs.at(-1) ?? '';
	}
}
