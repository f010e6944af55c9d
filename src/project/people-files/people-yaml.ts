import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Yaml } from '../../text/yaml.ts';
import { checkPerson, type SchemaIssue } from '../project-schema.ts';
import { rowProblems } from '../schema-problems.ts';
import type { PersonKeys, PersonRow } from './person-row.ts';

/**
 * The people in a file of the user's own, `people.yaml`: the rows of `people` in `bibfolio.yaml`. A key that is unknown or invalid
 * is reported and ignored; a row without a name is skipped.
 */
export function peopleInYaml(yaml: Yaml, report: Report): PersonRow[] {
	const rows = Array.isArray(yaml.value) ? yaml.value : [];
	return rows.flatMap((row: unknown, index): PersonRow[] => {
		const checked = checkPerson(row);
		if ('person' in checked) return [rowOf(checked.person, yaml, index)];
		for (const problem of rowProblems(checked.issues, yaml, index))
			report(diagnostic(codeOf(problem.code), problem.message, problem));
		const valid = checkPerson(withoutKeys(row, checked.issues));
		return 'person' in valid ? [rowOf(valid.person, yaml, index)] : [];
	});
}

function codeOf(code: string): 'people/unknown-key' | 'people/invalid' {
	return code === 'config/unknown-key' ? 'people/unknown-key' : 'people/invalid';
}

function rowOf(person: string | PersonKeys, yaml: Yaml, index: number): PersonRow {
	return { keys: typeof person === 'string' ? { name: person } : person, span: yaml.spanOf([index]) };
}

/** A row without the keys that issues are about. */
function withoutKeys(row: unknown, issues: readonly SchemaIssue[]): unknown {
	if (typeof row !== 'object' || row === null) return row;
	const wrong = new Set(issues.flatMap((issue) => wrongKeys(issue)));
	return Object.fromEntries(Object.entries(row).filter(([key]) => !wrong.has(key)));
}

/** The keys of a row that an issue is about. Alternatives such as 'text or a mapping' are issues of the row itself. */
function wrongKeys(issue: SchemaIssue): string[] {
	const [first] = issue.path;
	if (first !== undefined) return [String(first)];
	if (issue.code === 'unrecognized_keys') return [...issue.keys];
	return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(wrongKeys) : [];
}
