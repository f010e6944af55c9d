import { titleWithNotice } from '../../publications/editorial-notices.ts';

/** The fields of a draft with the notice of a publisher in its own field instead of the title: 'RETRACTED: …'. */
export function withNoticeOutOfTitle(fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	const marked = titleWithNotice(fields.get('title') ?? '');
	if (!marked) return fields;
	const { title, kind } = marked;
	const state: readonly [string, string] = kind === 'concern' ? ['concern', 'true'] : ['pubstate', kind];
	return new Map([...fields, ['title', title], ...(fields.has(state[0]) ? [] : [state])]);
}
