import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultNameStyle } from '../../src/lists/list-defaults.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { nameParts } from '../../src/render/views/name-parts.ts';
import { work } from '../lists/sample-publication.ts';
import { person } from './sample-person.ts';

const written = fc
	.tuple(
		fc.constantFrom('Müller', 'van der Berg', 'García Márquez', "O'Neill", "d'Alembert", 'Weiß', 'Łukaszewicz', 'Le'),
		fc.constantFrom('', 'Jr.', 'III'),
		fc.uniqueArray(fc.constantFrom('Klaus', 'Robert', 'Özlem', 'Émile', 'A.'), { minLength: 1, maxLength: 3 }),
		fc.constantFrom(' ', '-'),
	)
	.map(([family, suffix, given, joint]) => [family, suffix, given.join(joint)].filter(Boolean).join(', '));

/** Styles whose names a reader can split; a full given name after the family name needs its comma. */
const style = fc
	.record({
		initializeWith: fc.constantFrom(null, ' ', '. ', '.', ''),
		initializeWithHyphen: fc.boolean(),
		sortSeparator: fc.constantFrom(' ', ', ', '\u00a0', '~'),
	})
	.filter(({ initializeWith, sortSeparator }) => initializeWith !== null || sortSeparator === ', ');

it('finds a person by every form of the name that lists print', () => {
	fc.assert(
		fc.property(written, style, fc.boolean(), (author, style, sorted) => {
			const publication = work('article', { author });
			const [name] = publication.contributors.author?.names ?? [];
			const printed = name
				? nameParts(name, sorted, { ...defaultNameStyle, ...style })
						.map(({ text }) => text)
						.join('')
				: '';
			expect(finds(printed, publication), `${printed} finds ${author}`).toBe(true);
		}),
	);
});

it.each([
	['Pellegrini A', 'Rossi, Anna'],
	['Pellegrini A', 'Pellegrini, Bruno'],
	['Pellegrini AM', 'Pellegrini, Anna Bruna'],
	['Li Wei', 'Li, Wei'],
	['Martin Thomas', 'Martin, Thomas'],
])('does not find %s in %s', (printed, author) => {
	expect(finds(printed, work('article', { author }))).toBe(false);
});

it.each([
	['Weinan E', 'E, Weinan'],
	['Dupont Ch', 'Dupont, Charles'],
	['Dupont J-Ch', 'Dupont, Jean-Ch.'],
])('finds %s in %s', (printed, author) => {
	expect(finds(printed, work('article', { author }))).toBe(true);
});

function finds(name: string, publication: Publication): boolean {
	return matchPeople([person(name)]).personsIn(publication).length === 1;
}
