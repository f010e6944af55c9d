import type { Candidate } from './candidates.ts';
import type { Proposal } from './sites.ts';

/** The contents of a new `bibfolio.yaml`. */
export interface ConfigurationSpec {
	/** Address of the schema, for editors. */
	readonly schema: string;
	readonly library: readonly string[];
	/** The person to highlight; null for nobody. */
	readonly owner: Pick<Candidate, 'name' | 'aliases' | 'orcid'> | null;
	/** Language tag; null for English. */
	readonly locale: string | null;
	readonly outputs: readonly Pick<Proposal, 'path' | 'format' | 'region' | 'use'>[];
}

/** The text of a new `bibfolio.yaml`, with comments about further settings. */
export function configurationText({ schema, library, owner, locale, outputs }: ConfigurationSpec): string {
	return `# yaml-language-server: $schema=${schema}
#
# The settings of Bibfolio. "npx bibfolio build" builds the lists, "npx bibfolio serve" previews them while you work.
# All keys are optional; the documentation describes them.

# Files, folders or globs such as bib/*.bib.
library: ${library.length === 1 ? scalar(library[0] ?? '') : `[${library.map(scalar).join(', ')}]`}
${locale === null ? '' : `\nlocale: ${locale}\n`}
${peopleText(owner)}
# Without lists, one list contains all works, with a section for each kind of venue. To add another list, for example:
# lists:
#   publications: {}
#   recent:
#     title: Recent papers
#     where: year=2023.. not venue=talk
#     group-by: year

outputs:
${outputs.map(outputText).join('')}`;
}

function peopleText(owner: ConfigurationSpec['owner']): string {
	const { aliases = [], orcid = null } = owner ?? {};
	const more = [
		aliases.length
			? `    aliases: [${aliases.map((name) => JSON.stringify(name)).join(', ')}]`
			: '    # aliases: ["Birthname, Given"]',
		orcid === null ? '    # orcid: 0000-0002-1825-0097' : `    orcid: ${orcid}`,
		'  # - name: "Family, Given"',
		'  #   role: student',
	];
	const intro =
		'# The people whose names are highlighted. Initials, missing accents and any order of the names match automatically;\n';
	const aliasWords = '# other names, such as a birth name, are aliases.\n';
	if (owner !== null) return `${intro}${aliasWords}people:\n  - name: ${nameScalar(owner.name)}\n${more.join('\n')}\n`;
	const shown = ['people:', '  - name: "Family, Given"', ...more].map((line) =>
		line.replace(/^(\s*)# /, '$1').replace(/^/, '# '),
	);
	return `${intro}${aliasWords}${shown.join('\n')}\n`;
}

function outputText({ path, format, region, use }: ConfigurationSpec['outputs'][number]): string {
	const parts = [`path: ${scalar(path)}`, `format: ${format}`, ...(region === undefined ? [] : [`region: ${region}`])];
	return `${use === null ? '' : `  # ${use}\n`}  - { ${parts.join(', ')} }\n`;
}

/** A text in YAML, without quotes if that is safe even inside braces and brackets. */
function scalar(text: string): string {
	return /^[\p{L}_.][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|~)$/i.test(text)
		? text
		: JSON.stringify(text);
}

function nameScalar(name: string): string {
	return /^[\p{L}][\p{L}\p{M} ,.'’-]*$/u.test(name) ? name : JSON.stringify(name);
}
