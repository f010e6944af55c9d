import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { parseTemplate } from './handlebars.ts';
import { asTemplateError, type Place, TemplateError } from './template-errors.ts';
import { writeScript } from './template-script.ts';
import { prepare, type TemplateNode } from './template-tree.ts';
import type { TemplateSet } from './templates.ts';

/** A template as the code it runs as. */
export interface TemplateCode {
	/** JavaScript, see `template-script.ts`. */
	readonly script: string;
	/** It, or a partial it calls, asks for `@index` and the like. */
	readonly usesData: boolean;
	/** The partials it calls by name; the others were taken into it. */
	readonly calls: readonly string[];
	/** The texts it was made of, its own first. */
	readonly texts: readonly Source[];
	/** Every place in it; the code names one by its index. */
	readonly places: readonly Place[];
}

/** Gives the code of a template. Throws a {@link TemplateError}, which holds the diagnostic, for one that is broken. */
export type TemplateCompiler = (name: string) => TemplateCode;

/** A compiler of one language's templates, each compiled once. */
export function templateCompiler(
	templates: TemplateSet,
	language: string,
	helpers: ReadonlySet<string>,
): TemplateCompiler {
	const partials = templates.names(language);
	const compiled = new Map<string, TemplateCode>();

	function parse(name: string): { text: Source; tree: TemplateNode } | null {
		const text = templates.get(name, language);
		const read = () => parseTemplate(text?.text ?? '');
		return text && { text, tree: located(text, [], read) };
	}

	return function compile(name: string): TemplateCode {
		const before = compiled.get(name);
		if (before) return before;
		const parsed = parse(name);
		if (!parsed) throw new TemplateError(diagnostic('template/missing', `Missing template '${name}.${language}.hbs'`));
		const { text, tree } = parsed;
		const { calls, usesData, places } = prepare(text, tree, { helpers, partial: parse, partials });
		const texts = [...new Set([text, ...places.map((place) => place.text)])];
		const made = { script: '', usesData, calls: [...calls], texts, places };
		compiled.set(name, made);
		for (const partial of calls) if (compile(partial).usesData) made.usesData = true;
		made.script = writeScript(tree, { helpers, usesData: made.usesData, places });
		return made;
	};
}

/** Does some work on a template; what goes wrong in it gets its place. */
export function located<T>(text: Source, places: readonly Place[], work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw asTemplateError(error, text, places);
	}
}
