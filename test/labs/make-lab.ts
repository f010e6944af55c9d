/** A member of the made department, and the roles that it had. */
export interface LabMember {
	readonly id: string;
	/** 'Family, Given', as in `people.csv`. */
	readonly name: string;
	/** As the library writes the name, if differently; a function of the year for a name that changed. */
	readonly written?: string | ((year: number) => string);
	/** Set for people who need one to be told apart. */
	readonly orcid?: string;
	/** In the order of time. `from` and `to` are years; a missing `to` means now. */
	readonly spells: readonly LabSpell[];
}

export interface LabSpell {
	readonly role: 'member' | 'student' | 'alumni';
	readonly groups: readonly string[];
	readonly from: number;
	readonly to: number | null;
}

/** A work of the made department, with everything that a test counts. */
export interface LabWork {
	readonly key: string;
	readonly type: string;
	readonly year: number | null;
	/** Ids of members, also of former and future ones. */
	readonly members: readonly string[];
	readonly keywords: readonly string[];
	readonly projects: readonly string[];
	/** A preprint that is merged into its published version. */
	readonly isMerged: boolean;
	readonly bibtex: string;
}

/**
 * A made department that studies tides: 60 people in two groups over 21 years, and their works of all kinds. Every name,
 * title and number is invented. ORCID iDs begin with zeros, which no real ones do. The results are the same on every machine;
 * `test/labs/tidal/` contains them as files.
 */
export function makeLab(): { readonly works: readonly LabWork[]; readonly bib: string; readonly csv: string } {
	const works = [...regularWorks(), ...specialWorks()];
	const header = '% Made by test/labs/make-lab.ts. All people and works are invented.\n\n';
	const macros = '@string{jtc = "Journal of Tidal Computing"}\n@string{eln = "Estuary Letters"}\n\n';
	return { works, bib: header + macros + works.map(({ bibtex }) => bibtex).join('\n'), csv: peopleCsv() };
}

const member = (
	id: string,
	name: string,
	roles: string,
	others: Pick<LabMember, 'written' | 'orcid'> = {},
): LabMember => ({ id, name, spells: roles.split('; ').map(spell), ...others });

/** Reads 'student waves 2009-2013'; '+' separates groups. */
function spell(text: string): LabSpell {
	const [role = '', groups = '', years = groups] = text.split(' ');
	const [from = '', to] = years.split('-');
	return {
		role: role as LabSpell['role'],
		groups: years === groups ? [] : groups.split('+'),
		from: Number(from),
		to: to === undefined ? Number(from) : to === '' ? null : Number(to),
	};
}

