import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';

/** The error of a project with this output: the text at its position, its message and its hint. */
async function error(output: string) {
	const lines = ['people: [{ name: "Lovelace, Ada" }]', 'outputs:', `  - { ${output} }`];
	const root = folderWith({ 'papers.bib': '@misc{a, title={A}}', 'bibfolio.yaml': lines.join('\n') });
	const { code, err } = await run(root, ['build']);
	expect([code, err.match(/error:/g)]).toEqual([2, ['error:']]);
	const [, column, message] = /^bibfolio\.yaml:3:(\d+): error: (.*) \[config\/invalid\]$/m.exec(err) ?? [];
	return { text: lines[2]?.slice(Number(column) - 1), message, hint: /^ {2}hint: (.*)$/m.exec(err)?.[1] };
}

const escaped = (text: string) => text.replace(/[{}]/g, '\\$&');

describe('an output with for-each', () => {
	it.each([
		[
			'path: people.html, for-each: person',
			'people.html',
			'Missing placeholder in the path people.html: "for-each" writes several files',
			'Use, for example, "people/{id}.html"',
		],
		[
			'path: "{nmae}.html", for-each: person',
			'{nmae}',
			'Unknown placeholder "{nmae}" for each person',
			'Did you mean "{name}"?',
		],
		[
			'path: "{year}.html", for-each: person',
			'{year}',
			'Unknown placeholder "{year}" for each person',
			'Use one of: {id}, {name}, {value}',
		],
		[
			'path: "{id}.html", for-each: keyword, title: { de: "{nam}" }',
			'{nam}',
			'Unknown placeholder "{nam}" for each keyword',
			'Did you mean "{name}"?',
		],
		[
			'path: "{id}.md", for-each: keyword, front-matter: { a: [{ b: "{nmae}" }] }',
			'{nmae}',
			'Unknown placeholder "{nmae}" for each keyword',
			'Did you mean "{name}"?',
		],
		[
			'path: "{id}.css", for-each: keyword',
			'keyword',
			'Format stylesheet has no list',
			'Remove it; all lists share the file',
		],
		[
			'path: "{id}.html", for-each: person, where: year=2020',
			'year=2020',
			'Condition "year" does not select people',
			expect.stringMatching(/^Use .*role.*; conditions on works belong to the list$/),
		],
		[
			'path: "{id}.html", for-each: person, where: { or: [{ role: member }, { not: { venue: talk } }] }',
			'talk',
			'Condition "venue" does not select people',
			expect.stringContaining('conditions on works belong to the list'),
		],
		[
			'path: "{id}.html", for-each: person, where: colour',
			'colour',
			'Condition "field" does not select people',
			expect.stringContaining('conditions on works belong to the list'),
		],
		[
			'path: "a.md", region: "x y{id}", for-each: keyword',
			'x y{id}',
			'Invalid region "x y{id}"',
			'Use letters, digits, "-", "_" and "."',
		],
	])('may not have %s', async (output, text, message, hint) => {
		expect(await error(output)).toEqual({
			text: expect.stringMatching(new RegExp(`^"?${escaped(text)}`)),
			message,
			hint,
		});
	});

	it('may have words in braces for a site generator', async () => {
		const output = 'path: "{id}.md", for-each: keyword, front-matter: { a: "{{ page.nmae }} {city}" }';
		const root = folderWith({
			'papers.bib': '@misc{a, title={A}, keywords={k}}',
			'bibfolio.yaml': `outputs:\n  - { ${output} }\n`,
		});
		expect((await run(root, ['build'])).code).toBe(0);
	});
});

describe('an output without for-each', () => {
	it.each([
		[
			'path: "people/{id}.html"',
			'people/{id}',
			'Placeholder "{id}" without "for-each"',
			'Add "for-each", such as "for-each: person"',
		],
		[
			'path: a.html, title: "{name}"',
			'{name}',
			'Placeholder "{name}" without "for-each"',
			'Add "for-each", such as "for-each: person"',
		],
		[
			'path: a.html, where: year=2020',
			'year=2020',
			'Key "where" without "for-each"',
			'Move it to a list under "lists", and name that list here',
		],
	])('may not have %s', async (output, text, message, hint) => {
		expect(await error(output)).toEqual({
			text: expect.stringMatching(new RegExp(`^"?${escaped(text)}`)),
			message,
			hint,
		});
	});

	it('may have a title', async () => {
		const root = folderWith({
			'papers.bib': '@misc{a, title={A}}',
			'bibfolio.yaml': 'outputs: [{ path: a.md, title: "My works" }]\n',
		});
		expect((await run(root, ['build', '--stdout'])).out).toContain('## My works');
	});
});
