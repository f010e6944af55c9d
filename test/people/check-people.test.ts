import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkPeople } from '../../src/people/check-people.ts';
import type { Person } from '../../src/people/person.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import { work } from '../lists/sample-publication.ts';
import { alias, person } from './sample-person.ts';

const owner = person('Lapuschkin, Sebastian', { aliases: [alias('Bach, Sebastian')] });

describe('an alias', () => {
	it('that matches nothing is reported', () => {
		expect(found([owner], ['Lapuschkin, S. and Bach, Alexander'])).toContain(
			'people/unmatched-alias: The name “Bach, Sebastian” of Lapuschkin, Sebastian matches no name in the library',
		);
	});

	it('is not reported where the name itself would have matched as well', () => {
		const twice = person('Lapuschkin, Sebastian', { aliases: [alias('Lapuschkin, S.')] });
		expect(found([twice], ['Lapuschkin, Sebastian'])).toEqual([]);
	});

	it('is not reported where it matches only outside its dates', () => {
		const early = person('Lapuschkin, Sebastian', { aliases: [alias('Bach, Sebastian', null, '2010')] });
		expect(found([early], ['Bach, S.', 'Lapuschkin, S.'])).toEqual([]);
	});
});

describe('a person', () => {
	it('whom nobody is called is reported', () => {
		expect(found([person('Lapuskin, Sebastian')], ['Samek, W.'])).toEqual([
			'people/unmatched-alias: “Lapuskin, Sebastian” matches no name in the library',
		]);
	});

	it('found under an alias alone is not', () => {
		expect(found([owner], ['Bach, S.'])).toEqual([]);
	});

	it('is not looked for where nobody is declared', () => {
		expect(found([], ['Samek, W.'])).toEqual([]);
	});
});

describe('a name nearly matches', () => {
	const near = (author: string, declared = 'Lapuschkin, Sebastian') =>
		found([person(declared)], [author, declared]).map((message) => message.replace(/^.*: /, ''));

	it.each([
		['Lapuschkim, Sebastian', 'the family name differs by a letter or two'],
		['Lapushkin, S.', 'the family name differs by a letter or two'],
		['Lapsuchkin, S.', 'the family name differs by a letter or two'],
		['Sebastian, Lapuschkin', 'family and given names seem to be swapped'],
		['Lapuschkin S', 'family and given names seem to be swapped'],
		['Lapuschkin, Sebastain', 'the given name differs by a letter or two, or is cut short'],
		['Lapuschkin, Seb', 'the given name differs by a letter or two, or is cut short'],
		['Lapuschkin, T.', 'the initial is another'],
	])('%s', (author, reason) => expect(near(author)).toEqual([reason]));

	it('where a particle or a second family name is missing', () => {
		expect(near('Luxburg, U.', 'von Luxburg, Ulrike')).toEqual(['a part of the family name is missing']);
		expect(near('García, G.', 'García Márquez, Gabriel')).toEqual(['a part of the family name is missing']);
	});

	it.each([
		['Samek, Sebastian', 'Lapuschkin, Sebastian'],
		['Lapuschkin, Alexander', 'Lapuschkin, Sebastian'],
		['Li, Wei', 'Lu, Wei'],
		['Bauer, J.', 'Maier, Jonas'],
		['{Lapuschkin Lab}', 'Lapuschkin, Sebastian'],
	])('but %s is not %s', (author, declared) => expect(near(author, declared)).toEqual([]));

	it('but another initial of a family name that several have is somebody else', () => {
		expect(found([person('Müller, Klaus-Robert')], ['Müller, K.', 'Müller, T.', 'Müller, Anna'])).toEqual([]);
	});

	it('once for a spelling, with the places', () => {
		const works = ['Lapushkin, S.', 'Lapushkin, S.', 'Lapuschkin, S.'].map((author) => work('article', { author }));
		const [one, ...others] = check([person('Lapuschkin, Sebastian')], works);
		expect(others).toEqual([]);
		expect(one?.message).toContain('“Lapushkin, S.” (2 times)');
		expect(one?.span).toBe(works[0]?.entry.fields.get('author')?.span);
		expect(one?.related).toHaveLength(1);
	});
});

it('a name that several people answer to is reported', () => {
	const two = [person('Müller, Klaus-Robert'), person('Müller, Karin')];
	expect(found(two, ['Müller, K.', 'Müller, Karin', 'Müller, Klaus'])).toEqual([
		'people/near-match: “Müller, K.” matches “Müller, Klaus-Robert” and “Müller, Karin” alike, and is marked for neither',
	]);
});

function check(people: readonly Person[], works: readonly ReturnType<typeof work>[]): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	checkPeople(people, works, matchPeople(people), (each) => diagnostics.push(each));
	return diagnostics;
}

function found(people: readonly Person[], authors: readonly string[]): string[] {
	const works = authors.map((author) => work('article', { author, date: '2015' }));
	return check(people, works).map(({ code, message }) => `${code}: ${message}`);
}
