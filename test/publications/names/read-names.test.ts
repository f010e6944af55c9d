import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/library/entry.ts';
import type { NameCorrection } from '../../../src/publications/names/name-report.ts';
import { parseNames } from '../../../src/publications/names/read-names.ts';
import { readSections, readTable, showNames } from './name-table.ts';

function issuesOf(value: string): string[] {
	const issues: string[] = [];
	parseNames(value, {}, (code) => issues.push(code));
	return issues;
}

/** The value with all corrections that are reported, until there are none; null if one cannot be applied. */
function correctedList(value: string): string | null {
	let text = value;
	for (let round = 0; round < 9; round++) {
		const corrections: NameCorrection[] = [];
		let isComplete = true;
		parseNames(text, {}, (_code, _message, _hint, list = []) => {
			isComplete &&= list.length > 0;
			corrections.push(...list.slice(0, 1));
		});
		const [first] = corrections;
		if (!isComplete || (first && !text.includes(first.written))) return null;
		if (!first) return text;
		text = text.replace(first.written, () => first.corrected);
	}
	return text;
}

/** Names and their reports. */
function read(value: string) {
	const reports: string[] = [];
	return { ...parseNames(value, {}, (code, message) => reports.push(`${code}: ${message}`)), reports };
}

describe('names, split as in BibTeX and biber', () => {
	it.each(readTable(new URL('fixtures/names.txt', import.meta.url)))('%s', (value, expected) => {
		expect(showNames(parseNames(value))).toBe(expected);
		expect(issuesOf(value).filter((code) => code === 'name/comma-list')).toEqual([]);
	});
});

describe('a list without "and", repaired and reported', () => {
	it.each(readTable(new URL('fixtures/name-lists.txt', import.meta.url)))('%s', (value, expected) => {
		expect(showNames(parseNames(value))).toBe(expected);
		expect(issuesOf(value).filter((code) => code === 'name/comma-list')).toEqual(['name/comma-list']);
	});

	it('suggests the correct list', () => {
		let hint: string | undefined;
		parseNames('Lovelace, A., Hopper, G., Noether, E., Curie, M.', {}, (_code, _message, text) => {
			hint = text;
		});
		expect(hint).toBe('Write "Lovelace, A. and Hopper, G. and Noether, E. and …"');
	});
});

describe.each(['order-of-parts', 'other-ands', 'organizations', 'one-comma', 'braces', 'vietnamese', 'hyphens'])(
	'repairs: %s',
	(name) => {
		describe.each(readSections(new URL(`fixtures/repairs/${name}.txt`, import.meta.url)))(
			'$title',
			({ title, rows }) => {
				it.each(rows)('%s', (value, expected) => {
					expect(showNames(parseNames(value))).toBe(expected);
					expect(issuesOf(value).length > 0).toBe(title !== 'Unchanged');
				});
			},
		);

		it('are not repaired again', () => {
			const [{ rows } = { rows: [] }] = readSections(new URL(`fixtures/repairs/${name}.txt`, import.meta.url));
			for (const [value] of rows) {
				const corrected = correctedList(value);
				if (corrected === null) continue;
				expect([corrected, issuesOf(corrected)]).toEqual([corrected, []]);
				expect([value, showNames(parseNames(corrected))]).toEqual([value, showNames(parseNames(value))]);
			}
		});
	},
);

describe('text that does not look like a name, kept and reported', () => {
	it.each([
		['World Health Organization', '«World Health Organization»'],
		['ATLAS Collaboration', '«ATLAS Collaboration»'],
		['Department of Physics, Room 3, Bonn', '«Department of Physics, Room 3, Bonn»'],
		['Johnson & Sons', '«Johnson & Sons»'],
		['Hopper GM', 'Hopper | | GM |'],
		['Hopper G. M.', 'G. M. | | Hopper |'],
		['Noether, E and Hopper G and Curie, M', 'E | | Noether | ; G | | Hopper | ; M | | Curie |'],
		['Noether, E. A. and de Hopper GM', 'E. A. | | Noether | ; GM | de | Hopper |'],
		['van der Waals J.D.', 'J.D. | van der | Waals |'],
		['Jiménez Celorrio Yu.-A.', 'Yu.-A. | | Jiménez Celorrio |'],
		['Ada Lovelace ada@example.org', 'Ada | | Lovelace |'],
		['Lovelace, Ada <ada@example.org>', 'Ada | | Lovelace |'],
		['Lovelace, Ada (ada\\_l@example.org) and {Grace Hopper <g@example.org>}', 'Ada | | Lovelace | ; «Grace Hopper»'],
		['ada@example.org, Grace Hopper', 'Grace | | Hopper |'],
		['Hopper, Grace and ada&#64;example.org', 'Grace | | Hopper |'],
		['ada lovelace', '| ada | lovelace |'],
		["Kr\\'ol, Michaundefined", 'Michaundefined | | Król |'],
		['{Lovelace, Ada and Hopper, Grace}', 'Ada | | Lovelace | ; Grace | | Hopper |'],
		['Ada Lovelace (Hrsg.) and Hopper, Grace (ed.)', 'Ada | | Lovelace | ; Grace | | Hopper |'],
	])('%s', (value, expected) => {
		expect(showNames(parseNames(value))).toBe(expected);
		expect(issuesOf(value)).toEqual(['name/suspicious']);
	});

	it.each([
		'Weinan E',
		'Ada Lovelace',
		'Ada (Augusta) Lovelace',
		'zu Guttenberg, Karl',
		'Karl von und zu Guttenberg',
		'Michael Smith and {AT&T}',
		'Smith, 3rd, Ann',
		'Siemens Co.',
		'Martin King M. D.',
	])('does not report %s', (value) => {
		expect(issuesOf(value)).toEqual([]);
	});
});

