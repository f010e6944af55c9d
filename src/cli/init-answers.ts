import type { Publication } from '../publications/publication.ts';
import { pluralize } from './pluralize.ts';
import type { Asker } from './prompts.ts';
import { type Candidate, candidates } from './survey/candidates.ts';
import { type Grouping, groupings } from './survey/grouping.ts';
import type { Proposal } from './survey/sites.ts';
import type { Survey } from './survey/survey.ts';

/** The contents of a new configuration. */
export interface Answers {
	readonly library: readonly string[];
	/** The library does not exist yet and is created. */
	readonly isNew: boolean;
	/** Null highlights no name. */
	readonly owner: Candidate | null;
	readonly grouping: Grouping;
	readonly outputs: readonly Proposal[];
}

/** Answers from the command line. */
export interface PresetAnswers {
	readonly files: readonly string[];
	/** 'Family, Given = Other, Name'. */
	readonly owner: string | undefined;
	readonly grouping?: Grouping | undefined;
}

/** The most likely answers, for `--yes` and for runs without a terminal. */
export function likelyAnswers(surveyed: Survey, presets: PresetAnswers): Answers {
	const existing = presets.files.length ? presets.files : surveyed.likelyLibraries;
	const isNew = existing.length === 0;
	const owner = presets.owner === undefined ? likelyOwner(existing, surveyed) : presetOwner(presets.owner);
	return {
		library: isNew ? [surveyed.newLibrary] : existing,
		isNew,
		owner: owner ?? null,
		grouping: presets.grouping ?? surveyed.grouping(worksOf(existing, surveyed)),
		outputs: surveyed.outputs,
	};
}

/** The person whom the site names, or else the most frequent author, unless the site is that of a group. */
function likelyOwner(library: readonly string[], surveyed: Survey): Candidate | undefined {
	return surveyed.people.isGroup ? undefined : candidates(worksOf(library, surveyed), surveyed.moved)[0];
}

/** Asks only what the survey cannot answer. Returns null if the user declines a new library. Throws `Cancelled`. */
export async function askedAnswers(surveyed: Survey, presets: PresetAnswers, asker: Asker): Promise<Answers | null> {
	const likely = likelyAnswers(surveyed, presets);
	let library = likely.library;
	if (likely.isNew) {
		if (!(await asker.confirm('There is no .bib file here. Create one?'))) return null;
		library = [
			(await asker.text('Path of the new file', surveyed.newLibrary, (path) => libraryProblem(path.trim()))).trim(),
		];
	} else if (presets.files.length === 0 && surveyed.libraries.length > 1) {
		const choices = surveyed.libraries.map(({ path, publications }) => ({
			value: path,
			label: path,
			hint: pluralize(publications.length, 'work'),
		}));
		library = await asker.several('Which files contain your publications?', choices, surveyed.likelyLibraries);
	}
	const owner =
		presets.owner === undefined && !surveyed.people.isGroup
			? await askedOwner(worksOf(library, surveyed), surveyed, likely, asker)
			: likely.owner;
	const hasLists = (surveyed.moved?.lists.length ?? 0) > 0;
	const grouping = hasLists
		? likely.grouping
		: (presets.grouping ?? (await askedGrouping(surveyed.grouping(worksOf(library, surveyed)), asker)));
	return { ...likely, library, owner, grouping, outputs: await askedOutputs(surveyed, asker) };
}

async function askedOwner(
	works: readonly Publication[],
	{ moved }: Survey,
	{ isNew }: Answers,
	asker: Asker,
): Promise<Candidate | null> {
	const all = candidates(works, moved);
	const choices = [
		...all.map(({ name, count }) => ({ value: name, label: count ? `${name} (${pluralize(count, 'work')})` : name })),
		{ value: otherName, label: 'Someone else' },
		{ value: null, label: 'No one', hint: 'no name is highlighted' },
	];
	const chosen = isNew && all.length === 0 ? otherName : await asker.select('Whose publications are these?', choices);
	if (chosen === null) return null;
	const name = chosen === otherName ? (await asker.text('Name (Family, Given)', '')).trim() : chosen;
	if (name === '') return null;
	const owner = all.find((candidate) => candidate.name === chosen) ?? { name, count: 0, aliases: [], orcid: null };
	const aliases = await asker.text(
		'Other names in publications, such as a birth name (separate with ;, or leave empty)',
		owner.aliases.join('; '),
	);
	return { ...owner, aliases: namesIn(aliases) };
}

/** Asks for the sections; the suggested ones come first. */
async function askedGrouping(suggested: Grouping, asker: Asker): Promise<Grouping> {
	const choices = groupings.map((value) => ({ value, ...groupingWords[value] }));
	const ordered = choices.toSorted(
		(left, right) => Number(right.value === suggested) - Number(left.value === suggested),
	);
	return asker.select('How should the list be divided?', ordered);
}

const groupingWords = {
	venue: { label: 'By kind', hint: 'journals, conferences, talks …' },
	year: { label: 'By year', hint: 'the newest first' },
} as const satisfies Readonly<Record<Grouping, object>>;

const otherName = '\u0000other';

async function askedOutputs({ outputs }: Survey, asker: Asker): Promise<readonly Proposal[]> {
	const idOf = ({ path, region }: Proposal) => `${path}#${region ?? ''}`;
	const choices = outputs.map((output) => ({
		value: idOf(output),
		label: output.path,
		hint: output.site || output.format,
	}));
	const chosen = await asker.several('Which lists should Bibfolio build?', choices, outputs.map(idOf));
	return outputs.filter((output) => chosen.includes(idOf(output)));
}

function libraryProblem(path: string): string | undefined {
	return /\.bib$/i.test(path) ? undefined : 'The file name must end in .bib';
}

function worksOf(library: readonly string[], { libraries }: Survey): Publication[] {
	return libraries.filter(({ path }) => library.includes(path)).flatMap(({ publications }) => publications);
}

function presetOwner(words: string): Candidate | null {
	const [name = '', ...aliases] = words.split('=').map((part) => part.trim());
	return name === '' ? null : { name, count: 0, orcid: null, aliases: aliases.filter(Boolean) };
}

function namesIn(words: string): string[] {
	return words
		.split(/;|=|\band\b/)
		.map((name) => name.trim())
		.filter(Boolean);
}
