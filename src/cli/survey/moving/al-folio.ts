import type { FolderFile, VenueFile } from '../../../project/project-file.ts';
import type { Folder } from '../folder.ts';
import { textIn, yamlFile } from '../site-configuration.ts';
import type { Setting } from './moved-settings.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** The colours and addresses of venues, from `_data/venues.yml`. The keys are values of `abbr`. */
export function venues(folder: Folder): Setting[] {
	const { file, value } = dataFile('venues', folder);
	const rows = Object.entries(value).flatMap(([abbr, row]): VenueFile[] => {
		if (typeof row !== 'object' || row === null) return [];
		const [url, colour] = [textIn(row as Mapping, 'url'), textIn(row as Mapping, 'color')];
		return [{ match: abbr, short: abbr, ...(colour !== null && { colour }), ...(url !== null && { url }) }];
	});
	const comment = `Colours and addresses of venues by "abbr", from ${file}.`;
	return rows.length ? [{ key: 'venues', comment, value: rows }] : [];
}

function dataFile(name: string, folder: Folder): { readonly file: string; readonly value: Mapping } {
	const file = [`_data/${name}.yml`, `_data/${name}.yaml`].find(folder.has);
	return { file: file ?? '', value: (file === undefined ? null : yamlFile(file, folder)) ?? {} };
}

/** The ORCID iD in `_config.yml` or `_data/socials.yml`; null if there is none. */
export function orcidOfSite(site: Mapping, folder: Folder): string | null {
	const written = textIn(site, 'orcid_id') ?? textIn(dataFile('socials', folder).value, 'orcid_id') ?? '';
	return /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(written)?.[0] ?? null;
}

/** Folders of files in al-folio's layout, for sites that do not contain it. */
const usualFolders: readonly (readonly [field: string, folder: string])[] = [
	['pdf', 'assets/pdf'],
	['supp', 'assets/pdf'],
	['poster', 'assets/pdf'],
	['slides', 'assets/pdf'],
	['html', 'assets/html'],
	['preview', 'assets/img/publication_preview'],
];

/**
 * The folders of the files that fields name. The layout of an entry says them: `entry.pdf | prepend: '/assets/pdf/'`.
 *
 * @param layout the text of the layout; '' if the theme contains it, and null without one
 */
export function localFiles(site: Mapping, layout: string | null, { files }: Folder): Setting[] {
	if (layout === null) return [];
	const isHere = (folder: string) => files.some((file) => file.startsWith(`${folder}/`));
	const written = [...layout.matchAll(/\bentry\.(\w+)\s*\|\s*prepend:\s*(["'])\/?([\w./-]+)\/\2/g)].map(
		([, field = '', , folder = '']) => [field, folder] as const,
	);
	const rows = (layout === '' ? usualFolders.filter(([, folder]) => isHere(folder)) : written).filter(
		([, folder]) => !folder.split('/').includes('..'),
	);
	const folders = [...new Set(rows.map(([, folder]) => folder))];
	const base = (textIn(site, 'baseurl') ?? '').replace(/\/+$/, '');
	const value = folders.map((folder): FolderFile => {
		const fields = [...new Set(rows.flatMap(([field, other]) => (other === folder ? field : [])))];
		return {
			fields: fields.length === 1 ? (fields[0] ?? '') : fields,
			folder,
			...(base && { url: `${base}/${folder}/` }),
		};
	});
	const comment = 'Folders of the files that fields name without one, such as pdf = {weber2022.pdf}.';
	return value.length ? [{ key: 'files', comment, value }] : [];
}