describe('extended names', () => {
	it('reads the parts of a key=value name', () => {
		const { names } = parseNames('family=Sartre, given=Jean-Paul, given-i={J-P}, suffix=Jr.');
		expect(names).toMatchObject([{ family: 'Sartre', given: 'Jean-Paul', givenInitials: 'J-P', suffix: 'Jr.' }]);
	});

	it('prefers useprefix of the name to that of the entry', () => {
		const value =
			'family=Waals, given=Jan, prefix=van der, useprefix=true and family=Broglie, prefix=de and Jan de Wit';
		expect(showNames(parseNames(value))).toBe('Jan | !van der | Waals | ; | de | Broglie | ; Jan | de | Wit |');
		expect(showNames(parseNames('prefix=van, family=Dyk, useprefix=false and Jan de Wit', { usePrefix: true }))).toBe(
			'| van | Dyk | ; Jan | !de | Wit |',
		);
	});

	it('protects commas and "and" by braces and quotes, around a value or a pair', () => {
		const value = '"family={Barnes and Noble, Inc.}" and family="Lee, Jr", given=Ada and given={A, B}, family=C';
		expect(showNames(parseNames(value))).toBe('«Barnes and Noble, Inc.» ; Ada | | Lee, Jr | ; A, B | | C |');
	});

	it('keeps the last of two parts, and an equals sign in a value', () => {
		expect(showNames(parseNames('given=A, family=B=C, given=D'))).toBe('D | | B=C |');
	});
});

describe('annotations', () => {
	const annotation = (item: number | null, values: string[], name = 'default'): Annotation => ({
		name,
		item,
		part: null,
		values,
		literal: false,
		span: { source: { path: 'a.bib', text: '', origin: null }, start: 0, end: 0 },
	});

	it('belong to the name with their number, in lower case', () => {
		const annotations = [annotation(2, ['Highlight', 'equal']), annotation(null, ['all']), annotation(2, ['equal'])];
		const { names } = parseNames('Ada Lovelace and Grace Hopper', { annotations });
		expect(names.map((name) => name.annotations)).toEqual([[], ['highlight', 'equal']]);
	});

	it('set the ORCID iD in its bare form', () => {
		const annotations = [
			annotation(1, ['https://orcid.org/0000-0002-1825-0097'], 'orcid'),
			annotation(2, ['0000-0001-5109-370x'], 'ORCID'),
		];
		const { names } = parseNames('Ada Lovelace and Grace Hopper', { annotations });
		expect(names.map((name) => name.orcid)).toEqual(['0000-0002-1825-0097', '0000-0001-5109-370X']);
	});

	it('mark with their own name if their value is true', () => {
		const annotations = [annotation(1, ['true'], 'equal'), annotation(2, ['no'], 'equal')];
		const { names } = parseNames('Ada Lovelace and Grace Hopper', { annotations });
		expect(names.map((name) => name.annotations)).toEqual([['equal'], []]);
	});

	it('set useprefix', () => {
		const { names } = parseNames('Jan de Wit', { annotations: [annotation(1, ['true'], 'useprefix')] });
		expect(names[0]).toMatchObject({ nonDroppingParticle: 'de', droppingParticle: '' });
	});
});

it.each([
	'Lovelace, Ada (0000-0002-1825-0097)',
	'Ada Lovelace [ORCID: https://orcid.org/0000-0002-1825-0097]',
	'Lovelace, Ada~\\orcidlink{0000-0002-1825-0097}',
	'family=Lovelace, given=Ada, orcid=0000-0002-1825-0097',
])('extracts an ORCID iD from %s', (value) => {
	const { names } = parseNames(value);
	expect(names).toMatchObject([{ given: 'Ada', family: 'Lovelace', orcid: '0000-0002-1825-0097' }]);
});

