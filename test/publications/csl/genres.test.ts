import { expect, it, test } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { readUserCommands } from '../../../src/latex/commands/user-commands.ts';
import { plainText } from '../../../src/latex/plain-text.ts';
import { readLibrary } from '../../../src/library/read-library.ts';
import { genreIn, readGenre } from '../../../src/publications/csl/genres.ts';
import { locale } from '../../render/library.ts';

function genre(type: string, tag: string): string {
	const [entry] = readLibrary([source('a.bib', `@misc{a, type = {${type}}}`)], () => {}).entries;
	const read = entry && readGenre(entry, readUserCommands([], {}));
	const words = read && genreIn(read, (term) => locale(tag).term(term));
	return typeof words === 'string' ? words : plainText(words ?? []);
}

test.each([
	['Invited talk', 'fr', 'conférence invitée'],
	['Ph.D. Thesis', 'fr', 'thèse de doctorat'],
	["Master's thesis", 'de', 'Masterarbeit'],
	['Technical Report', 'ru', 'технический отчёт'],
	['Blog post', 'de', 'Blogbeitrag'],
	['phdthesis', 'en', 'PhD thesis'],
	['Poster', 'es', 'póster'],
	['Etching', 'fr', 'Etching'],
	['Diplomarbeit', 'en', 'Diplomarbeit'],
])('the kind of work %j is in %s %j', (type, tag, words) => {
	expect(genre(type, tag)).toBe(words);
});

it.each(['Ph.D. Thesis', 'Invited Talk', 'white paper', 'Master’s Thesis', 'AUDIO CD'])(
	'%j keeps its spelling in English',
	(type) => {
		expect(genre(type, 'en')).toBe(type);
	},
);
