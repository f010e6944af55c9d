import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/publications/publication.ts';
import { authorAgreement, authorsInCommon } from '../../../src/updates/agreement/author-agreement.ts';
import { containerAgreement } from '../../../src/updates/agreement/container-agreement.ts';
import { haveSamePage } from '../../../src/updates/agreement/place-agreement.ts';
import { haveNearlySameTitle, haveSimilarTitle } from '../../../src/updates/agreement/title-agreement.ts';
import { readText } from '../services.ts';

function works(one: string, other: string): readonly [Publication, Publication] {
	const read = [one, other].map((fields) => readText(`@article{a, ${fields}}`).publications[0]);
	return read as [Publication, Publication];
}

describe('Authors', () => {
	it.each([
		['Noether, Emmy', 'Noether, E.', 'all', 'all'],
		['Müller, Ann and van der Waerden, B.', 'Mueller, Ann and Waerden, Bartel van der', 'all', 'all'],
		['Noether, Emmy and others', 'Noether, Emmy and Artin, Emil and Hasse, Helmut', 'all', 'some'],
		['Noether, Emmy', 'Noether, Emmy and Artin, Emil and Hasse, Helmut', 'some', 'some'],
		['Noether, Emmy and Artin, Emil', 'Artin, Emil and Noether, Emmy', 'some', 'all'],
		['García, Ana', 'García Márquez, Ana', 'none', 'all'],
		['Noether, Emmy and {ATLAS Collaboration}', 'Noether, Emmy', 'all', 'all'],
		['Noether, Emmy', 'Artin, Emil', 'none', 'none'],
		['Noether, Emmy', '', 'unknown', 'unknown'],
	])('%s and %s agree: %s, %s', (one, other, accepted, common) => {
		const pair = works(`author = {${one}}`, other === '' ? '' : `author = {${other}}`);
		expect(authorAgreement(...pair)).toBe(accepted);
		expect(authorsInCommon(...pair)).toBe(common);
	});

	it('who are editors at one service are in common', () => {
		expect(authorsInCommon(...works('author = {A, B}, editor = {Noether, E}', 'author = {Noether, E}'))).toBe('some');
	});

	it('of a large collaboration are compared quickly', () => {
		const names = Array.from({ length: 1000 }, (_, index) => `Family${index}, Given`).join(' and ');
		expect(authorAgreement(...works(`author = {${names}}`, `author = {${names}}`))).toBe('all');
	});
});

describe('Containers', () => {
	it.each([
		['journal = {Phys. Rev. Lett.}', 'journal = {Physical Review Letters}', 'same'],
		['journal = {PNAS}', 'journal = {Proceedings of the National Academy of Sciences}', 'same'],
		[
			'journal = {Proc. Natl. Acad. Sci. U. S. A.}',
			'journal = {Proceedings of the National Academy of Sciences}',
			'same',
		],
		[
			'journal = {Proceedings of the National Academy of Sciences of the United States of America}',
			'journal = {PNAS}',
			'same',
		],
		['journal = {X, Y}, issn = {0031-9007}', 'journal = {Physical Review}, issn = {0031-9007}', 'same'],
		['journal = {Physical Review A}', 'journal = {Physical Review B}', 'other'],
		['journal = {Physical Review}', '', 'unknown'],
		['', '', 'none'],
	])('%s and %s are %s', (one, other, agreement) => {
		expect(containerAgreement(...works(one, other))).toBe(agreement);
	});
});

describe('Titles', () => {
	it.each([
		['The theory of rings', 'The theorry of rings', true, true],
		['The theory of rings: part I', 'The theory of rings: part II', false, true],
		['The theory of rings', 'The theory of rings', false, true],
		['The theory of rings', 'A history of fields', false, false],
	])('%s and %s: nearly the same %s, similar %s', (one, other, isNearlySame, isSimilar) => {
		const pair = works(`title = {${one}}`, `title = {${other}}`);
		expect(haveNearlySameTitle(...pair)).toBe(isNearlySame);
		expect(haveSimilarTitle(...pair)).toBe(isSimilar);
	});
});

describe('Pages', () => {
	it.each([
		['volume = {83}, pages = {24--66}', 'volume = {83}, pages = {24}', true],
		['volume = {83}, pages = {24--66}', 'volume = {84}, pages = {24--66}', false],
		['eid = {e0173707}', 'pages = {E0173707}', true],
		['volume = {83}', 'volume = {83}', false],
	])('%s and %s are the same: %s', (one, other, isSame) => {
		expect(haveSamePage(...works(one, other))).toBe(isSame);
	});
});
