import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { normalizeArxiv, withoutVersion } from '../publications/identifiers/arxiv.ts';
import { normalizeDoi } from '../publications/identifiers/doi.ts';
import { int, minLength, enum as oneOf, optional, string, union } from '../text/schema.ts';
import { parseYaml, type Yaml } from '../text/yaml.ts';
import type { IgnoredWork } from '../updates/sync/work-identity.ts';
import { mapping, oneOrMany, type SchemaIssue } from './project-schema.ts';
import { asArray } from './project-selectors.ts';
import { rowProblems } from './schema-problems.ts';

/** Why a work is not wanted: it is by another person with that name, or does not belong in the library. */
export const ignoreReasons = ['not mine', 'ignore'] as const;

export type IgnoreReason = (typeof ignoreReasons)[number];

/** An entry of `ignored-works.yaml`. Its keys are in the order in which they are written. */
export interface IgnoredRow {
	readonly doi?: string | readonly string[] | undefined;
	readonly arxiv?: string | readonly string[] | undefined;
	readonly pmid?: string | number | readonly (string | number)[] | undefined;
	/** The record in a profile, for a work without other identifiers: 'dblp:conf/x/Lovelace43'. */
	readonly record?: string | readonly string[] | undefined;
	readonly title?: string | undefined;
	readonly year?: number | undefined;
	/** The people in whose profiles the work is. */
	readonly person?: string | readonly string[] | undefined;
	readonly why: IgnoreReason;
}

const words = string().check(minLength(1));
const texts = optional(oneOrMany(words));

const row = mapping({
	doi: texts,
	arxiv: texts,
	pmid: optional(oneOrMany(union([words, int()]))),
	record: texts,
	title: optional(words),
	year: optional(int()),
	person: texts,
	why: oneOf(ignoreReasons),
});

/**
 * The entries of a file with works that the user does not want; null if one of them is invalid, which is reported: without
 * it, the work would be written.
 */
export function readIgnoredRows(file: Source, report: Report): readonly IgnoredRow[] | null {
	const yaml = parseYaml(file, report, 'config/syntax');
	return yaml && rowsIn(yaml, report);
}

function rowsIn(yaml: Yaml, report: Report): readonly IgnoredRow[] | null {
	const { value } = yaml;
	if (value === null) return [];
	if (!Array.isArray(value)) {
		const hint = 'Begin each work with "- ", as in "- doi: 10.1000/182"';
		report(diagnostic('config/invalid', 'Expected a list of works', { span: yaml.spanOf([]), hint }));
		return null;
	}
	let isValid = true;
	const rows = value.flatMap((entry: unknown, index) => {
		const result = row.safeParse(entry);
		const rowOrNull = result.success ? (result.data as IgnoredRow) : null;
		if (rowOrNull && isRecognizable(rowOrNull)) return [rowOrNull];
		isValid = false;
		if (result.success) report(unrecognizable(yaml, index));
		else for (const problem of rowProblems(result.error.issues as SchemaIssue[], yaml, index)) report(problem);
		return [];
	});
	return isValid ? rows : null;
}

function isRecognizable({ doi, arxiv, pmid, record, title }: IgnoredRow): boolean {
	return [doi, arxiv, pmid, record, title].some((value) => value !== undefined);
}

function unrecognizable(yaml: Yaml, index: number) {
	const hint = 'Add "doi", "arxiv", "pmid", "record" or "title"';
	return diagnostic('config/invalid', 'Expected an identifier or a title', { span: yaml.spanOf([index]), hint });
}

/** An entry as the comparison of profiles needs it. */
export function ignoredWork({ doi, arxiv, pmid, record, title = '', year, person, why }: IgnoredRow): IgnoredWork {
	return {
		doi: asArray(doi ?? []).map((text) => (normalizeDoi(text) ?? text).toLowerCase()),
		arxiv: asArray(arxiv ?? []).map((text) => withoutVersion(normalizeArxiv(text) ?? text)),
		pmid: asArray(pmid ?? []).map(String),
		records: asArray(record ?? []),
		title,
		year: year ?? null,
		people: why === 'not mine' ? asArray(person ?? []) : [],
		reason: why,
	};
}
