import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileSources } from '../../../src/sources/profiles/profile-sources.ts';
import { safeParse } from '../../../src/text/schema.ts';
import { answer } from './reading.ts';

/** An answer of each source. */
const answers: Readonly<Record<string, string>> = {
	orcid: 'recorded/orcid/works-2020.json',
	dblp: 'answers/dblp-person.xml',
	inspire: 'recorded/inspire/search-articles.json',
	hal: 'recorded/hal/search-article.json',
	arxiv: 'answers/arxiv-author.xml',
	openalex: 'recorded/openalex/list-2026.json',
	'semantic-scholar': 'recorded/semanticscholar/author-papers-page1.json',
};

type Path = readonly (string | number)[];

/** The paths of all values in a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

/** A copy of a value with another one at a path. */
function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
	if (key === undefined) return other;
	const copy: Record<string | number, unknown> = Array.isArray(value)
		? ([...value] as never)
		: { ...(value as object) };
	copy[key] = replaced(copy[key], rest, other);
	return copy;
}

const others = fc.oneof(
	fc.constantFrom(
		null,
		undefined,
		'',
		' ',
		'0',
		'--',
		'{',
		'}',
		'\\',
		'$',
		'%',
		'a and b',
		', ,',
		'others',
		0,
		-1,
		1e9,
		true,
		[],
		{},
	),
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.array(fc.constantFrom(null, '', 'x', 1, {}), { maxLength: 3 }),
	fc.dictionary(fc.constantFrom('#text', 'value', 'name', 'constructor'), fc.constantFrom(null, 'x', 1, [])),
);

describe('An answer with another value anywhere', () => {
	it.each(profileSources.filter(({ name }) => name in answers).map((source) => [source.label, source] as const))(
		'of %s is refused by its schema or read',
		(_, source) => {
			const original = source.parse(answer(answers[source.name] ?? ''));
			const paths = pathsIn(original);
			fc.assert(
				fc.property(
					fc.array(fc.tuple(fc.constantFrom(...paths), others), { minLength: 1, maxLength: 2 }),
					(changes) => {
						const changed = changes.reduce<unknown>((value, [path, other]) => {
							try {
								return replaced(value, path, other);
							} catch {
								return value;
							}
						}, original);
						if (!safeParse(source.schema, changed).success || changed === null) return;
						const page = source.readPage(changed as never, 'https://example.org/?q=x');
						for (const { id, draft } of 'problem' in page ? [] : page.works) {
							expect(typeof id).toBe('string');
							for (const written of draft.fields.values()) expect(typeof written).toBe('string');
						}
					},
				),
				{ numRuns: 60 },
			);
		},
	);
});
