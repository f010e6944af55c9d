import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { Marks } from './person.ts';

/** Types of contained works, whose editors are those of the container. */
const containedTypes: ReadonlySet<string> = new Set([
	'chapter',
	'paper-conference',
	'entry',
	'entry-dictionary',
	'entry-encyclopedia',
]);

/** Authors, inventors, directors, and the editors of works that are not part of a container. */
export function creatorsOf({ type, contributors }: Publication): readonly Name[] {
	const { author, inventor, director, editor } = contributors;
	return [author, inventor, director, containedTypes.has(type) ? undefined : editor].flatMap(
		(list) => list?.names ?? [],
	);
}

/** The authors at the first or last position, with those who share it by the marks `equal` and `senior`. */
export function authorsAt(position: 'first' | 'last', { contributors }: Publication, marks: Marks): readonly Name[] {
	const list = contributors.author;
	if (!list || (position === 'last' && list.etAl)) return [];
	const names = position === 'first' ? list.names : list.names.toReversed();
	const sharingMark = position === 'first' ? 'equal' : 'senior';
	const isShared = (name: Name) => marks.get(name)?.some(({ kind }) => kind === sharingMark) ?? false;
	const end = names.findIndex((name) => !isShared(name));
	return names.slice(0, end === -1 ? names.length : Math.max(end, 1));
}
