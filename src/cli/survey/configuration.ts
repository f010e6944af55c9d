import type { Candidate } from './candidates.ts';
import type { Grouping } from './grouping.ts';
import type { Proposal } from './sites.ts';

/** The contents of a new `bibfolio.yaml`. */
export interface ConfigurationSpec {
	/** Address of the schema, for editors. */
	readonly schema: string;
	readonly library: readonly string[];
	/** The person to highlight; null for none. */
	readonly owner: Pick<Candidate, 'name' | 'aliases' | 'orcid'> | null;
	/** Language tag; null for English. */
	readonly locale: string | null;
	readonly grouping: Grouping;
	readonly outputs: readonly Pick<Proposal, 'path' | 'format' | 'region' | 'use' | 'assets'>[];
}

const reference = 'https://github.com/bibfolio/bibfolio/blob/main/docs/configuration.md';

/** The text of a new `bibfolio.yaml`, with comments on further settings. */
export function configurationText({ schema, library, owner, locale, grouping, outputs }: ConfigurationSpec): string {
	return `# yaml-language-server: $schema=${schema}
#
# Settings of Bibfolio. "npx bibfolio build" builds the lists, "npx bibfolio serve" previews them while you edit.
# All keys are optional: see ${reference}

# Files, folders or globs such as bib/*.bib.
library: ${library.length === 1 ? scalar(library[0] ?? '') : `[${library.map(scalar).join(', ')}]`}
${locale === null ? '' : `\nlocale: ${locale}\n`}
${peopleText(owner)}
${listsText[grouping]}
outputs:
${outputs.map(outputTexts).join('')}`;
}

function peopleText(owner: ConfigurationSpec['owner']): string {
	const { aliases = [], orcid = null } = owner ?? {};
	const furtherKeys = [
		aliases.length
			? `    aliases: [${aliases.map((name) => JSON.stringify(name)).join(', ')}]`
			: '    # aliases: ["Birthname, Given"]',
		orcid === null ? '    # orcid: 0000-0002-1825-0097' : `    orcid: ${orcid}`,
		'  # - name: "Family, Given"',
		'  #   role: student',
	];
	const intro =
		'# The people whose names are highlighted. Initials, missing accents and any name order match automatically.\n';
	const aliasNote = '# Add other names, such as a birth name, as aliases.\n';
	if (owner !== null)
		return `${intro}${aliasNote}people:\n  - name: ${nameScalar(owner.name)}\n${furtherKeys.join('\n')}\n`;
	const shown = ['people:', '  - name: "Family, Given"', ...furtherKeys].map((line) =>
		line.replace(/^(\s*)# /, '$1').replace(/^/, '# '),
	);
	return `${intro}${aliasNote}${shown.join('\n')}\n`;
}

/** The lists by kind of venue, which is the default, or by year. */
const listsText: Readonly<Record<Grouping, string>> = {
	venue: `# By default, one list contains all works, with a section for each kind of venue. To add a second list:
# lists:
#   publications: {}
#   recent:
#     title: Recent papers
#     where: year=2023.. not venue=talk
#     group-by: year
`,
	year: `# One list contains all works. Without "group-by", it has a section for each kind of venue.
lists:
  publications:
    group-by: year
  # recent:
  #   title: Recent papers
  #   where: year=2023.. not venue=talk
`,
};

/** A list, and the stylesheet and the script that it needs. */
function outputTexts({ assets, ...list }: ConfigurationSpec['outputs'][number]): string {
	const listText = outputText(list, assets ? ['options: { script: true }'] : []);
	if (!assets) return listText;
	const { stylesheet, script } = assets;
	return [
		listText,
		outputText({ path: stylesheet.path, format: 'stylesheet', use: `The page loads it: ${stylesheet.line}` }),
		outputText({ path: script.path, format: 'script', use: `The page loads it: ${script.line}` }),
	].join('');
}

function outputText(
	{ path, format, region, use }: Pick<Proposal, 'path' | 'format' | 'region' | 'use'>,
	more: readonly string[] = [],
): string {
	const parts = [
		`path: ${scalar(path)}`,
		`format: ${format}`,
		...(region === undefined ? [] : [`region: ${region}`]),
		...more,
	];
	return `${use === null ? '' : `  # ${use}\n`}  - { ${parts.join(', ')} }\n`;
}

/** A text as a YAML scalar, without quotes if that is safe in block and flow style. */
function scalar(text: string): string {
	return /^[\p{L}_.][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|~)$/i.test(text)
		? text
		: JSON.stringify(text);
}

function nameScalar(name: string): string {
	return /^[\p{L}][\p{L}\p{M} ,.'’-]*$/u.test(name) ? name : JSON.stringify(name);
}
