import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationText } from '../../../src/cli/survey/configuration.ts';
import { newLibraryText } from '../../../src/cli/survey/new-library.ts';
import { source } from '../../../src/diagnostics/source.ts';
import { splitBlocks } from '../../../src/library/syntax/blocks.ts';
import { checkProjectFile } from '../../../src/project/project-schema.ts';
import { parseYaml } from '../../../src/text/yaml.ts';

const words = fc
	.string({ unit: 'grapheme', minLength: 1 })
	.filter((text) => text.trim() === text && !/[\r\n]/.test(text));

describe('a new bibfolio.yaml', () => {
	it('contains the answers, for any names and paths', () => {
		fc.assert(
			fc.property(
				fc.array(words, { minLength: 1, maxLength: 3 }),
				fc.option(words),
				fc.array(words, { maxLength: 2 }),
				words,
				fc.array(words, { maxLength: 3 }),
				(library, owner, aliases, path, texts) => {
					const text = configurationText({
						...{ schema: './schema.json', library, people: texts, locale: null, grouping: 'venue' as const },
						owner: owner === null ? null : { name: owner, aliases, orcid: null },
						outputs: [{ path, format: 'html', use: 'Include it' }],
						moved: {
							...{ tool: 'a tool', notes: texts },
							settings: [{ key: 'private-fields', comment: path, value: texts }],
							lists: texts.length ? [{ id: path, comment: path, value: { sort: texts, where: { key: texts } } }] : [],
						},
					});
					const problems: unknown[] = [];
					const value = parseYaml(
						source('bibfolio.yaml', text),
						(problem) => problems.push(problem),
						'config/syntax',
					)?.value;
					expect(problems).toEqual([]);
					expect(checkProjectFile(value)).toHaveProperty('file');
					expect(value).toEqual({
						library: library.length === 1 ? library[0] : library,
						...((owner !== null || texts.length > 0) && {
							people: [
								...(owner === null
									? []
									: [{ name: owner, ...(texts.length && { role: 'owner' }), ...(aliases.length && { aliases }) }]),
								...texts,
							],
						}),
						'private-fields': texts,
						...(texts.length && { lists: { [path]: { sort: texts, where: { key: texts } } } }),
						outputs: [{ path, format: 'html' }],
					});
				},
			),
		);
	});
});

describe('a new library', () => {
	it('contains no entry that BibTeX or biber would read', () => {
		expect(newLibraryText).not.toContain('@');
		expect(splitBlocks(source('a.bib', newLibraryText)).map(({ kind }) => kind)).toEqual(['junk']);
	});
});
