import type { UserCommands } from '../../latex/commands/user-commands.ts';
import type { Annotation, Entry } from '../../library/entry.ts';
import type { Name, NameList } from './name.ts';
import { isOtherScript } from './name-annotations.ts';
import { parseNames } from './read-names.ts';

/**
 * The names of a field with the same names in another script: those of annotations (`author+an:translit = {1="Yamada, Taro"}`),
 * else those of a field such as `author-original`, which has as many names.
 */
export function withOtherScripts(
	list: NameList,
	entry: Entry,
	field: string,
	annotations: readonly Annotation[],
	commands: UserCommands | undefined,
): NameList {
	const read = (value: string): readonly Name[] => parseNames(value, { commands }).names;
	const annotated = annotations.filter(({ name, item }) => item !== null && isOtherScript(name.toLowerCase()));
	const written = [...entry.fields.values()].find(({ name }) => isFieldOf(name, field));
	if (annotated.length === 0 && !written) return list;
	const others = written ? read(written.value) : [];
	const names = list.names.map((name, index) => {
		const annotation = annotated.find(({ item }) => item === index + 1);
		const other = annotation
			? read(annotation.values.join(', '))[0]
			: others.length === list.names.length
				? others[index]
				: undefined;
		return other ? { ...name, inOtherScript: other } : name;
	});
	return { ...list, names };
}

function isFieldOf(name: string, field: string): boolean {
	return name.startsWith(field) && isOtherScript(name.slice(field.length).replace(/^[-_]/, ''));
}
