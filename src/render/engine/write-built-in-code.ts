import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { htmlPage } from '../../formats/html/html.ts';
import { formats } from '../../formats/index.ts';
import { readTerms } from '../locale.ts';
import type { BuiltInCode } from './built-in-code.ts';
import { helperNames } from './environment.ts';
import { inlinedHashes } from './inlined.ts';
import { type TemplateCode, templateCompiler } from './template-code.ts';
import { builtInTemplates } from './template-folders.ts';
import { loadTemplates } from './templates.ts';

/**
 * The built-in templates and locales as a JavaScript module in the shape of `built-in-code.ts`. For the compiling of the command;
 * throws when one of them is broken.
 */
export function writeBuiltInCode(): string {
	const fail: Report = ({ message }) => {
		throw new Error(message);
	};
	const templates = loadTemplates(null, fail);
	const texts = new Map<string, string>();
	const languages = new Map<string, Map<string, string>>();
	for (const { templates: language, main } of Object.values(formats)) {
		const compile = templateCompiler(templates, language, helperNames);
		const written = languages.get(language) ?? new Map<string, string>();
		languages.set(language, written);
		for (const name of reached(['entry', main], compile)) {
			const { script, usesData } = compile(name);
			const sources = reached([name], compile).flatMap((one) => compile(one).texts);
			for (const { path, text } of sources) texts.set(basename(path), text);
			const files = [...new Set(sources.map(({ path }) => basename(path)))];
			const rest = JSON.stringify({ usesData, files }).slice(1);
			written.set(name, `${JSON.stringify(name)}:{script:${script},${rest}`);
		}
	}
	const rows = [...languages].map(([language, written]) => `${language}:{${[...written.values()].join(',\n')}}`);
	const parts = [
		`texts:${JSON.stringify(Object.fromEntries(texts))}`,
		`languages:{${rows.join(',\n')}}`,
		`locales:${JSON.stringify(writtenLocales(fail))}`,
		`hashes:${JSON.stringify(inlinedHashes(templates, htmlPage))}`,
	];
	return `export const builtInCode={${parts.join(',')}};`;
}

function writtenLocales(report: Report): BuiltInCode['locales'] {
	const folder = join(builtInTemplates, 'locales');
	const rows = readdirSync(folder).map((name) => {
		const file = join(folder, name);
		const terms = Object.fromEntries(readTerms(file, report) ?? []);
		return [name, { text: readFileSync(file, 'utf8'), terms }];
	});
	return Object.fromEntries(rows);
}

/** The names given, and every name that these call. */
function reached(names: readonly string[], compile: (name: string) => TemplateCode): string[] {
	const found = new Set(names);
	for (const name of found) for (const call of compile(name).calls) found.add(call);
	return [...found];
}
