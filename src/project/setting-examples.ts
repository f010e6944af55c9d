import { valueIn } from '../text/value-in.ts';

/** A valid value, in YAML, of each key of `bibfolio.yaml` that takes a list, a mapping or text of a certain form. */
export const settingExamples: Readonly<Record<string, string>> = {
	library: '[papers.bib, bib/*.bib]',
	locale: 'de',
	title: 'Publications',
	people: '["Doe, Jane", { name: "Roe, Richard", role: student }]',
	venues: '[{ match: "*ICML*", kind: conference }]',
	metrics: '{ sources: [openalex, inspire] }',
	links: '[{ kind: code, fields: repository }]',
	files: '[{ fields: pdf, folder: assets/pdf }]',
	macros: String.raw`{ "\\LRP": "\\textsc{lrp}" }`,
	words: '{ section-journal: Articles }',
	checks: '{ field/missing: off }',
	'private-fields': '[abstract, file]',
	images: '[self, example.org]',
	templates: 'templates',
	helpers: 'helpers.mjs',
	names: '{ et-al-min: 5 }',
	lists: '{ publications: { group-by: year } }',
	outputs: '[publications.html, { path: talks.md, list: talks }]',
	site: 'https://example.org/',
	add: '{ to: papers.bib }',
	sync: '{ ignored: bib/ignored-works.yaml }',
	lookup: '{ time-out: 20 }',
	// Of lists and sections
	note: '"Most of them are open access."',
	where: 'venue=journal',
	current: '2024-06-30',
	members: '">=2"',
	joint: '[vision, language]',
	repeat: 'true',
	sections: '[{ title: Articles, where: venue=journal }]',
	'group-by': '[venue, year]',
	sort: '[-year, title]',
	number: '{ order: down, scope: list }',
	style: 'apa',
	'merge-versions': 'false',
	// Of people
	name: '"Doe, Jane"',
	aliases: '["Smith, Jane"]',
	from: '2016',
	to: '2020-06',
	groups: '[vision, language]',
	roles: '[{ role: student, from: 2014, to: 2018 }, { role: member, from: 2018 }]',
	// Of outputs
	path: 'publications.html',
	'heading-level': '2',
	'front-matter': '{ layout: page }',
	options: '{ links: addresses }',
	url: 'https://example.org/',
};

/** 'people: ["Doe, Jane"]' for a path in the configuration; null without an example. Uses the text that was found. */
export function exampleFor(path: readonly (string | number)[], found: unknown): string | null {
	// The key itself, or the key of the list or mapping that contains it.
	const key = [path.at(-1), path.at(-2)].find((step) => Object.hasOwn(settingExamples, String(step)));
	const example = valueIn(settingExamples, String(key ?? ''));
	if (example === undefined) return null;
	const isItem = typeof found === 'string' && path.at(-1) === key && example.startsWith('["');
	return `${key}: ${isItem ? `[${JSON.stringify(found)}]` : example}`;
}
