import { basename, dirname } from 'node:path/posix';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { parseYaml } from '../../text/yaml.ts';
import { emptyPeople } from './empty-people.ts';
import { foreignPeople } from './foreign-people.ts';
import { isMapping, textOf } from './foreign-values.ts';
import { readFrontMatter } from './front-matter.ts';
import { authorAddress, hugoConfigurations } from './hugo-addresses.ts';
import { peopleInCsv } from './people-csv.ts';
import { peopleInYaml } from './people-yaml.ts';
import type { PersonRow } from './person-row.ts';

/** Files around those with people. */
export interface SiteFiles {
	/** The names of the files in a folder. */
	names(folder: string): readonly string[];
	/** The text of a file; '' if it does not exist. */
	text(path: string): string;
}

/**
 * The people in a file: a spreadsheet, rows as in `bibfolio.yaml`, or data and pages of Jekyll and Hugo, whose folders have fixed
 * names.
 */
export function peopleInFile(file: Source, site: SiteFiles, report: Report): PersonRow[] {
	if (/\.[ct]sv$/i.test(file.path)) return peopleInCsv(file, report);
	if (/\.md$/i.test(file.path)) return personOnPage(file, site, report);
	const yaml = parseYaml(file, report, 'config/syntax');
	if (!yaml) return [];
	const isForeign = /(?:^|\/)_?data\//.test(file.path);
	if (!isForeign && isEmpty(yaml.value)) report(emptyPeople(file));
	// A website may not have any former members yet.
	if (isEmpty(yaml.value)) return [];
	if (!isForeign && Array.isArray(yaml.value)) return peopleInYaml(yaml, report);
	const people = foreignPeople(
		yaml,
		isForeign && basename(dirname(file.path)) === 'authors' ? 'authors' : nameOf(file.path),
		false,
	);
	if (people.length === 0) report(noPerson(file));
	return people;
}

/** The name of a file without its extension. */
function nameOf(path: string): string {
	return basename(path).replace(/\.\w+$/, '');
}

function isEmpty(value: unknown): boolean {
	return value === null || (Array.isArray(value) && value.length === 0);
}

function noPerson(file: Source) {
	const span = { source: file, start: 0, end: 0 };
	const hint = 'Add the name of a person, as in name: "Doe, Jane"';
	return diagnostic('people/invalid', `Cannot find a person in ${file.path}`, { span, hint });
}

/** A page of a person, as in `_members/` of Jekyll, or `content/authors/` of Hugo, where each person has a folder. */
function personOnPage(page: Source, site: SiteFiles, report: Report): PersonRow[] {
	let isBroken = false;
	const yaml = readFrontMatter(page, (problem) => {
		isBroken = true;
		report(problem);
	});
	const isBundle = /(?:^|\/)_?index\.md$/i.test(page.path);
	const folder = dirname(page.path);
	const slug = isBundle ? basename(folder) : nameOf(page.path);
	const group = basename(isBundle ? dirname(folder) : folder);
	const people = yaml ? foreignPeople(yaml, group, true) : [];
	if (people.length === 0 && !isBroken) report(noPerson(page));
	const inHugo = yaml ? pageInHugo(folder, slug, yaml.value, site) : null;
	return people.map(({ keys, span }) => ({
		keys: { ...keys, id: keys.id ?? slug, url: inHugo?.url ?? keys.url, image: keys.image ?? inHugo?.image },
		span,
	}));
}

/** The addresses of a page in a folder of `content/authors/`, and of the photo beside it; null for pages elsewhere. */
function pageInHugo(folder: string, slug: string, values: unknown, site: SiteFiles) {
	const [, root = '', section = ''] = /^(|.*\/)content\/(authors?)\/[^/]+$/.exec(folder) ?? [];
	if (section === '' || !isMapping(values)) return null;
	const title = textOf(values['slug']) ?? textOf(values['title']) ?? textOf(values['name']) ?? slug;
	const url = authorAddress(hugoConfigurations.map((path) => site.text(root + path)))(title, slug);
	const photo = site.names(folder).find((name) => /^avatar\.(?:jpe?g|png|webp|svg|gif)$/i.test(name));
	return { url, image: photo === undefined ? undefined : url + photo };
}
