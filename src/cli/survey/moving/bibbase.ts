import { basename } from 'node:path/posix';
import type { ListFile } from '../../../project/project-file.ts';
import { freeNames } from '../../../text/free-names.ts';
import { valueIn } from '../../../text/value-in.ts';
import type { Folder } from '../folder.ts';
import { whereOf } from './bibtex-query.ts';
import { type MovedList, type MovedPart, type MovedSettings, noSettings, type Setting } from './moved-settings.ts';

const element =
	/<script\b[^<>]*?\bsrc\s*=\s*(["'])((?:https?:)?\/\/(?:www\.)?bibbase\.org\/show\?[^"']*)\1[^>]*>\s*<\/script>|<iframe\b[^<>]*?\bsrc\s*=\s*(["'])((?:https?:)?\/\/(?:www\.)?bibbase\.org\/show\?[^"']*)\3[^>]*>[^<]*<\/iframe>/gi;

/** Reads the options of BibBase's script or frame in pages: `bibbase.org/show?bib=…&group0=type`. Null without one. */
export function bibBase(folder: Folder): MovedSettings | null {
	const found = folder.files
		.filter((file) => /\.(?:html?|md|markdown|php|liquid)$/i.test(file))
		.flatMap((file) => {
			const text = folder.text(file);
			return [...text.matchAll(element)].map((match) => ({
				file,
				text,
				match,
				query: queryOf(match[2] ?? match[4] ?? ''),
			}));
		});
	if (found.length === 0) return null;
	const notes: string[] = [];
	const library: string[] = [];
	const lists: MovedList[] = [];
	const freeId = freeNames((id) => lists.some((list) => list.id === id));
	const replacements = found.flatMap(({ file, text, match: { index, 0: written }, query }): MovedPart[] => {
		const line = text.slice(0, index).split('\n').length;
		const place = `${file}:${line}`;
		const { list, problems } = listOf(query);
		notes.push(...problems.map((problem) => `${place}: ${problem}`));
		const source = query.get('bib') ?? '';
		const name = basename(source.replace(/[?#].*$/, ''));
		const path = folder.files.find((other) => basename(other) === name && /\.bib$/i.test(name));
		if (path === undefined) notes.push(`${place}: download ${source} to this folder, and name it under "library"`);
		else if (!library.includes(path)) library.push(path);
		const existing = lists.find(({ value }) => JSON.stringify(value) === JSON.stringify(list));
		const id = existing?.id ?? freeId('publications');
		if (!existing) lists.push({ id, value: list, comment: `BibBase in ${place}` });
		const write = (lines: readonly string[]) => lines.join('\n');
		return [{ file, line, start: index, end: index + written.length, written, list: id, write }];
	});
	const names: Setting = {
		key: 'names',
		comment: 'fullnames=1: given names in full before family names.',
		value: { 'name-as-sort-order': 'none', 'initialize-with': null },
	};
	const settings = found.some(({ query }) => query.get('fullnames') === '1') ? [names] : [];
	return { ...noSettings, tool: 'BibBase', library, lists, replacements, settings, notes };
}

function queryOf(address: string): URLSearchParams {
	return new URLSearchParams(address.replace(/^[^?]*\?/, '').replaceAll('&amp;', '&'));
}

/** Options that concern only the look or the service. */
const cosmetic = [
	...['bib', 'jsonp', 'msg', 'theme', 'css', 'commas', 'nocache', 'noBootstrap', 'fullnames', 'folding', 'showSearch'],
	...['hidemenu', 'titleLinks', 'show', 'owner', 'proxy', 'host', 'authorFirst', 'noTitleLinks', 'simplegroups'],
];

const groupKeys: Readonly<Record<string, string>> = {
	keywords: 'keyword',
	author_short: 'author',
	bibtype: 'venue',
	type: 'venue',
	none: '',
};

function listOf(query: URLSearchParams): { list: ListFile; problems: string[] } {
	const problems: string[] = [];
	const groups = ['groupby', 'group0', 'group1'].flatMap((name) => {
		const key = query.get(name) ?? '';
		return (valueIn(groupKeys, key) ?? key) || [];
	});
	// BibBase groups by year unless an empty option switches it off.
	const isUngrouped = [query.get('groupby'), query.get('group0')].some((key) => key === '' || key === 'none');
	const filter = query.get('filter') ?? '';
	const translated = filter === '' ? { where: null } : whereOf(`@*[${conditionsOf(filter)}]`);
	if ('problem' in translated) problems.push(`filter=${filter}: ${translated.problem}`);
	const where = 'where' in translated ? translated.where : null;
	const limit = Number(query.get('limit') ?? 0);
	for (const name of query.keys())
		if (!['groupby', 'group0', 'group1', 'filter', 'limit', ...cosmetic].includes(name))
			problems.push(`the option ${name}=${query.get(name)} of BibBase has no counterpart`);
	return {
		list: {
			...(where !== null && { where }),
			'group-by': groups.length ? groups : isUngrouped ? [] : 'year',
			number: 'none',
			...(limit > 0 && { limit }),
		},
		problems,
	};
}

/** 'title:Time,year:(2016|2018)' as conditions of BibTeX-Ruby, with regular expressions. */
function conditionsOf(filter: string): string {
	return filter
		.split(/,(?=\w+:)/)
		.map((part) => {
			const [, field = '', value = ''] = /^(\w+):(.*)$/s.exec(part) ?? [];
			const expression = value.replace(/^\((.*)\)$/, '$1');
			return field === '' ? part : `${field.replace(/^authors$/, 'author')}~=${expression}`;
		})
		.join(' && ');
}