describe('markup in a name', () => {
	it('is a highlight if it is bold, underlined or coloured', () => {
		const { names } = parseNames(
			'\\textbf{Curie, Marie} and \\emph{Meitner, Lise} and {\\bf E.} Noether and Ada Lovelace',
		);
		expect(names.map((name) => name.annotations)).toEqual([['highlight'], [], ['highlight'], []]);
	});

	it('does not include a character inside a word: A*STAR', () => {
		const { names } = read('{A*STAR} and {Group~of Three~} and {P\\textasciitilde{}Q} and Curie, M.~S.');
		expect(names.map(({ literal, given }) => literal ?? given)).toEqual(['A*STAR', 'Group of Three', 'P~Q', 'M. S.']);
	});

	it('means equal contribution if it is a star on several names', () => {
		const { names, reports } = read("Curie*, Marie and Curie$^*$, Pierre and B{\\'e}mont, Gustave");
		expect(names.map(({ family, annotations }) => [family, ...annotations])).toEqual([
			['Curie', '*'],
			['Curie', '*'],
			['Bémont'],
		]);
		expect(reports).toEqual([]);
	});

	it.each([
		'Curie [*], Marie and Curie (*), Pierre and Bémont, Gustave',
		'{Marie Curie*} and {Pierre Curie*} and {Gustave Bémont}',
		'{Marie Curie}$^{*}$ and {P. Curie}$^{*}$ and {Gustave Bémont}',
		'{Marie Curie}{*} and {Pierre Curie}* and Gustave Bémont',
		'Curie, {Marie*} and {Curie*}, Pierre and Bémont, Gustave',
		'Curie, Marie{$^*$} and Curie, Pierre\\textsuperscript{*} and Bémont, Gustave',
		'Marie Curie (*) and Pierre Curie [*] and Gustave Bémont',
		'Marie Curie$^{[*]}$ and Pierre Curie$^{(*)}$ and Gustave Bémont',
	])('means equal contribution in brackets and braces: %s', (value) => {
		const { names, reports } = read(value);
		expect(names.map(({ annotations }) => annotations.join())).toEqual(['*', '*', '']);
		expect(names.map(({ literal, given, family }) => literal ?? `${given} ${family}`)).toEqual([
			expect.stringMatching(/^M\w+ Curie$/),
			expect.stringMatching(/^P[.\w]+ Curie$/),
			'Gustave Bémont',
		]);
		expect(reports).toEqual([]);
	});

	it.each([
		'Curie, Marie [1] and Hahn, Otto [2]',
		'Curie, Marie [1,2] and Hahn, Otto [2]',
		'Marie Curie(1) and Otto Hahn (2)',
		'Curie, Marie [a] and Otto Hahn [b]',
		'Curie, Marie$^{[1]}$ and Otto Hahn$^{[2]}$',
		'Marie Curie [†] and Otto Hahn',
	])('is reported in brackets: %s', (value) => {
		const { names, reports } = read(value);
		expect(names.map(({ given, family }) => `${given} ${family}`)).toEqual(['Marie Curie', 'Otto Hahn']);
		expect(reports).toEqual([expect.stringContaining('Unexpected footnote mark')]);
	});

	it.each(['{A*STAR}', 'Ada (Augusta) Lovelace', 'Smith [Jones], Ann', 'Lovelace, Ada [1815]'])(
		'is not the text in %s',
		(value) => {
			expect(read(value).reports.join()).not.toContain('footnote');
			expect(showNames(parseNames(value))).toMatch(/A\*STAR|\(Augusta\)|\[Jones\]|\[1815\]/);
		},
	);

	it('is reported once per list', () => {
		expect(read('Curie*†, Marie and Curie*, Pierre and Bémont†, Gustave').reports).toHaveLength(1);
	});

	it.each([
		['Wei Wang 0001 and Yang Li', 'Wang, Wei; Li, Yang'],
		['Wang 0001, Wei', 'Wang, Wei'],
		[
			'Curie, Marie [Univ. of Paris, Paris (France)] (ORCID:0000000218250097) and Hahn, Otto [KWI and others, Berlin]',
			'Curie, Marie (0000-0002-1825-0097); Hahn, Otto',
		],
	])('is removed if a database wrote it: %s', (value, expected) => {
		const { names, reports } = read(value);
		const shown = names.map(({ family, given, orcid }) => `${family}, ${given}${orcid ? ` (${orcid})` : ''}`);
		expect(shown.join('; ')).toBe(expected);
		expect(reports).toEqual([]);
	});

	it('is reported if it is a footnote mark with an unknown meaning', () => {
		const reports: string[] = [];
		const { names } = parseNames('Curie, Marie$^{*}$', {}, (code, message) => reports.push(code, message));
		expect(names[0]?.annotations).toEqual([]);
		expect(reports).toEqual([
			'name/suspicious',
			'Unexpected footnote mark "*" in the name "Curie, Marie$^{*}$"; it is not shown',
		]);
	});
});

