import type { Candidate } from './candidates.ts';
import type { Grouping } from './grouping.ts';
import type { MovedSettings } from './moving/moved-settings.ts';
import type { Proposal } from './sites.ts';

/** The contents of a new `bibfolio.yaml`. */
export interface ConfigurationSpec {
	/** Address of the schema, for editors. */
	readonly schema: string;
	readonly library: readonly string[];
	/** The person to highlight; null for none. */
	readonly owner: Pick<Candidate, 'name' | 'aliases' | 'orcid'> | null;
	/** Files and folders with people. */
	readonly people: readonly string[];
	/** Language tag; null for English. */
	readonly locale: string | null;
	readonly grouping: Grouping;
	readonly outputs: readonly Pick<Proposal, 'path' | 'format' | 'region' | 'use' | 'assets' | 'list'>[];
	/** The settings of another tool; null if there are none. */
	readonly moved: Pick<MovedSettings, 'tool' | 'settings' | 'lists' | 'notes'> | null;
}

const reference = 'https://github.com/bibfolio/bibfolio/blob/main/docs/configuration.md';

/** The text of a new `bibfolio.yaml`, with comments on further settings. */
export function configurationText(spec: ConfigurationSpec): string {
	const { schema, library, owner, people, locale, grouping, outputs, moved } = spec;
	return `# yaml-language-server: $schema=${schema}
#
# Settings of Bibfolio. "npx bibfolio build" builds the lists, "npx bibfolio serve" previews them while you edit.
# All keys are optional: see ${reference}
${moved === null ? '' : movedText(moved)}
# Files, folders or globs such as bib/*.bib.
library: ${library.length === 1 ? scalar(library[0] ?? '') : `[${library.map(scalar).join(', ')}]`}
${locale === null ? '' : `\nlocale: ${locale}\n`}
${peopleText(owner, people)}
${(moved?.settings ?? []).map(settingText).join('')}${moved?.lists.length ? movedListsText(moved.lists) : listsText[grouping]}
outputs:
${outputs.map((output, index) => outputTexts(output, outputs.slice(0, index))).join('')}`;
}

/** What another tool left, and what has no counterpart. */
function movedText({ tool, notes }: Pick<MovedSettings, 'tool' | 'notes'>): string {
	const lines = notes.map((note) => comment(note, '#   - '));
	return `#\n${comment(`Translated from ${tool}.${notes.length ? ' Check these:' : ''}`)}${lines.join('')}`;
}

function settingText({ key, comment: explanation, value }: MovedSettings['settings'][number]): string {
	return `${comment(explanation)}${key}:${valueText(value)}\n\n`;
}

function movedListsText(lists: MovedSettings['lists']): string {
	const rows = lists.map(({ id, comment: explanation, value }) => {
		const keys = Object.entries(value).map(([key, setting]) => `    ${key}:${valueText(setting, '    ')}\n`);
		return `${comment(explanation, '  # ')}  ${scalar(id)}:\n${keys.join('')}`;
	});
	return `# The first list is the default of an output.\nlists:\n${rows.join('')}`;
}

function peopleText(owner: ConfigurationSpec['owner'], files: readonly string[]): string {
	const { aliases = [], orcid = null } = owner ?? {};
	const furtherKeys = [
		// Beside people with roles, the first one without a role would not be the owner.
		...(files.length > 0 ? ['    role: owner'] : []),
		aliases.length
			? `    aliases: [${aliases.map((name) => JSON.stringify(name)).join(', ')}]`
			: '    # aliases: ["Birthname, Given"]',
		orcid === null ? '    # orcid: 0000-0002-1825-0097' : `    orcid: ${orcid}`,
	];
	const otherPerson = ['  # - name: "Family, Given"', '  #   role: student'];
	const intro =
		'# The people whose names are highlighted. Initials, missing accents and any name order match automatically.\n';
	const aliasNote = '# Add other names, such as a birth name, as aliases.\n';
	const rows = files.map((path) => `  - ${scalar(path)}\n`).join('');
	const fileNote = files.length > 0 ? '  # The people there have the roles that these files give them.\n' : '';
	if (owner !== null) {
		const lines = [...furtherKeys, ...(files.length > 0 ? [] : otherPerson)].join('\n');
		return `${intro}${aliasNote}people:\n  - name: ${nameScalar(owner.name)}\n${lines}\n${fileNote}${rows}`;
	}
	if (files.length > 0) return `${intro}people:\n${fileNote}${rows}`;
	const shown = ['people:', '  - name: "Family, Given"', ...furtherKeys, ...otherPerson].map((line) =>
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

/** A list, and the stylesheet and the script that it needs, unless a previous list needs them, too. */
function outputTexts(
	{ assets, ...list }: ConfigurationSpec['outputs'][number],
	previous: ConfigurationSpec['outputs'],
): string {
	const listText = outputText(list, assets ? ['options: { script: true }'] : []);
	if (!assets || previous.some((other) => other.assets?.stylesheet.path === assets.stylesheet.path)) return listText;
	const { stylesheet, script } = assets;
	return [
		listText,
		outputText({ path: stylesheet.path, format: 'stylesheet', use: `The page loads it: ${stylesheet.line}` }),
		outputText({ path: script.path, format: 'script', use: `The page loads it: ${script.line}` }),
	].join('');
}

function outputText(
	{ path, format, region, use, list }: Pick<Proposal, 'path' | 'format' | 'region' | 'use' | 'list'>,
	more: readonly string[] = [],
): string {
	const parts = [
		`path: ${scalar(path)}`,
		`format: ${format}`,
		...(region === undefined ? [] : [`region: ${region}`]),
		...(list === undefined ? [] : [`list: ${scalar(list)}`]),
		...more,
	];
	return `${use === null ? '' : `  # ${use}\n`}  - { ${parts.join(', ')} }\n`;
}

/** A text as a comment of one line. */
function comment(text: string, start = '# '): string {
	return `${start}${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`;
}

/** The longest line of a list of values. */
const maximumWidth = 100;

/** A value after its key: mappings in a list get a line each, and long lists of texts several. */
function valueText(value: unknown, indent = ''): string {
	if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
		return value.map((item) => `\n${indent}  - ${flow(item)}`).join('');
	const text = flow(value);
	if (!Array.isArray(value) || text.length <= maximumWidth) return ` ${text}`;
	return value.map((item) => `\n${indent}  - ${flow(item)}`).join('');
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
	if (typeof value === 'string') return scalar(value);
	if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const pairs = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`);
	return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
}

/** A text as a YAML scalar, without quotes if that is safe in block and flow style. */
function scalar(text: string): string {
	return /^[\p{L}_.][\p{L}\p{N}_./=@ -]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|~)$/i.test(text)
		? text
		: JSON.stringify(text);
}

function nameScalar(name: string): string {
	return /^[\p{L}][\p{L}\p{M} ,.'’-]*$/u.test(name) ? name : JSON.stringify(name);
}
