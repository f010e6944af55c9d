import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Span, source } from '../../diagnostics/source.ts';
import { type ProjectFolder, readProjectFile } from '../../library/files/read-project-file.ts';
import { xmlProblem } from '../../text/xml.ts';
import type { CslPackage } from './csl-package.ts';

/** The source of a style. */
export interface CslSource {
	readonly xml: string;
	/** The style's `default-locale`; null when it has none. */
	readonly language: string | null;
	/** The files read, absolute; none for a style of the package. */
	readonly files: readonly string[];
}

/**
 * Reads a style, given by the name of a packaged style or the path of a .csl file. A dependent style is resolved to its
 * parent, which must be in the package or in the same folder. Null, with the reason reported (`style/unavailable`), when
 * there is no style with a bibliography.
 */
export function readCslStyle(
	name: string,
	project: ProjectFolder,
	cslPackage: CslPackage,
	report: Report,
): CslSource | null {
	return readStyle(name, null, project, cslPackage, report);
}

/** @param child the dependent style whose parent this is; null for the style of the list */
function readStyle(
	name: string,
	child: string | null,
	project: ProjectFolder,
	cslPackage: CslPackage,
	report: Report,
): CslSource | null {
	const { styles } = cslPackage;
	const { root } = project;
	const refuse = (message: string, hint: string, span?: Span) => {
		report(diagnostic('style/unavailable', message, { hint, ...(span && { span }) }));
		return null;
	};
	if (!name.endsWith('.csl')) {
		if (styles.has(name)) return { xml: styles.get(name), language: null, files: [] };
		const path = `styles/${name.replace(/[^\w-]+/g, '-')}.csl`;
		return refuse(
			`Unknown style "${name}"`,
			`Use ${styles.list().join(', ')}, or the path of a style file such as ${path}`,
		);
	}
	const file = resolve(root, name);
	const xml = readProjectFile(file, project, report);
	if (xml === null) return null;
	if (!/<style\b/.test(xml))
		return refuse(
			`${name} is not a CSL style`,
			/<html\b/i.test(xml)
				? 'Replace this web page by the style itself, which begins with <?xml and <style'
				: `Download a style from ${repository}`,
		);
	const text = source(name, xml);
	const problem = xmlProblem(text);
	if (problem)
		return refuse(`Invalid XML in ${name}: ${problem.message}`, `Download it again from ${repository}`, problem.span);
	const language = /<style\b[^>]*\bdefault-locale\s*=\s*["']([\w-]+)/.exec(xml)?.[1] ?? null;
	const parent = parentOf(xml);
	if (parent !== null) {
		const parentFile = join(dirname(name), `${parent}.csl`);
		if (child === null && existsSync(resolve(root, parentFile))) {
			const style = readStyle(parentFile, name, project, cslPackage, report);
			return style && { xml: style.xml, language: language ?? style.language, files: [file, ...style.files] };
		}
		if (styles.has(parent)) return { xml: styles.get(parent), language, files: [file] };
		return refuse(
			`Missing style "${parent}", the parent of ${name}`,
			`Add ${parent}.csl from ${repository} to the same folder`,
		);
	}
	if (!/<bibliography\b/.test(xml))
		return refuse(`Missing <bibliography> in ${name}`, 'Use a style that formats bibliographies');
	const call = missingMacro(xml);
	if (call)
		return refuse(`Undefined macro "${call[1]}" in ${name}`, `Download the style again from ${repository}`, {
			...{ source: text, start: call.index, end: call.index + call[0].length },
		});
	return { xml, language, files: [file] };
}

const repository = 'https://github.com/citation-style-language/styles';

/** The name of the parent of a dependent style (CSL 1.0.2, 'Dependent Styles'); null for an independent style. */
function parentOf(xml: string): string | null {
	const [link] = /<link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(xml) ?? [];
	return /\bhref\s*=\s*["'][^"']*\/([\w-]+)["']/.exec(link ?? '')?.[1] ?? null;
}

/** The first call of a macro that the style does not define. citeproc-js would skip it silently. */
function missingMacro(xml: string): RegExpExecArray | null {
	const code = xml.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
	const macros = new Set([...code.matchAll(/<macro\b[^>]*\bname\s*=\s*["']([^"']+)/g)].map(([, name]) => name));
	for (const call of code.matchAll(/<(?:text|key)\b[^>]*\bmacro\s*=\s*["']([^"']+)["'][^>]*>/g))
		if (!macros.has(call[1])) return call;
	return null;
}
