import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Span, source } from '../../diagnostics/source.ts';
import { unreadable } from '../../diagnostics/unreadable.ts';
import { xmlProblem } from '../../text/xml.ts';
import type { CslPackage } from './csl-package.ts';

/** A style as it was read. */
export interface CslSource {
	readonly xml: string;
	/** The language that the style is made for; null for any. */
	readonly language: string | null;
	/** The files it was read from, absolute; none for a style that comes with the package. */
	readonly files: readonly string[];
}

/**
 * Reads a style: the name of one that comes with the package, or a path to a .csl file. A dependent style is the one it
 * names, where that comes with the package or lies beside it. Null, with the reason reported (`style/unavailable`), for
 * what is no style with a bibliography.
 *
 * @param root the project's folder (absolute)
 */
export function readCslStyle(name: string, root: string, found: CslPackage, report: Report): CslSource | null {
	return readStyle(name, null, root, found, report);
}

/** @param child the dependent style that names it */
function readStyle(
	name: string,
	child: string | null,
	root: string,
	found: CslPackage,
	report: Report,
): CslSource | null {
	const { styles } = found;
	const refuse = (message: string, hint: string, span?: Span) => {
		report(diagnostic('style/unavailable', message, { hint, ...(span && { span }) }));
		return null;
	};
	if (!name.endsWith('.csl')) {
		if (styles.has(name)) return { xml: styles.get(name), language: null, files: [] };
		const hint = `There are ${styles.list().join(', ')}; of others, name the file: styles/${name.replace(/[^\w-]+/g, '-')}.csl`;
		return refuse(`Unknown style “${name}”`, hint);
	}
	const file = resolve(root, name);
	let xml: string;
	try {
		xml = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
	} catch (error) {
		report(unreadable(name, error));
		return null;
	}
	if (!/<style\b/.test(xml))
		return refuse(
			`${name} is no CSL style`,
			/<html\b/i.test(xml)
				? 'It is a web page; save the style itself, which begins with <?xml and <style'
				: `Styles are files of ${repository}`,
		);
	const text = source(name, xml);
	const problem = xmlProblem(text);
	if (problem) return refuse(`${name} is broken: ${problem.message}`, `Take it again from ${repository}`, problem.span);
	const language = /<style\b[^>]*\bdefault-locale\s*=\s*["']([\w-]+)/.exec(xml)?.[1] ?? null;
	const parent = parentOf(xml);
	if (parent !== null) {
		const beside = join(dirname(name), `${parent}.csl`);
		if (child === null && existsSync(resolve(root, beside))) {
			const read = readStyle(beside, name, root, found, report);
			return read && { xml: read.xml, language: language ?? read.language, files: [file, ...read.files] };
		}
		if (styles.has(parent)) return { xml: styles.get(parent), language, files: [file] };
		const hint = `Put ${parent}.csl beside it, from ${repository}`;
		return refuse(`${name} is another name of the style “${parent}”, which is not there`, hint);
	}
	if (!/<bibliography\b/.test(xml))
		return refuse(`${name} has no bibliography, only notes or citations`, 'Take a style that has one');
	const call = missingMacro(xml);
	if (call)
		return refuse(`${name} calls the macro “${call[1]}”, which it does not have`, `Take it again from ${repository}`, {
			...{ source: text, start: call.index, end: call.index + call[0].length },
		});
	return { xml, language, files: [file] };
}

const repository = 'https://github.com/citation-style-language/styles';

/** The style that a dependent style names (CSL 1.0.2, 'Dependent Styles'). */
function parentOf(xml: string): string | null {
	const [link] = /<link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(xml) ?? [];
	return /\bhref\s*=\s*["'][^"']*\/([\w-]+)["']/.exec(link ?? '')?.[1] ?? null;
}

/** The first call of a macro that a style does not have: citeproc-js would leave it out. */
function missingMacro(xml: string): RegExpExecArray | null {
	const code = xml.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
	const macros = new Set([...code.matchAll(/<macro\b[^>]*\bname\s*=\s*["']([^"']+)/g)].map(([, name]) => name));
	for (const call of code.matchAll(/<(?:text|key)\b[^>]*\bmacro\s*=\s*["']([^"']+)["'][^>]*>/g))
		if (!macros.has(call[1])) return call;
	return null;
}
