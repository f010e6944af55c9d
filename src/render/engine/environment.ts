import type { Source } from '../../diagnostics/source.ts';
import type { Format } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { Locale } from '../locale.ts';
import { type BuiltInTemplate, builtInCode } from './built-in-code.ts';
import type { Helper } from './helper.ts';
import { makeHelpers, type Rendered } from './helpers.ts';
import { type TemplateCompiler, templateCompiler } from './template-code.ts';
import { asTemplateError } from './template-errors.ts';
import { lookUpQuietly, type Pieces, Runtime, type Script, type Template } from './template-runtime.ts';
import { blockNames } from './template-script.ts';
import type { TemplateSet } from './templates.ts';
import { written } from './write-value.ts';

/** One format's templates in one locale, compiled when first used. */
export interface Environment {
	/** Renders a template. Throws a {@link TemplateError}, which holds the diagnostic, for a template that is broken. */
	render(template: string, view: Rendered): string;
	/** The same in pieces, each given away when it is written: together they are the text. */
	renderPieces(template: string, view: Rendered, pieces: Pieces): void;
}

/**
 * An environment of its own per format and locale, with that format's escaping. Names are looked up in what a view has,
 * not in what every object inherits, and a name it has not is an error with its place.
 */
export function makeEnvironment(templates: TemplateSet, format: Format, locale: Locale): Environment {
	const views: Rendered[] = [];
	const helpers = helpersOf(format, locale, () => views.at(-1) as Rendered);
	const write = (value: unknown) => written(value, format, locale);
	const compile = templateCompiler(templates, format.templates, helperNames);
	const runtime = new Runtime({
		helpers,
		write,
		run: (name, context, data) => ready(String(name)).run(context, data),
	});

	const known = new Map<string, Ready>();
	function ready(name: string): Ready {
		const before = known.get(name);
		if (before) return before;
		const { script, usesData } = builtIn(name, format.templates, templates) ?? compiled(name, compile);
		const template = script(runtime);
		const run: Template = (context, data) => {
			try {
				template(context, data);
			} catch (error) {
				const { texts, places } = compile(name);
				throw asTemplateError(error, texts[0] as Source, places);
			}
		};
		const made = { usesData, run };
		known.set(name, made);
		return made;
	}

	function run(name: string, view: Rendered): void {
		const { run, usesData } = ready(name);
		views.push(view);
		try {
			run(view, usesData ? { root: view } : undefined);
		} finally {
			views.pop();
		}
	}
	return {
		render: (name, view) => runtime.text(() => run(name, view)),
		renderPieces: (name, view, pieces) => runtime.pieces(() => run(name, view), pieces),
	};
}

interface Ready {
	readonly usesData: boolean;
	readonly run: Template;
}

function helpersOf(format: Format, locale: Locale, view: () => Rendered): Readonly<Record<string, Helper>> {
	return { ...makeHelpers(format, locale, view), lookup: lookUpQuietly as Helper };
}

/** The names of the helpers and blocks a template may use; they are the same in every environment. */
export const helperNames: ReadonlySet<string> = new Set([
	...Object.keys(helpersOf(formats['html'] as Format, null as unknown as Locale, () => ({ options: {} }))),
	...blockNames,
]);

/** The script that came with Bibfolio, where none of the texts it was made of is another now. */
function builtIn(name: string, language: string, templates: TemplateSet): BuiltInTemplate | null {
	const made = builtInCode.languages[language]?.[name];
	const isSame = (file: string) => {
		const [stem = ''] = file.split('.');
		return templates.get(stem, language)?.text === builtInCode.texts[file];
	};
	return made?.files.every(isSame) ? made : null;
}

function compiled(name: string, compile: TemplateCompiler): Pick<BuiltInTemplate, 'script' | 'usesData'> {
	const { script, usesData } = compile(name);
	// The code is our own, which writes names and texts of a template as strings.
	return { script: new Function(`return ${script}`)() as Script, usesData };
}