/** The people, most of them with several roles. */
export const labMembers: readonly LabMember[] = [
	member('ahlgren', 'Ahlgren, Signe', 'member waves 2004-'),
	member('barzani', 'Barzani, Dilan', 'member sediment 2004-2019; alumni 2020-'),
	member('castellanos', 'Castellanos Ruiz, Inés', 'member waves+sediment 2006-'),
	member('okonkwo', 'Okonkwo, Adaeze', 'student waves 2005-2009; member waves 2010-', {
		written: (year) => (year <= 2012 ? 'Eze, Adaeze' : 'Okonkwo, Adaeze'),
	}),
	member('lindqvist', 'Lindqvist Moreau, Tove', 'student sediment 2008-2012; member sediment 2013-', {
		written: (year) => (year <= 2014 ? 'Lindqvist, Tove' : 'Lindqvist Moreau, Tove'),
	}),
	member('li-wei-1', 'Li, Wei', 'student waves 2007-2011; member waves 2012-2018; alumni 2019-', {
		orcid: '0000-0000-0000-0012',
	}),
	member('li-wei-2', 'Li, Wei', 'student sediment 2014-2019; member sediment 2020-', { orcid: '0000-0000-0000-0020' }),
	member('novak-1', 'Novak, Jana', 'student waves 2004-2008'),
	member('novak-2', 'Novak, Jana', 'student sediment 2015-2019; alumni 2020-'),
	member('yamada', 'Yamada, Hanako', 'member waves 2009-'),
	member('kovaleva', 'Kovaleva, Maria', 'student sediment 2010-2014; alumni 2015-'),
	member('papadaki', 'Papadaki, Eleni', 'student waves 2016-2020; member waves 2021-'),
	member('haddad', 'Haddad, Rami', 'member sediment 2011-2016; alumni 2017-'),
	member('kim', 'Kim, Seo-yeon', 'student waves 2018-2022; member waves 2023-'),
	member('nguyen', 'Nguyễn, Thị Lan', 'student sediment 2012-2016; member sediment 2017-2021; alumni 2022-'),
	member('oleary', "O'Leary, Fionn", 'student waves 2013-2017; alumni 2018-'),
	member('van-der-zee', 'van der Zee, Maarten', 'member sediment 2005-2013; alumni 2014-'),
	member('de-la-cruz', 'de la Cruz, Tomás', 'student waves 2011-2015; alumni 2016-'),
	member('dos-santos', 'dos Santos, Beatriz', 'student sediment 2019-2023; member sediment 2024-'),
	member('saint-clair', 'Saint-Clair, Jean-Luc', 'member waves 2008-2012; alumni 2013-'),
	member('mcallister', 'McAllister, Rhona', 'student waves 2006-2010; alumni 2011-'),
	member('ostergaard', 'Østergaard, Søren', 'member sediment 2014-'),
	member('simunek', 'Šimůnek, Petr', 'student sediment 2006-2010; alumni 2011-'),
	member('gonzalez', 'González-Peña, María José', 'member waves 2017-'),
	member('aydin', 'Aydın, Işıl', 'student waves 2020-2024; alumni 2025-'),
	member('bergmann', 'Bergmann, Ute', 'student sediment 2004-2007; alumni 2008-'),
	member('chaudhary', 'Chaudhary, Anjali', 'student waves 2009-2013; member sediment 2014-2017; alumni 2018-'),
	member('dlamini', 'Dlamini, Themba', 'student sediment 2017-2021; member waves+sediment 2022-'),
	member('eriksen', 'Eriksen, Hedda', 'student waves 2021-'),
	member('falk', 'Falk, Jonas', 'student sediment 2022-'),
	member('garrido', 'Garrido, Lucía', 'student waves 2023-'),
	member('hoang', 'Hoang, Minh', 'student sediment 2023-'),
	member('ivanov', 'Ivanov, Boyan', 'student waves 2014-2018; alumni 2019-'),
	member('janssen', 'Janssen, Femke', 'student sediment 2016-2020; alumni 2021-'),
	member('kapoor', 'Kapoor, Vikram', 'member waves 2015-2020; alumni 2021-'),
	member('laurent', 'Laurent, Chloé', 'student sediment 2009-2013; alumni 2014-'),
	member('mbeki', 'Mbeki-Olsen, Naledi', 'member sediment 2020-'),
	member('nakagawa', 'Nakagawa, Ren', 'student waves 2012-2016; alumni 2017-'),
	member('obrien', "O'Brien, Sinéad", 'member sediment 2010-2014; member waves 2015-'),
	member('petrov', 'Petrov, Anton', 'student waves 2004-2008; member waves 2009-2014; alumni 2015-'),
	member('quist', 'Quist, Per', 'student sediment 2005-2009; alumni 2010-'),
	member('rahman', 'Rahman, Nusrat', 'student waves 2017-2021; alumni 2022-'),
	member('silva', 'Silva, Joana', 'student sediment 2013-2017; alumni 2018-'),
	member('tanner', 'Tanner, Beat', 'member waves 2006-2011; alumni 2012-'),
	member('ueda', 'Ueda, Kenji', 'student sediment 2018-2022; alumni 2023-'),
	member('vargas', 'Vargas, Camila', 'student waves 2019-2023; alumni 2024-'),
	member('weiss', 'Weiß, Annegret', 'student sediment 2007-2011; alumni 2012-'),
	member('xu', 'Xu, Jing', 'member sediment 2018-'),
	member('yilmaz', 'Yılmaz, Deniz', 'student waves 2022-'),
	member('zhao', 'Zhao, Lin', 'student sediment 2020-2024; member sediment 2025-'),
	member('abebe', 'Abebe, Selam', 'student waves 2010-2014; alumni 2015-'),
	member('birk', 'Birk, Torben', 'student sediment 2011-2015; alumni 2016-'),
	member('correia', 'Correia, Rui', 'member sediment 2007-2010; alumni 2011-'),
	member('dubois', 'Dubois, Agnès', 'member waves 2004-2008; alumni 2009-'),
	member('engel', 'Engel, Ruth', 'student waves 2015-2019; alumni 2020-'),
	member('fofana', 'Fofana, Aminata', 'student sediment 2021-'),
	member('greco', 'Greco, Paolo', 'student waves 2024-'),
	member('holm', 'Holm, Astrid', 'member waves+sediment 2013-'),
	member('iyer', 'Iyer, Meera', 'student sediment 2024-'),
	member('jovanovic', 'Jovanović, Mila', 'member waves 2025-'),
];

