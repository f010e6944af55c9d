import type { CslItem } from '../../publications/csl/csl-item.ts';
import type { NameWords } from './csl-output.ts';
import type { CiteProc, CiteProcEngine } from './csl-package.ts';
import { styled } from './csl-signs.ts';

/** A style in a language, which writes one item at a time. */
export interface CslEngine {
	/**
	 * An item as the style has it, on one line, without the number that a style gives to the only item there is; '' for
	 * nothing.
	 *
	 * @param raise how many names more than the style says stand before an 'et al.'; Infinity for all
	 */
	write(item: CslItem, raise?: number): string;
	readonly words: NameWords;
}

/**
 * @param xml the style; citeproc-js throws where it cannot be used
 * @param retrieveLocale the words of a language, as CSL's XML
 */
export function cslEngine(
	xml: string,
	language: string,
	retrieveLocale: (tag: string) => string,
	citeproc: CiteProc,
): CslEngine {
	citeproc.Output.Formats['bibfolio'] ??= outputFormat(citeproc);
	const items = new Map<string, CslItem>();
	const system = { retrieveItem: (id: string) => items.get(id), retrieveLocale };
	const engines = new Map<number, CiteProcEngine>();
	const counts = /<bibliography[\s\S]*variable="citation-number"/.test(xml);
	let count = 0;

	function engineFor(raise: number): CiteProcEngine {
		const known = engines.get(raise);
		if (known) return known;
		const engine = new citeproc.Engine(system, withLongerLists(xml, raise), language, true);
		engine.setOutputFormat('bibfolio');
		engines.set(raise, engine);
		return engine;
	}

	const usual = engineFor(0);
	const initials = xml.match(/\binitialize-with\s*=\s*["'][^"']*/g);
	return {
		words: {
			and: usual.getTerm('and') || 'and',
			etAl: usual.getTerm('et-al') || 'et al.',
			stops: initials?.some((found) => found.includes('.')) ?? true,
		},
		write(item, raise = 0) {
			const engine = engineFor(raise);
			const id = `item${count++}`;
			items.clear();
			items.set(id, { ...item, id });
			engine.updateItems([id]);
			const [, entries] = engine.makeBibliography() || [null, []];
			const written = entries[0] ?? '';
			return (counts ? written.replace(ownNumber, '') : written).replace(/[ \t\r\n]+/g, ' ').trim();
		},
	};
}

/** A style whose lists of names are cut so many names later (CSL 1.0.2, 'Et-al Abbreviation'); sort keys have attributes of their own. */
function withLongerLists(xml: string, raise: number): string {
	if (raise === 0) return xml;
	const more = Math.min(raise, 1e6);
	return xml.replace(
		/\b(et-al-(?:subsequent-)?(?:min|use-first)\s*=\s*["'])(\d+)/g,
		(_, attribute: string, names: string) => `${attribute}${Number(names) + more}`,
	);
}

/** The number that a style gives to the only reference there is; the list has numbers of its own. */
const ownNumber = /^\s*[[(]?1[\])]?[.:]?\s*/;

/** An output format of citeproc-js that writes signs: plain text, with {@link styled} around what a style marks. */
function outputFormat({ Output }: CiteProc): Record<string, unknown> {
	const decorations: Readonly<Record<string, string>> = {
		emphasis: '@font-style/italic',
		strong: '@font-weight/bold',
		'small-caps': '@font-variant/small-caps',
		superscript: '@vertical-align/sup',
		subscript: '@vertical-align/sub',
		underline: '@text-decoration/underline',
		roman: '@font-style/normal',
	};
	return {
		...Output.Formats['text'],
		...Object.fromEntries(styled.map(([type, open, close]) => [decorations[type], `${open}%%STRING%%${close}`])),
		text_escape: (text: string | undefined) => text ?? '',
		'@font-style/oblique': `${styled[0]?.[1]}%%STRING%%${styled[0]?.[2]}`,
		'@bibliography/entry': (_: unknown, text: string) => text,
		'@display/left-margin': () => '',
		'@display/block': (_: unknown, text: string) => ` ${text}`,
		'@display/right-inline': (_: unknown, text: string) => text,
		'@display/indent': (_: unknown, text: string) => ` ${text}`,
	};
}
