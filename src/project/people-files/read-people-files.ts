import { basename, dirname } from 'node:path/posix';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { parseYaml } from '../../text/yaml.ts';
import { foreignPeople } from './foreign-people.ts';
import { readFrontMatter } from './front-matter.ts';
import { peopleInCsv } from './people-csv.ts';
import { peopleInYaml } from './people-yaml.ts';
import type { PersonRow } from './person-row.ts';

/** The files next to a page of Hugo that show its person. */
type Siblings = (folder: string) => readonly string[];

/**
 * The people in a file: a spreadsheet, rows as in `bibfolio.yaml`, or data and pages of Jekyll and Hugo, whose folders have fixed
 * names.
 *
 * @param siblings the names of the files in a folder
 */
export function peopleInFile(file: Source, siblings: Siblings, report: Report): PersonRow[] {
	if (/\.[ct]sv$/i.test(file.path)) return peopleInCsv(file, report);
	if (/\.md$/i.test(file.path)) return personOnPage(file, siblings, report);
	const yaml = parseYaml(file, report, 'config/syntax');
	if (!yaml || yaml.value === null) return [];
	const isForeign = /(?:^|\/)_?data\//.test(file.path);
	if (!isForeign && Array.isArray(yaml.value)) return peopleInYaml(yaml, report);
	const people = foreignPeople(yaml, nameOf(file.path), false);
	if (people.length === 0) report(noPeople(file));
	return people;
}

/** The name of a file without its extension. */
function nameOf(path: string): string {
	return basename(path).replace(/\.\w+$/, '');
}

function noPeople(file: Source) {
	const span = { source: file, start: 0, end: 0 };
	const hint = 'Add the name of a person, as in name: "Doe, Jane"';
	return diagnostic('people/invalid', `Cannot find a person in ${file.path}`, { span, hint });
}

/** A page of a person, as in `_members/` of Jekyll, or `content/authors/` of Hugo, where each person has a folder. */
function personOnPage(page: Source, siblings: Siblings, report: Report): PersonRow[] {
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
	if (people.length === 0 && !isBroken) report(noPeople(page));
	const address = isBundle ? addressInHugo(folder) : null;
	const photo = isBundle
		? siblings(folder).find((name) => /^avatar\.(?:jpe?g|png|webp|svg|gif)$/i.test(name))
		: undefined;
	return people.map(({ keys, span }) => ({
		keys: {
			...keys,
			id: keys.id ?? slug,
			url: address ?? keys.url,
			image: keys.image ?? (address !== null && photo !== undefined ? address + photo : undefined),
		},
		span,
	}));
}

/** The address of a folder of Hugo's content; null for other folders. */
function addressInHugo(folder: string): string | null {
	const [, path] = /(?:^|\/)content\/(.+)$/.exec(folder) ?? [];
	return path === undefined ? null : `/${path}/`;
}
