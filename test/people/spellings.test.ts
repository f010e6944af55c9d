import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight } from '../../src/people/highlight.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import { work } from '../lists/sample-publication.ts';
import { person } from './sample-person.ts';

const families = [
	'Müller',
	'van der Berg',
	'García Márquez',
	'Ekstrøm',
	'Höhne',
	'Weiß',
	'O’Neil',
	'Le',
	'Łukaszewicz',
];
const givens = ['Sebastian', 'Klaus', 'Özlem', 'Jürgen', 'Anna', 'Maria', 'Åsa', 'Émile'];

const declared = fc.record({
	family: fc.constantFrom(...families),
	given: fc.uniqueArray(fc.constantFrom(...givens), { minLength: 1, maxLength: 3 }),
	joint: fc.constantFrom(' ', '-'),
});

/** Variations that do not change whose name it is. */
const spelling = fc.record({
	kept: fc.integer({ min: 1, max: 3 }),
	initials: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
	dots: fc.constantFrom('.', ''),
	joint: fc.constantFrom(' ', '-', '~'),
	letters: fc.constantFrom<(text: string) => string>(
		(text) => text,
		(text) => text.toUpperCase(),
		(text) => text.normalize('NFD'),
		(text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
		(text) => text.replace(/[äöüø]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' })[letter] ?? letter),
		(text) => text.replace(/[äöü]/g, (letter) => `{\\"${letter.normalize('NFD').charAt(0)}}`),
	),
	comma: fc.boolean(),
});

it('matches a person in every spelling', () => {
	fc.assert(
		fc.property(
			declared,
			spelling,
			({ family, given, joint }, { kept, initials, dots, joint: between, letters, comma }) => {
				const short = given
					.slice(0, kept)
					.map((name, index) => (initials[index] ? `${name.charAt(0)}${dots}` : name))
					.join(between);
				const author = letters(comma ? `${family}, ${short}` : `${short} ${family}`);
				const declaredPerson = person(`${family}, ${given.join(joint)}`);
				expect(matchPeople([declaredPerson]).personsIn(work('article', { author }))).toEqual([declaredPerson]);
			},
		),
	);
});

it('does not match a given name with another first letter', () => {
	fc.assert(
		fc.property(declared, fc.constantFrom(...givens), fc.boolean(), ({ family, given, joint }, other, short) => {
			const [first = ''] = given;
			fc.pre(first.normalize('NFD').charAt(0) !== other.normalize('NFD').charAt(0));
			const author = `${family}, ${short ? `${other.charAt(0)}.` : other}`;
			expect(matchPeople([person(`${family}, ${given.join(joint)}`)]).personsIn(work('article', { author }))).toEqual(
				[],
			);
		}),
	);
});

it('accepts any name', () => {
	const text = fc.string({ unit: fc.constantFrom(...'aB.,-~{}\\"\' |*é山') });
	fc.assert(
		fc.property(text, text, (author, name) => {
			const highlights = highlight([], { people: [person(name)], peopleSelectors: new Map() }, () => {});
			expect(highlights.marksOf(work('article', { author })).size).toBeGreaterThanOrEqual(0);
		}),
	);
});
