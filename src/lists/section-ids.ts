import { fold } from '../text/fold.ts';
import type { LocalText } from './list.ts';

interface Heading {
	readonly id: string | null;
	readonly title: LocalText | null;
	readonly term: string | null;
}

/**
 * Makes the ids of a list's sections: the id asked for, else the heading in [a-z0-9-] after its parent's id; a number
 * is added to what is taken. A title in several languages gives the id of its English words, so that links stay.
 */
export function sectionIds(listId: string): (heading: Heading, parent: string | null) => string {
	const taken = new Set<string>();
	return ({ id, title, term }, parent) => {
		const { en, ...others } = typeof title === 'string' ? { en: title } : (title ?? {});
		const words = en ?? Object.values(others)[0];
		const own = clean(id ?? '') || clean(words ?? term ?? '') || (words || term || parent ? 'section' : clean(listId));
		const wanted = id || parent === null ? own || 'list' : `${parent}-${own}`;
		let unique = wanted;
		for (let next = 2; taken.has(unique); next++) unique = `${wanted}-${next}`;
		taken.add(unique);
		return unique;
	};
}

function clean(words: string): string {
	return fold(words)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
