import type { Diagnostic, Edit } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { UserCommands } from '../../latex/commands/user-commands.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { placesInValue } from '../../library/value-places.ts';
import { valueIn } from '../../text/value-in.ts';
import { fieldOf, optionOf, wordsOf } from '../entry-fields.ts';
import { type NameList, type Role, roles } from './name.ts';
import type { NameCorrection } from './name-report.ts';
import { withOtherScripts } from './other-scripts.ts';
import { parseNames } from './read-names.ts';

/** Which role the names of a field have (BibLaTeX manual §2.2.2; CSL 1.0.2, 'Name Variables'). */
const roleFields: Readonly<Record<string, Role>> = {
	author: 'author',
	editor: 'editor',
	translator: 'translator',
	director: 'director',
	holder: 'holder',
	inventor: 'inventor',
	bookauthor: 'container-author',
	serieseditor: 'collection-editor',
	commentator: 'commentator',
	annotator: 'annotator',
	introduction: 'introduction-author',
	foreword: 'foreword-author',
	afterword: 'afterword-author',
	illustrator: 'illustrator',
	interviewer: 'interviewer',
	organizer: 'organizer',
	recipient: 'recipient',
};

/** The role of an editor by `editortype` (BibLaTeX manual §2.3.6). */
const editorTypes: Readonly<Record<string, Role>> = {
	director: 'director',
	organizer: 'organizer',
	translator: 'translator',
	commentator: 'commentator',
	annotator: 'annotator',
	illustrator: 'illustrator',
	interviewer: 'interviewer',
	founder: 'series-creator',
	introduction: 'introduction-author',
	foreword: 'foreword-author',
	afterword: 'afterword-author',
};

/** Types of secondary editors (`editoratype`). In `editortype`, they count as editors. */
const helperTypes: Readonly<Record<string, Role>> = {
	compiler: 'compiler',
	redactor: 'redactor',
	reviser: 'reviser',
	continuator: 'continuator',
	collaborator: 'collaborator',
};

type Contributors = Readonly<Partial<Record<Role, NameList>>>;

/**
 * The contributors of an entry by role, in the order of {@link roles}. If two fields give the same role, the names of the
 * first field precede those of the second. Reports suspicious names.
 */
export function readContributors(
	entry: Entry,
	commands: UserCommands | undefined,
	report: (diagnostic: Diagnostic) => void,
): Contributors {
	const contributors: Partial<Record<Role, NameList>> = {};
	const add = (role: Role, field: Field) => {
		const names = readField(entry, field, commands, report);
		if (names.names.length === 0 && !names.etAl) return;
		const previous = contributors[role];
		contributors[role] = previous
			? { names: [...previous.names, ...names.names], etAl: previous.etAl || names.etAl }
			: names;
	};
	for (const [name, role] of Object.entries(roleFields)) {
		const field = fieldOf(entry, name);
		if (field) add(name === 'editor' ? editorRole(entry, 'editortype') : role, field);
	}
	for (const letter of ['a', 'b', 'c']) {
		const field = fieldOf(entry, `editor${letter}`);
		if (field) add(editorRole(entry, `editor${letter}type`, helperTypes), field);
	}
	return inOrder(contributors);
}

function inOrder(contributors: Contributors): Contributors {
	if (Object.keys(contributors).length < 2) return contributors;
	const sorted: { -readonly [role in Role]?: NameList } = {};
	for (const role of roles) {
		const list = contributors[role];
		if (list) sorted[role] = list;
	}
	return sorted;
}

function editorRole(entry: Entry, typeField: string, more: Readonly<Record<string, Role>> = {}): Role {
	const type = wordsOf(entry, typeField).toLowerCase();
	return valueIn(editorTypes, type) ?? valueIn(more, type) ?? 'editor';
}

function readField(
	entry: Entry,
	field: Field,
	commands: UserCommands | undefined,
	report: (diagnostic: Diagnostic) => void,
): NameList {
	const annotations = entry.annotations.get(field.name) ?? field.inheritedFrom?.annotations.get(field.name);
	const usePrefix = optionOf(entry, 'useprefix') ?? fieldOf(entry, 'useprefix')?.value.trim().toLowerCase();
	const context = { annotations, usePrefix: usePrefix === 'true', commands };
	const names = parseNames(field.value, context, (code, message, hint, corrections = []) => {
		if (field.inheritedFrom) return;
		const edits = corrections.flatMap((correction) => correctionEdit(field, correction) ?? []);
		const remedy = edits.length === corrections.length ? edits : [];
		report(diagnostic(code, message, { span: field.span, hint, remedy }));
	});
	return withOtherScripts(names, field.inheritedFrom ?? entry, field.name, annotations ?? [], commands);
}

/** UTF-16 units. Each correction searches the whole value. */
const longestCorrected = 100_000;

/** The edit that corrects a name in a field; null if the name is not written there in these words exactly once. */
function correctionEdit(field: Field, { written, corrected }: NameCorrection): Edit | null {
	const { value } = field;
	if (value.length > longestCorrected) return null;
	const at = value.indexOf(written);
	const end = at + written.length;
	// Whitespace in a value is compressed, so one space separates words.
	const isWhole =
		/(?:^|\sand\s)$/i.test(value.slice(Math.max(0, at - 5), at)) && /^(?:$|\sand\s)/i.test(value.slice(end, end + 5));
	if (at < 0 || !isWhole || value.includes(written, end)) return null;
	const span = placesInValue(field)(at, end);
	return span === field.span ? null : { span, text: corrected };
}
