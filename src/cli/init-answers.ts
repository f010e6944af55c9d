import type { Publication } from '../publications/publication.ts';
import { several } from './load.ts';
import type { Asker } from './prompts.ts';
import { type Candidate, candidates } from './survey/candidates.ts';
import type { Proposal } from './survey/sites.ts';
import type { Survey } from './survey/survey.ts';

/** What a new configuration is made of, by answers or by what is likely. */
export interface Answers {
	readonly library: readonly string[];
	/** The library is not there yet and is begun. */
	readonly begins: boolean;
	/** Null: nobody is marked. */
	readonly owner: Candidate | null;
	readonly outputs: readonly Proposal[];
}

/** What was said on the command line. */
export interface Told {
	readonly files: readonly string[];
	/** 'Family, Given = Other, Name'. */
	readonly owner: string | undefined;
}

/** What is likely, when nobody is asked. */
export function likelyAnswers(found: Survey, told: Told): Answers {
	const library = told.files.length ? told.files : found.own;
	const begins = library.length === 0;
	const owner =
		told.owner === undefined ? candidates(worksOf(library, found), found.scholar)[0] : toldOwner(told.owner);
	return {
		library: begins ? [found.newLibrary] : library,
		begins,
		owner: owner ?? null,
		outputs: found.outputs,
	};
}

/** Asks what is not sure, and nothing else. Throws what the questions throw. */
export async function askedAnswers(found: Survey, told: Told, asker: Asker): Promise<Answers | null> {
	const likely = likelyAnswers(found, told);
	let library = likely.library;
	if (likely.begins) {
		if (!(await asker.confirm('There is no .bib here. Begin one?'))) return null;
		library = [(await asker.text('Where?', found.newLibrary, (path) => badLibrary(path.trim()))).trim()];
	} else if (told.files.length === 0 && found.libraries.length > 1) {
		const choices = found.libraries.map(({ path, publications }) => ({
			value: path,
			label: path,
			hint: several(publications.length, 'work'),
		}));
		library = await asker.several('Which files hold your publications?', choices, found.own);
	}
	const owner =
		told.owner === undefined ? await askedOwner(worksOf(library, found), found, likely, asker) : likely.owner;
	return { ...likely, library, owner, outputs: await askedOutputs(found, asker) };
}

async function askedOwner(
	works: readonly Publication[],
	found: Survey,
	{ begins }: Answers,
	asker: Asker,
): Promise<Candidate | null> {
	const all = candidates(works, found.scholar);
	const choices = [
		...all.map(({ name, count }) => ({ value: name, label: count ? `${name} (${several(count, 'work')})` : name })),
		{ value: other, label: 'Somebody else' },
		{ value: null, label: 'Nobody in particular', hint: 'no name is marked' },
	];
	const chosen = begins && all.length === 0 ? other : await asker.select('Whose publications are they?', choices);
	if (chosen === null) return null;
	const name = chosen === other ? (await asker.text('Their name: Family, Given', '')).trim() : chosen;
	if (name === '') return null;
	const known = all.find((one) => one.name === chosen) ?? { name, count: 0, aliases: [], orcid: null };
	const more = await asker.text(
		'Other names they published under, such as a birth name? (several: A; B. None: leave it empty)',
		known.aliases.join('; '),
	);
	return { ...known, aliases: namesIn(more) };
}

const other = '\u0000other';

async function askedOutputs({ outputs }: Survey, asker: Asker): Promise<readonly Proposal[]> {
	const idOf = ({ path, region }: Proposal) => `${path}#${region ?? ''}`;
	const choices = outputs.map((one) => ({
		value: idOf(one),
		label: one.path,
		hint: one.found || formatWords[one.format] || one.format,
	}));
	const chosen = await asker.several('Which lists shall be made?', choices, outputs.map(idOf));
	return outputs.filter((one) => chosen.includes(idOf(one)));
}

const formatWords: Readonly<Record<string, string>> = {
	'html-page': 'a page by itself',
	markdown: 'for a README or a site',
	latex: 'for a CV',
};

function badLibrary(path: string): string | undefined {
	return /\.bib$/i.test(path) ? undefined : 'A library ends in .bib';
}

function worksOf(library: readonly string[], { libraries }: Survey): Publication[] {
	return libraries.filter(({ path }) => library.includes(path)).flatMap(({ publications }) => publications);
}

function toldOwner(words: string): Candidate | null {
	const [name = '', ...aliases] = words.split('=').map((part) => part.trim());
	return name === '' ? null : { name, count: 0, orcid: null, aliases: aliases.filter(Boolean) };
}

function namesIn(words: string): string[] {
	return words
		.split(/;|=|\band\b/)
		.map((name) => name.trim())
		.filter(Boolean);
}
