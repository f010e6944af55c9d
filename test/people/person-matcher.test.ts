import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/people/highlight.ts';
import { isVisible, type Marks, type Person } from '../../src/people/person.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import type { Name } from '../../src/publications/names/name.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { type Marks as Annotations, work } from '../lists/sample-publication.ts';
import { alias, person } from './sample-person.ts';

const table = readFileSync(new URL('./fixtures/names.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('|').map((cell) => cell.trim()));

describe('names in the table', () => {
	it.each(table)('%s | %s | %s | %s', (written, declared, date, answer) => {
		const fields = date === 'undated' ? {} : { date: date ?? '' };
		const paper = work('article', { author: written ?? '', title: 'Heatmaps', ...fields });
		expect(paper.contributors.author?.names).toHaveLength(1);
		expect(matchPeople([declare(declared ?? '')]).personsIn(paper).length > 0 ? 'yes' : 'no').toBe(answer);
	});
});

describe('several people', () => {
	const robert = person('Müller, Klaus-Robert', { role: 'owner' });
	const karin = person('Müller, Karin', { role: 'member' });

	it('get their own marks in one list', () => {
		const paper = work('article', { author: 'Müller, Klaus-Robert and Samek, W. and Müller, Karin', date: '2020' });
		expect(marked(paper, [robert, karin])).toEqual(['Müller Klaus-Robert: owner', 'Müller Karin: member']);
	});

	it('leave an ambiguous name unmarked', () => {
		const paper = work('article', { author: 'Müller, K. and Samek, W.', date: '2020' });
		expect(marked(paper, [robert, karin])).toEqual([]);
		expect(matchPeople([robert, karin]).matches(paper)[0]?.rivals).toEqual([robert, karin]);
	});

	it('match by the closest agreement', () => {
		expect(marked(work('article', { author: 'Müller, K.-R.' }), [karin, robert])).toEqual(['Müller K.-R.: owner']);
		expect(marked(work('article', { author: 'Müller, Klaus' }), [karin, robert])).toEqual(['Müller Klaus: owner']);
	});

	it('match by an identical alias', () => {
		const short = { ...robert, aliases: [alias('Müller, K.')] };
		expect(marked(work('article', { author: 'Müller, K.' }), [karin, short])).toEqual(['Müller K.: owner']);
	});

	it('match by the dates of the role', () => {
		const later = person('Müller, Karin', { role: 'member', from: '2021' });
		expect(marked(work('article', { author: 'Müller, K.', date: '2020' }), [later, robert])).toEqual([
			'Müller K.: owner',
		]);
	});

	it('leave a shared family name unmarked', () => {
		const paper = work('article', { author: 'Müller and Samek, W.' });
		expect(marked(paper, [robert, karin])).toEqual([]);
		expect(marked(paper, [robert])).toEqual(['Müller : owner']);
	});

	it('get only the closest of several names marked', () => {
		const paper = work('article', { author: 'Wang, Y. and Wang, Yu and Wang, Yang' });
		expect(marked(paper, [person('Wang, Yu')])).toEqual(['Wang Yu: owner']);
	});

	it('match with their particle first', () => {
		const hugo = person('do Nascimento, Hugo A. D.', { role: 'owner' });
		const helena = person('Nascimento, Helena A. D.', { role: 'member' });
		const paper = work('article', { author: 'Nascimento, H. A. D. and do Nascimento, H. A. D.' });
		expect(marked(paper, [hugo, helena])).toEqual(['Nascimento H. A. D.: member', 'Nascimento H. A. D.: owner']);
		expect(marked(paper, [hugo])).toEqual(['Nascimento H. A. D.: owner']);
	});

	it('leave a name in braces unmarked that agrees with several', () => {
		const people = [person('Islam, Bashima'), person('Islam, Babar', { role: 'member' })];
		expect(marked(work('article', { author: '{B. Islam}' }), people)).toEqual([]);
		expect(marked(work('article', { author: '{Bashima Islam}' }), people)).toHaveLength(1);
	});

	it('get both of two equal names marked', () => {
		const paper = work('article', { author: 'Wang, Y. and Wang, Y.' });
		expect(marked(paper, [person('Wang, Yu')])).toHaveLength(2);
	});
});

describe('ORCID iDs', () => {
	const paper = work('article', { author: 'Lapuschkin, S. and Samek, W.' });
	const [name] = paper.contributors.author?.names ?? [];
	const withOrcid = (orcid: string, family = 'Lapuschkin'): Publication => ({
		...paper,
		contributors: { author: { names: [{ ...(name as Name), family, orcid }], etAl: false } },
	});
	const declared = person('Lapuschkin, Sebastian', { orcid: '0000-0002-0762-7258' });

	it('match regardless of the name', () => {
		expect(matchPeople([declared]).personsIn(withOrcid('0000-0002-0762-7258', 'Lapushkin'))).toEqual([declared]);
		expect(matchPeople([declared]).personsIn(withOrcid('https://orcid.org/0000-0002-0762-7258', 'L'))).toEqual([
			declared,
		]);
	});

	it('exclude people with a different one', () => {
		expect(matchPeople([declared]).personsIn(withOrcid('0000-0001-5109-3700'))).toEqual([]);
	});

	it('do not matter for a person declared without one', () => {
		const plain = person('Lapuschkin, Sebastian');
		expect(matchPeople([plain]).personsIn(withOrcid('0000-0001-5109-3700'))).toEqual([plain]);
	});

	it('distinguish people with the same name', () => {
		const other = person('Lapuschkin, Stefan', { orcid: '0000-0001-5109-3700' });
		expect(matchPeople([declared, other]).personsIn(withOrcid('0000-0001-5109-3700'))).toEqual([other]);
	});
});

describe('roles', () => {
	const student = person('Weber, Leander', { role: 'student', from: '2019-10', to: '2021-09-30' });
	const byYear = (date: string) => marked(work('article', { author: 'Weber, L.', date }), [student]);

	it('mark publications from the first to the last day', () => {
		expect(byYear('2019')).toEqual(['Weber L.: student']);
		expect(byYear('2019-10')).toEqual(['Weber L.: student']);
		expect(byYear('2021-09-30')).toEqual(['Weber L.: student']);
		expect(byYear('2021-10-01')).toEqual([]);
		expect(byYear('2019-09')).toEqual([]);
	});

	it('do not affect matching after they end', () => {
		const paper = work('article', { author: 'Weber, L.', date: '2022' });
		expect(matchPeople([student]).personsIn(paper)).toEqual([student]);
	});

	it('use the date of a talk without another date', () => {
		const talk = work('talk', { author: 'Weber, L.', title: 'Beyond Explaining', eventdate: '2022-06-24' });
		expect(marked(talk, [student])).toEqual([]);
	});

	it('mark editors, too', () => {
		expect(marked(work('proceedings', { editor: 'Weber, L.', date: '2020' }), [student])).toEqual([
			'Weber L.: student',
		]);
	});
});

describe('annotations', () => {
	const mark = (words: Annotations) =>
		marked(work('article', { author: 'Lapuschkin, S. and Samek, W.' }, words), [person('Lapuschkin, S.')]);

	it('mark names of undeclared people', () => {
		expect(mark({ author: [[2, 'highlight']] })).toEqual(['Lapuschkin S.: owner', 'Samek W.: highlight']);
	});

	it('come after the mark of the person', () => {
		expect(mark({ author: [[1, 'corresponding', 'equal']] })).toEqual(['Lapuschkin S.: owner corresponding equal']);
	});

	it('mean the same in every spelling', () => {
		expect(mark({ author: [[2, 'equalcontrib', '*', 'cofirst']] })[1]).toBe('Samek W.: equal');
		expect(mark({ author: [[2, 'Corresponding Author']] })[1]).toBe('Samek W.: corresponding');
	});

	it('are merged with the role of the person', () => {
		expect(mark({ author: [[1, 'self', 'owner']] })).toEqual(['Lapuschkin S.: owner']);
	});

	it('without letters are ignored', () => {
		expect(mark({ author: [[2, '???']] })).toEqual(['Lapuschkin S.: owner']);
	});
});

describe('person look-up', () => {
	const owner = person('Lapuschkin, Sebastian', {
		id: 'sl',
		orcid: '0000-0002-0762-7258',
		aliases: [alias('Bach, Sebastian')],
	});
	const matcher = matchPeople([owner, person('Müller, Klaus-Robert'), person('Müller, Karin')]);

	it.each(['sl', 'SL', 'Lapuschkin, S', 'Sebastian Lapuschkin', 'lapuschkin', 'Bach, S.', '0000-0002-0762-7258'])(
		'finds %s',
		(words) => expect(matcher.find(words)).toBe(owner),
	);

	it('finds neither ambiguous nor undeclared names', () => {
		expect(matcher.find('Müller, K.')).toBeNull();
		expect(matcher.find('Samek, W.')).toBeNull();
		expect(matcher.find('')).toBeNull();
	});
});

it('returns the same marks for the same publication', () => {
	const people = [person('Lapuschkin, Sebastian')];
	const paper = work('article', { author: 'Lapuschkin, S.' });
	expect(marksOf(paper, people)).toBe(marksOf(paper, people));
});

it('reads names of any length', () => {
	const long = 'a'.repeat(100_000);
	const paper = work('article', { author: `${'van '.repeat(5000)}${long}, ${'A. '.repeat(5000)}` });
	expect(matchPeople([person('Lapuschkin, Sebastian'), person(`X ${long}`)]).personsIn(paper)).toEqual([]);
});

function marksOf(publication: Publication, people: readonly Person[]): Marks {
	return highlight([], { people, peopleSelectors: new Map() }, () => {}).marksOf(publication);
}

function marked(publication: Publication, people: readonly Person[]): string[] {
	return [...marksOf(publication, people)].flatMap(([name, all]) => {
		const visible = all.filter(isVisible).map(({ kind }) => kind);
		return visible.length > 0 ? `${name.family} ${name.given}: ${visible.join(' ')}` : [];
	});
}

/** 'Family, Given; Alias from..to' */
function declare(words: string): Person {
	const [name = '', ...aliases] = words.split(';').map((each) => each.trim());
	return person(name, {
		aliases: aliases.map((each) => {
			const [, text = each, from, to] = /^(.*?)\s+([\d-]*)\.\.([\d-]*)$/.exec(each) ?? [];
			return alias(text, from || null, to || null);
		}),
	});
}