function peopleCsv(): string {
	const rows = labMembers.flatMap(({ id, name, orcid = '', spells }) =>
		spells.map(({ role, groups, from, to }) =>
			[id, `"${name}"`, orcid, role, groups.join('; '), from, to ?? ''].join(','),
		),
	);
	return `${['id,name,orcid,role,groups,from,to', ...rows].join('\n')}\n`;
}

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
function draws(seed: number) {
	let state = seed;
	const below = (limit: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
	return { below, one: <Value>(values: readonly Value[]) => values[below(values.length)] as Value };
}

const externals = ['Quill, Peter', 'Marsh, Olivia', 'Delgado, Ramón', 'Sato, Aki', 'Brandt, Ulla', 'Kelp, Ian'];
const topics = ['tides', 'sediment', 'salt marshes', 'wave buoys', 'storm surges', 'machine learning', 'dredging'];
const projects = ['Tidemark', 'Saltwind', 'Dune 4D', 'Estuary Watch'];
const qualities = ['Slow', 'Shallow', 'Seasonal', 'Directional', 'Stratified', 'Coupled', 'Residual', 'Turbid'];
const subjects = ['Currents', 'Harbours', 'Channels', 'Ebb Deltas', 'Mudflats', 'Swell', 'Plumes', 'Inlets'];
const methods = ['from Sparse Moorings', 'under Ice', 'after Storms', 'in Narrow Seas', 'by Radar', 'at Spring Tide'];

/** The kinds of works, and their fields besides author, title and year. */
const kinds: readonly (readonly [type: string, fields: (draw: ReturnType<typeof draws>, year: number) => string])[] = [
	[
		'article',
		(draw) => {
			const first = draw.below(400) + 1;
			return `journal = jtc, volume = {${draw.below(30) + 1}}, pages = {${first}--${first + draw.below(20) + 1}}`;
		},
	],
	['article', (draw) => `journal = eln, volume = {${draw.below(15) + 1}}, number = {${draw.below(4) + 1}}`],
	[
		'inproceedings',
		(_, year) => `booktitle = {Proceedings of the ${year} Symposium on Coastal Systems}, eventtitle = {SCS}`,
	],
	['inproceedings', () => 'booktitle = {Workshop on Small Harbours}'],
	['incollection', () => 'booktitle = {Handbook of Quiet Waters}, publisher = {Lagoon Press}'],
	['techreport', (draw) => `institution = {Tidal Institute}, number = {TI-${draw.below(90) + 10}}`],
	['talk', (_, year) => `eventtitle = {Estuary Days ${year}}, venue = {Saltmouth}`],
	['dataset', () => 'publisher = {Shoreline Archive}'],
	['software', (draw) => `version = {${draw.below(4) + 1}.0}, organization = {Tidal Institute}`],
	['patent', (draw) => `number = {ZZ ${draw.below(9000) + 1000}}, type = {patent}`],
];

/** 132 works: for each year six or seven, each with up to four members of that time. */
function regularWorks(): LabWork[] {
	const draw = draws(17);
	const works: LabWork[] = [];
	for (let index = 0; index < 132; index++) {
		const year = 2004 + (index % 22);
		const [type, fields] = kinds[index % kinds.length] as (typeof kinds)[number];
		const present = labMembers.filter((person) => spellIn(person, year) !== null && spellIn(person, year) !== 'alumni');
		const members = pick(present, [1, 2, 2, 3, 4, 1][index % 6] ?? 1, draw);
		// Every tenth work also has somebody who has left, or has not come yet.
		const others = labMembers.filter((person) => !present.includes(person) && isUnique(person));
		const former = index % 10 === 9 ? pick(others, 1, draw) : [];
		const people = [...members, ...former];
		const outside = pick(externals, draw.below(3), draw);
		const authors = [...people.map((person) => writtenName(person, year, index)), ...outside];
		const keywords = pick(topics, index % 3, draw);
		const inProjects = index % 4 === 3 ? [] : pick(projects, index % 5 === 0 ? 2 : 1, draw);
		const title = `${draw.one(qualities)} ${draw.one(subjects)} ${draw.one(methods)}`;
		works.push(
			work(
				{
					key: `tide${String(index + 1).padStart(3, '0')}`,
					type,
					year,
					authors,
					title,
					keywords,
					projects: inProjects,
				},
				people,
				[fields(draw, year), ...orcidsOf(people)],
			),
		);
	}
	return works;
}

/** True if the name alone says who it is, at any time. */
function isUnique({ name }: LabMember): boolean {
	return labMembers.filter((other) => other.name === name).length === 1;
}

function spellIn({ spells }: LabMember, year: number): LabSpell['role'] | null {
	return spells.find(({ from, to }) => from <= year && year <= (to ?? 9999))?.role ?? null;
}

function pick<Value>(values: readonly Value[], count: number, draw: ReturnType<typeof draws>): Value[] {
	const rest = [...values];
	return Array.from(
		{ length: Math.min(count, rest.length) },
		() => rest.splice(draw.below(rest.length), 1)[0] as Value,
	);
}

/** The name of the time; every third work has initials only. */
function writtenName({ name, written, orcid }: LabMember, year: number, index: number): string {
	const full = typeof written === 'function' ? written(year) : (written ?? name);
	if (index % 3 !== 0 || orcid !== undefined) return full;
	const [family = '', given = ''] = full.split(', ');
	return `${family}, ${given.replace(/(\p{L})[\p{L}\p{M}]*/gu, (_, letter: string) => `${letter.toUpperCase()}.`)}`;
}

/** An annotation with the ORCID iDs of the people who need one. */
function orcidsOf(people: readonly LabMember[]): string[] {
	const pairs = people.flatMap(({ orcid }, index) => (orcid === undefined ? [] : [`${index + 1}="${orcid}"`]));
	return pairs.length > 0 ? [`author+an:orcid = {${pairs.join('; ')}}`] : [];
}

interface WorkParts {
	readonly key: string;
	readonly type: string;
	readonly year: number | null;
	readonly authors: readonly string[];
	readonly title: string;
	readonly keywords: readonly string[];
	readonly projects: readonly string[];
	readonly isMerged?: boolean;
}

function work(parts: WorkParts, people: readonly LabMember[], others: readonly string[]): LabWork {
	const { key, type, year, authors, title, keywords, projects: inProjects, isMerged = false } = parts;
	const fields = [
		`author = {${authors.join(' and ')}}`,
		`title = {${title}}`,
		...(year === null ? [] : [`year = {${year}}`]),
		...others,
		...(keywords.length > 0 ? [`keywords = {${keywords.join(', ')}}`] : []),
		...(inProjects.length > 0 ? [`project = {${inProjects.join('; ')}}`] : []),
	];
	const bibtex = `@${type}{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
	return { key, type, year, members: people.map(({ id }) => id), keywords, projects: inProjects, isMerged, bibtex };
}

/** Works that test one thing each. */
function specialWorks(): LabWork[] {
	const people = (...ids: string[]) =>
		ids.map((id) => labMembers.find((person) => person.id === id) ?? raise(`no member ${id}`));
	const names = (...ids: string[]) => people(...ids).map(({ name }) => name);
	const special = (
		parts: Partial<WorkParts> & Pick<WorkParts, 'key' | 'title'>,
		ids: readonly string[],
		...others: string[]
	) =>
		work(
			{ type: 'article', year: 2020, authors: names(...ids), keywords: [], projects: [], ...parts },
			people(...ids),
			others,
		);
	const currents = labMembers.filter((person) => spellIn(person, 2025) === 'member').map(({ id }) => id);
	return [
		special(
			{ key: 'press', title: 'The Tide That Is Not Printed Yet', year: null },
			['ahlgren', 'holm'],
			'journal = jtc, pubstate = {inpress}',
		),
		special(
			{ key: 'submitted', title: 'Mud, Submitted', year: null },
			['fofana'],
			'journal = eln, pubstate = {submitted}',
		),
		special(
			{ key: 'undated', title: 'A Note without a Date', type: 'misc', year: null },
			['ostergaard'],
			'howpublished = {Leaflet}',
		),
		special(
			{ key: 'nobody', title: 'A Guest Lecture on Kelp', authors: ['Kelp, Ian', 'Marsh, Olivia'], year: 2016 },
			[],
			'journal = eln',
		),
		special(
			{
				key: 'everybody',
				title: 'The Whole Department Measures One Wave',
				year: 2025,
				keywords: ['tides', 'wave buoys'],
				projects,
			},
			currents,
			'journal = jtc, volume = {31}',
			...orcidsOf(people(...currents)),
		),
		special(
			{ key: 'kanji', title: '潮汐の静かな計算', authors: ['山田, 花子', 'Holm, Astrid'], year: 2018 },
			['yamada', 'holm'],
			'journal = {沿岸研究}, langid = {japanese}',
		),
		special(
			{ key: 'cyrillic', title: 'Осадки в узких проливах', authors: ['Ковалёва, Мария'], year: 2013 },
			['kovaleva'],
			'journal = {Морской вестник}, langid = {russian}',
		),
		special(
			{ key: 'greek', title: 'Κύματα χωρίς άνεμο', authors: ['Παπαδάκη, Ελένη', 'Ahlgren, Signe'], year: 2019 },
			['papadaki', 'ahlgren'],
			'journal = {Ακτή}, langid = {greek}',
		),
		special(
			{ key: 'arabic', title: 'المد والجزر في الخليج', authors: ['حداد, رامي'], year: 2015 },
			['haddad'],
			'journal = {بحار}, langid = {arabic}',
		),
		special(
			{
				key: 'thesis1',
				title: 'Waves for Beginners',
				type: 'phdthesis',
				authors: ['Eze, Adaeze'],
				year: 2009,
				keywords: ['tides'],
			},
			['okonkwo'],
			'school = {University of the Shore}',
		),
		special(
			{ key: 'thesis2', title: 'Sand at Rest', type: 'mastersthesis', year: 2021 },
			['fofana'],
			'school = {University of the Shore}',
		),
		special(
			{ key: 'book', title: 'A Short History of Ebb', type: 'book', year: 2010 },
			['castellanos', 'barzani'],
			'publisher = {Lagoon Press}, isbn = {978-0-000-00000-2}',
		),
		special({ key: 'before', title: 'Work of a Future Member', year: 2002 }, ['yamada'], 'journal = eln'),
		special({ key: 'after', title: 'Work of a Former Member', year: 2023 }, ['tanner'], 'journal = eln'),
		special(
			{
				key: 'joint',
				title: 'Where Waves Meet Sediment',
				year: 2022,
				keywords: ['sediment', 'tides'],
				projects: ['Saltwind'],
			},
			['okonkwo', 'xu'],
			'journal = jtc, volume = {28}',
		),
		special(
			{ key: 'preprint', title: 'Learning the Shape of a Shore', type: 'misc', year: 2023, isMerged: true },
			['kim', 'dlamini'],
			'eprint = {2301.00001}, archiveprefix = {arXiv}',
		),
		special(
			{ key: 'published', title: 'Learning the Shape of a Shore', year: 2024, keywords: ['machine learning'] },
			['kim', 'dlamini'],
			'journal = jtc, volume = {30}, doi = {10.0000/shore}',
		),
		special(
			{ key: 'award', title: 'Golden Anchor', type: 'award', year: 2017 },
			['ahlgren'],
			'institution = {Society of Harbours}',
		),
	];
}

function raise(message: string): never {
	throw new Error(message);
}
