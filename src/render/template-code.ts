import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { handlebarsCompiler } from './handlebars.ts';
import { asTemplateError, type Place, TemplateError } from './template-errors.ts';
import { prepare, type TemplateNode } from './template-tree.ts';
import type { TemplateSet } from './templates.ts';

/** A template as the code it runs as. */
export interface TemplateCode {
	/** JavaScript: Handlebars' specification of a compiled template (compiler revision 8). */
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
	const options = { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: nothingButNames(helpers) };
	const partials = templates.names(language);
	const compiled = new Map<string, TemplateCode>();

	function parse(name: string): { text: Source; tree: TemplateNode } | null {
		const text = templates.get(name, language);
		const read = () => handlebarsCompiler().parse(text?.text ?? '') as unknown as TemplateNode;
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
		const data = made.usesData;
		const script = located(text, places, () => String(handlebarsCompiler().precompile(tree, { ...options, data })));
		made.script = faster(script);
		return made;
	};
}

/**
 * What makes Handlebars' code faster in a container that is always ours: names are asked for where they are written, so
 * that each place remembers where it found its own; `container.seen` looks at what came of it. Code that is written
 * otherwise by another version stays as it is, and is right.
 */
const rewrites: readonly (readonly [RegExp, string])[] = [
	[/(lookupProperty = container\.lookupProperty) \|\| function\(parent, propertyName\) \{[^}]*\}[^}]*\}/g, '$1'],
	[/lookupProperty\(helpers,("\w+")\)/g, 'helpers[$1]'],
	[/depth0 != null \? depth0 : \(container\.nullContext \|\| \{\}\)/g, 'depth0'],
	// A text has a length, though no template may ask for it.
	[
		/(?:container\.strict|alias\d+)\(depth0, ("(?!length"|__proto__")\w+"), (\d+) \)/g,
		'container.seen(depth0?.[$1], depth0, $1, $2)',
	],
	[/\{"name":"\w+","hash":\{\},"loc":\d+\}/g, 'container.bare'],
	[/\{"name":"\w+",("hash":.{0,200}?),"loc":\d+\}/g, '{$1}'],
];

function faster(script: string): string {
	return rewrites.reduce((written, [found, better]) => written.replace(found, better), script);
}

/** Does some work on a template; what goes wrong in it gets its place. */
export function located<T>(text: Source, places: readonly Place[], work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw asTemplateError(error, text, places);
	}
}

function nothingButNames(helpers: ReadonlySet<string>): Record<string, boolean> {
	const builtIn = { helperMissing: false, blockHelperMissing: false, log: false };
	return { ...builtIn, ...Object.fromEntries([...helpers].map((name) => [name, true])) };
}
