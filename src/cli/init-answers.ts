import type { Publication } from '../publications/publication.ts';
import { pluralize } from './pluralize.ts';
import type { Asker } from './prompts.ts';
import { type Candidate, candidates } from './survey/candidates.ts';
import type { Proposal } from './survey/sites.ts';
import type { Survey } from './survey/survey.ts';

/** The contents of a new configuration. */
export interface Answers {
	readonly library: readonly string[];
	/** The library does not exist yet and is created. */
	readonly isNew: boolean;
	/** Null: nobody is highlighted. */
	readonly owner: Candidate | null;
	readonly outputs: readonly Proposal[];
}

/** Answers given on the command line. */
export interface GivenAnswers {
	readonly files: readonly string[];
	/** 'Family, Given = Other, Name'. */
	readonly owner: string | undefined;
}

/** The most likely answers, for a run without questions. */
export function likelyAnswers(found: Survey, given: GivenAnswers): Answers {
	const existing = given.files.length ? given.files : found.own;
	const isNew = existing.length === 0;
	const owner =
		given.owner === undefined ? candidates(worksOf(existing, found), found.scholar)[0] : givenOwner(given.owner);
	return {
		library: isNew ? [found.newLibrary] : existing,
		isNew,
		owner: owner ?? null,
		outputs: found.outputs,
	};
}

/** Asks only what the survey leaves open. Throws what the questions throw. Null if the user wants no new library. */
export async function askedAnswers(found: Survey, given: GivenAnswers, asker: Asker): Promise<Answers | null> {
	const likely = likelyAnswers(found, given);
	let library = likely.library;
	if (likely.isNew) {
		if (!(await asker.confirm('There is no .bib file here. Create one?'))) return null;
		library = [
			(await asker.text('Where should it go?', found.newLibrary, (path) => libraryProblem(path.trim()))).trim(),
		];
	} else if (given.files.length === 0 && found.libraries.length > 1) {
		const choices = found.libraries.map(({ path, publications }) => ({
			value: path,
			label: path,
			hint: pluralize(publications.length, 'work'),
		}));
		library = await asker.several('Which files contain your publications?', choices, found.own);
	}
	const owner =
		given.owner === undefined ? await askedOwner(worksOf(library, found), found, likely, asker) : likely.owner;
	return { ...likely, library, owner, outputs: await askedOutputs(found, asker) };
}

async function askedOwner(
	works: readonly Publication[],
	found: Survey,
	{ isNew }: Answers,
	asker: Asker,
): Promise<Candidate | null> {
	const all = candidates(works, found.scholar);
	const choices = [
		...all.map(({ name, count }) => ({ value: name, label: count ? `${name} (${pluralize(count, 'work')})` : name })),
		{ value: otherName, label: 'Someone else' },
		{ value: null, label: 'No one in particular', hint: 'no name is highlighted' },
	];
	const chosen = isNew && all.length === 0 ? otherName : await asker.select('Whose publications are these?', choices);
	if (chosen === null) return null;
	const name = chosen === otherName ? (await asker.text('Name (Family, Given)', '')).trim() : chosen;
	if (name === '') return null;
	const known = all.find((one) => one.name === chosen) ?? { name, count: 0, aliases: [], orcid: null };
	const more = await asker.text(
		'Other names in publications, such as a birth name (separate with ;, or leave empty)',
		known.aliases.join('; '),
	);
	return { ...known, aliases: namesIn(more) };
}

const otherName = '\u0000other';

async function askedOutputs({ outputs }: Survey, asker: Asker): Promise<readonly Proposal[]> {
	const idOf = ({ path, region }: Proposal) => `${path}#${region ?? ''}`;
	const choices = outputs.map((one) => ({
		value: idOf(one),
		label: one.path,
		hint: one.found || one.format,
	}));
	const chosen = await asker.several('Which lists should be built?', choices, outputs.map(idOf));
	return outputs.filter((one) => chosen.includes(idOf(one)));
}

function libraryProblem(path: string): string | undefined {
	return /\.bib$/i.test(path) ? undefined : 'The file name must end in .bib';
}

function worksOf(library: readonly string[], { libraries }: Survey): Publication[] {
	return libraries.filter(({ path }) => library.includes(path)).flatMap(({ publications }) => publications);
}

function givenOwner(words: string): Candidate | null {
	const [name = '', ...aliases] = words.split('=').map((part) => part.trim());
	return name === '' ? null : { name, count: 0, orcid: null, aliases: aliases.filter(Boolean) };
}

function namesIn(words: string): string[] {
	return words
		.split(/;|=|\band\b/)
		.map((name) => name.trim())
		.filter(Boolean);
}
