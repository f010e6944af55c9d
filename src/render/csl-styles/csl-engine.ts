import type { CslItem } from '../../publications/csl/csl-item.ts';
import { valueIn } from '../../text/value-in.ts';
import type { CiteProc, CiteProcEngine } from './csl-package.ts';
import { styled } from './csl-placeholders.ts';
import type { NameTerms } from './csl-runs.ts';

/** A style in a language. Formats one item at a time. */
export interface CslEngine {
	/**
	 * Formats an item on one line, without the number that a numeric style gives it; '' if the style writes nothing.
	 *
	 * @param extraNames how many more names than the style says are shown before 'et al.'; Infinity for all
	 */
	write(item: CslItem, extraNames?: number): string;
	readonly terms: NameTerms;
}

/**
 * Creates the engine of a style. Throws when citeproc-js cannot use the style.
 *
 * @param xml the style
 * @param retrieveLocale returns the CSL locale of a language, as XML
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
	const isNumeric = /<bibliography[\s\S]*variable="citation-number"/.test(xml);
	let count = 0;

	function engineFor(extraNames: number): CiteProcEngine {
		const existing = engines.get(extraNames);
		if (existing) return existing;
		const engine = new citeproc.Engine(system, withMoreNames(xml, extraNames), language, true);
		engine.setOutputFormat('bibfolio');
		engines.set(extraNames, engine);
		return engine;
	}

	const unchanged = engineFor(0);
	const initials = xml.match(/\binitialize-with\s*=\s*["'][^"']*/g);
	return {
		terms: {
			and: unchanged.getTerm('and') || 'and',
			etAl: unchanged.getTerm('et-al') || 'et al.',
			hasPeriods: initials?.some((attribute) => attribute.includes('.')) ?? true,
		},
		write(item, extraNames = 0) {
			const engine = engineFor(extraNames);
			const id = `item${count++}`;
			items.clear();
			items.set(id, { ...item, id });
			engine.updateItems([id]);
			const [, entries] = engine.makeBibliography() || [null, []];
			const written = entries[0] ?? '';
			return (isNumeric ? written.replace(itemNumber, '') : written).replace(/[ \t\r\n]+/g, ' ').trim();
		},
	};
}

/**
 * A style that shows more names before 'et al.' (CSL 1.0.2, 'Et-al Abbreviation'). Sort keys do not change: they have
 * attributes of their own.
 */
function withMoreNames(xml: string, extraNames: number): string {
	if (extraNames === 0) return xml;
	const more = Math.min(extraNames, 1e6);
	return xml.replace(
		/\b(et-al-(?:subsequent-)?(?:min|use-first)\s*=\s*["'])(\d+)/g,
		(_, attribute: string, names: string) => `${attribute}${Number(names) + more}`,
	);
}

/** The number that a style gives to the only item. Lists have their own numbers. */
const itemNumber = /^\s*[[(]?1[\])]?[.:]?\s*/;

/** An output format of citeproc-js: plain text, with the characters of {@link styled} around what a style marks up. */
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
		...Object.fromEntries(
			styled.map(([type, open, close]) => [valueIn(decorations, type), `${open}%%STRING%%${close}`]),
		),
		text_escape: (text: string | undefined) => text ?? '',
		'@font-style/oblique': `${styled[0]?.[1]}%%STRING%%${styled[0]?.[2]}`,
		'@bibliography/entry': (_: unknown, text: string) => text,
		'@display/left-margin': () => '',
		'@display/block': (_: unknown, text: string) => ` ${text}`,
		'@display/right-inline': (_: unknown, text: string) => text,
		'@display/indent': (_: unknown, text: string) => ` ${text}`,
	};
}
