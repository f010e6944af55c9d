import type { Proposal } from './sites.ts';

/** What a `bibfolio.yaml` begins with. */
export interface Beginning {
	/** Where editors find the schema. */
	readonly schema: string;
	readonly library: readonly string[];
	/** 'Family, Given'; null when nobody is marked. */
	readonly owner: string | null;
	readonly aliases: readonly string[];
	readonly orcid: string | null;
	/** Language tag; null for English. */
	readonly locale: string | null;
	readonly outputs: readonly Pick<Proposal, 'path' | 'format' | 'region' | 'use'>[];
}

/** The text of a new `bibfolio.yaml`: what was found, and in comments what else there is. */
export function configurationText(beginning: Beginning): string {
	const { schema, library, locale, outputs } = beginning;
	return `# yaml-language-server: $schema=${schema}
#
# What Bibfolio makes of your library. "npx bibfolio build" makes the lists, "npx bibfolio serve" shows them while you
# work. Every key may be left out; the README describes them all.

# Files, folders or globs such as bib/*.bib.
library: ${library.length === 1 ? scalar(library[0] ?? '') : `[${library.map(scalar).join(', ')}]`}
${locale === null ? '' : `\nlocale: ${locale}\n`}
${peopleText(beginning)}
# Without lists there is one of all works, with a section for each kind of venue. Another one, for example:
# lists:
#   publications: {}
#   recent:
#     title: Recent papers
#     where: year=2023.. not venue=talk
#     group-by: year

outputs:
${outputs.map(outputText).join('')}`;
}

function peopleText({ owner, aliases, orcid }: Beginning): string {
	const more = [
		aliases.length
			? `    aliases: [${aliases.map((name) => JSON.stringify(name)).join(', ')}]`
			: '    # aliases: ["Birthname, Given"]',
		orcid === null ? '    # orcid: 0000-0002-1825-0097' : `    orcid: ${orcid}`,
		'  # - name: "Somebody, Else"',
		'  #   role: student',
	];
	const intro =
		'# Whose names are marked. A name is found with initials, without accents and in any order by itself;\n';
	const aliasWords = '# other names, such as a birth name, are aliases.\n';
	if (owner !== null) return `${intro}${aliasWords}people:\n  - name: ${nameScalar(owner)}\n${more.join('\n')}\n`;
	const shown = ['people:', '  - name: "Family, Given"', ...more].map((line) =>
		line.replace(/^(\s*)# /, '$1').replace(/^/, '# '),
	);
	return `${intro}${aliasWords}${shown.join('\n')}\n`;
}

function outputText({ path, format, region, use }: Beginning['outputs'][number]): string {
	const parts = [`path: ${scalar(path)}`, `format: ${format}`, ...(region === undefined ? [] : [`region: ${region}`])];
	return `${use === null ? '' : `  # ${use}\n`}  - { ${parts.join(', ')} }\n`;
}

/** A text in YAML, plain where that is safe inside braces and brackets, too. */
function scalar(text: string): string {
	return /^[\p{L}_.][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|~)$/i.test(text)
		? text
		: JSON.stringify(text);
}

function nameScalar(name: string): string {
	return /^[\p{L}][\p{L}\p{M} ,.'’-]*$/u.test(name) ? name : JSON.stringify(name);
}
