import { peopleRows } from '../../project/people-files/people-rows.ts';
import type { Folder } from './folder.ts';

/** Files with people in a folder, as rows of `people`. */
export interface PeopleSources {
	/** Paths of files and folders, relative to the folder. */
	readonly paths: readonly string[];
	/** True if they have several members, so that no single person owns the lists. */
	readonly isGroup: boolean;
}

/** The places in which sites and groups keep people, and the files that show that they do. */
const usualPlaces: readonly (readonly [path: RegExp, file: RegExp])[] = [
	[/^content\/authors\//, /^content\/authors\/[^/]+\/_?index\.md$/],
	[/^data\/authors\//, /^data\/authors\/[^/]+\.ya?ml$/],
	[/^_members\//, /^_members\/[^/]+\.md$/],
	[
		/^_data\/[^/]+/,
		/^_data\/(?:co-?authors|(?:(?:team|alumni|lab|group)_?)?(?:members|people|team|alumni|staff|students))\.ya?ml$/i,
	],
	[/^[^/]+/, /^(?:people|members|team)\.(?:csv|tsv|ya?ml)$/i],
];

/** The fewest members of a group. */
const smallestGroup = 2;

/** Looks for files with people, as far as these can be read. */
export function peopleSources({ root, files }: Folder): PeopleSources {
	const paths = new Set(
		files.flatMap((path) =>
			usualPlaces.flatMap(([place, file]) => (file.test(path) ? (place.exec(path)?.[0] ?? []) : [])),
		),
	);
	const readable = [...paths].flatMap((path) => {
		let isBroken = false;
		const { rows } = peopleRows(
			[path],
			{ root, readable: [root] },
			() => undefined,
			({ severity }) => {
				isBroken ||= severity === 'error';
			},
		);
		return rows.length > 0 && !isBroken ? [{ path, rows }] : [];
	});
	const members = readable
		.flatMap(({ rows }) => rows)
		.filter(({ role, roles }) => !['owner', 'none', undefined].includes(roles?.at(-1)?.role ?? role));
	return { paths: readable.map(({ path }) => path), isGroup: members.length >= smallestGroup };
}
