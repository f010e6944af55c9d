import { expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { projectSchema } from '../../src/project/project.ts';
import { checkProjectFile } from '../../src/project/project-schema.ts';
import { exampleFor, settingExamples } from '../../src/project/setting-examples.ts';
import { parseYaml } from '../../src/text/yaml.ts';

const topLevel = Object.keys((projectSchema() as { properties: object }).properties).filter((key) => key !== '$schema');

it.each(topLevel)('has a valid example of %s', (key) => {
	expect(isValid(`${key}: ${settingExamples[key]}`)).toBe(true);
});

it.each(Object.keys(settingExamples).filter((key) => !topLevel.includes(key)))('has a valid example of %s', (key) => {
	const setting = `${key}: ${settingExamples[key]}`;
	const places = [
		`lists: { a: { ${setting} } }`,
		`lists: { a: { where: { ${setting} } } }`,
		`people: [{ ${setting} }]`,
		`people: [{ name: "Doe, Jane", ${setting} }]`,
		`outputs: [{ ${setting} }]`,
		`outputs: [{ path: a.md, ${setting} }]`,
	];
	expect(places.some(isValid)).toBe(true);
});

it.each([
	[['people'], 'Roe, Richard', 'people: ["Roe, Richard"]'],
	[['people'], { name: 'Roe' }, `people: ${settingExamples['people']}`],
	[['people', 0], [], `people: ${settingExamples['people']}`],
	[['lists', 'talks'], 'year', `lists: ${settingExamples['lists']}`],
	[['lists', 'talks', 'sections', 0, 'sort'], {}, 'sort: [-year, title]'],
	[['lists', 'talks', 'limit'], 'ten', null],
	[['unknown'], 3, null],
])('gives an example for %j', (path, found, example) => {
	expect(exampleFor(path, found)).toBe(example);
});

function isValid(text: string): boolean {
	return 'file' in checkProjectFile(parseYaml(source('bibfolio.yaml', text), () => {}, 'config/syntax')?.value);
}
