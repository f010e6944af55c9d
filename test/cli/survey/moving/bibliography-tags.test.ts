import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { scholarTags } from '../../../../src/cli/survey/moving/bibliography-tags.ts';
import { folderWith } from '../../../folder.ts';

const tagsIn = (text: string, path = '_includes/a.html') => scholarTags(scanFolder(folderWith({ [path]: text })));
const listsIn = (text: string) =>
	tagsIn(text).lists.map(({ line, written, options, groupField }) => [
		line,
		written,
		...[...options].map(([name, values]) => `${name}=${values.join(';')}`),
		...(groupField === null ? [] : [`in groups of ${groupField}`]),
	]);

describe('a tag of jekyll-scholar', () => {
	it.each([
		['{% bibliography %}', []],
		['{%- bibliography -f papers -%}', ['file=papers']],
		['{% bibliography --file a.bib --file b.bib %}', ['file=a.bib;b.bib']],
		['{% bibliography -q @*[year=2020 && abbr=A]* -m 5 %}', ['query=@*[year=2020 && abbr=A]*', 'max=5']],
		['{% bibliography --query "@*[selected=true]" -T bib2 %}', ['query=@*[selected=true]', 'template=bib2']],
		['{% bibliography -g none -G descending %}', ['group_by=none', 'group_order=descending']],
		['{%bibliography --cited%}', ['cited=']],
	])('has its options: %s', (tag, options) => expect(listsIn(`a\n${tag}\n`)).toEqual([[2, tag, ...options]]));

	it('is replaced with a loop over the values of a field', () => {
		const loop =
			'{% for y in page.years %}\n<h2>{{y}}</h2>\n{% bibliography -f papers -q @*[year={{y}}]* %}\n{% endfor %}';
		expect(listsIn(`a\n${loop}\nb`)).toEqual([[2, loop, 'file=papers', 'query=@**', 'in groups of year']]);
		const more =
			'{%- for y in (2018..now) reversed -%}{%bibliography -q @article[abbr=A && year={{ y }}] %}{%- endfor -%}';
		expect(listsIn(more)).toEqual([[1, more, 'query=@article[abbr=A]', 'in groups of year']]);
	});

	it('stays alone if the loop does more', () => {
		const tag = '{% bibliography -q @*[year={{y}}] %}';
		expect(listsIn(`{% for y in x %}{% if y %}${tag}{% endif %}{% endfor %}`)).toEqual([
			[1, tag, 'query=@*[year={{y}}]'],
		]);
		expect(listsIn(`{% for z in x %}${tag}{% endfor %}`)).toEqual([[1, tag, 'query=@*[year={{y}}]']]);
	});

	it('is ignored in text that Liquid does not read, and in files without front matter', () => {
		expect(listsIn('{% raw %}{% bibliography %}{% endraw %}{% comment %}{% bibliography %}{% endcomment %}')).toEqual(
			[],
		);
		expect(tagsIn('{% bibliography %}', 'README.md').lists).toEqual([]);
		expect(tagsIn('---\ntitle: a\n---\n{% bibliography %}', '_pages/a.md').lists).toHaveLength(1);
	});

	it('may be another one', () => {
		expect(tagsIn('{% cite a %}\n{% bibliography_count %}').others).toEqual([
			{ name: 'cite', file: '_includes/a.html', line: 1 },
			{ name: 'bibliography_count', file: '_includes/a.html', line: 2 },
		]);
	});
});