it('decodes HTML entities before splitting at semicolons', () => {
	expect(showNames(parseNames('Jos&eacute; Garc&#237;a and Ada Lovelace'))).toBe(
		'José | | García | ; Ada | | Lovelace |',
	);
});

describe('any list of names', () => {
	it('reads a cached name like a new one', () => {
		const characters = fc.constantFrom(...'aB é,;&{}~"=.-\'@12毛 '.split(''), ' and ', ' von ', 'Ab', 'Jr', 'Group');
		fc.assert(
			fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
				const value = parts.join('');
				const known = read(value);
				expect(read(value)).toEqual(known);
				// With `useprefix`, names are not cached.
				const reports: string[] = [];
				const { names, etAl } = parseNames(value, { usePrefix: true }, (code, message) =>
					reports.push(`${code}: ${message}`),
				);
				const bare = names.map(({ nonDroppingParticle, droppingParticle, ...name }) => name);
				expect({ names: bare, etAl, reports }).toEqual({
					...known,
					names: known.names.map(({ nonDroppingParticle, droppingParticle, ...name }) => name),
				});
			}),
		);
	});

	it('reads ordinary names like the general algorithm', () => {
		const characters = fc.constantFrom(
			...[
				"{\\'a}",
				'\\"u',
				'{\\"{u}}',
				"{\\'\\i}",
				'\\o',
				'{\\o}',
				'{\\emph',
				'}',
				'{',
				'~',
				'^',
				"'",
				'`',
				'"',
				'.',
				'-',
				', ',
				',',
			],
			...[
				'and',
				' and ',
				'And ',
				' ',
				'others',
				'et al.',
				' von ',
				'Jr',
				'III',
				'A. B.',
				'ab',
				'Ab',
				'é',
				'Group',
				' und ',
				'*',
				'\\',
				'$',
			],
		);
		const piece = fc.array(characters, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
				// A name that starts with an unusual character.
				const { names, etAl, reports } = read(['X=Y, Z', ...pieces].join(' and '));
				const alone = read(pieces.join(' and '));
				// The first piece may be a suffix of that name, and whether a comma separates names depends on the other names.
				const dependsOnOthers = /^name\/comma-list|"and" before a suffix/;
				fc.pre(![...reports, ...alone.reports].some((report) => dependsOnOthers.test(report)));
				expect(alone).toEqual({ names: names.slice(1), etAl, reports });
			}),
		);
	});

	it('contains each name as a distinct object', () => {
		const { names } = parseNames('Curie, Marie and Curie, Marie and Curie, Pierre');
		expect(new Set(names).size).toBe(3);
		expect(parseNames('Curie, Pierre').names[0]).toBe(names[2]);
	});

	const word = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{1,8}$/);
	const name = fc.tuple(word, word).map(([given, family]) => `${family}, ${given}`);

	it('never throws', () => {
		const characters = fc.constantFrom(
			...'aB é,;&{}\\~"=.-\'@12毛and \n'.split(''),
			' and ',
			'et al.',
			'family=',
			'\\"o',
		);
		fc.assert(
			fc.property(fc.array(characters, { maxLength: 40 }), (parts) => {
				parseNames(parts.join(''), {}, () => {});
			}),
		);
	});

	it('has one more name than "and"s', () => {
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
				expect(parseNames(names.join(' and ')).names).toHaveLength(names.length);
			}),
		);
	});

	it('keeps every word of a name in order', () => {
		const words = fc.array(fc.oneof(word, fc.constantFrom('von', 'de', 'la', "d'Arc", 'X.')), {
			minLength: 1,
			maxLength: 6,
		});
		fc.assert(
			fc.property(words, (all) => {
				const [only] = parseNames(all.join(' ')).names;
				const last = [only?.droppingParticle, only?.family, only?.suffix];
				// Trailing initials belong to the preceding name.
				const orders = [[only?.given, ...last], ...(all.at(-1) === 'X.' ? [[...last, only?.given]] : [])];
				const read = only?.literal ? [only.literal] : orders.map((parts) => parts.filter(Boolean).join(' '));
				expect(read).toContain(all.join(' '));
			}),
		);
	});

	it('is read in linear time', () => {
		for (const part of [
			'\\textbf{',
			'$^{',
			'*',
			'<b ',
			'and ',
			'a,',
			'A. B, ',
			'{',
			'a & ',
			'(',
			'family=',
			'1234-',
			' ',
			'\\',
			'[1',
			'(*',
			'--',
			'{A, B.} and ',
			'Team, ',
			'Department ',
			' y ',
			'and{',
			' on behalf of ',
			' for the ',
		]) {
			parseNames(part.repeat(20_000));
		}
	});
});
