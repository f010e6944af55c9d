import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Source, type Span, source } from '../../diagnostics/source.ts';
import { memoize } from '../../text/memoize.ts';
import {
	int,
	literal,
	looseObject,
	maximum,
	maxLength,
	minimum,
	nullable,
	enum as oneOf,
	optional,
	record,
	regex,
	string,
	tuple,
	union,
} from '../../text/schema.ts';
import { valueIn } from '../../text/value-in.ts';
import { safeAddress } from '../identifiers/url-safety.ts';
import { type AccessState, accessStates, type MetricName, metricNames } from './metric-names.ts';
import type { Metrics, Snapshot, SourceRecord, WorkRecord } from './metric-snapshot.ts';
import { snapshotVersion } from './write-snapshot.ts';

/** What a file with metrics contains. */
export interface ReadSnapshot {
	/** Null if the file is not one with metrics. */
	readonly snapshot: Snapshot | null;
	/** Problems in the file; works with problems are skipped. */
	readonly problems: readonly Diagnostic[];
}

/** Reads a file with metrics. The same text gives the same object. */
export function readSnapshot(file: Source): ReadSnapshot {
	return readText(JSON.stringify([file.path, file.text]));
}

const mostFiles = 20;

const readText = memoize((key): ReadSnapshot => {
	const [path, text] = JSON.parse(key) as [string, string];
	return readFile(source(path, text));
}, mostFiles);

/** Problems of one file that are reported. */
const mostProblems = 10;

const date = string().check(regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
const count = int().check(minimum(0), maximum(1e9));
const address = string().check(maxLength(2000));
const value = union([
	count,
	tuple([nullable(count), oneOf(accessStates)]),
	tuple([nullable(count), oneOf(accessStates), address]),
]);

/** Keys that this version does not know are ignored: a later one may have written the file. */
const wholeFile = looseObject({
	version: literal(snapshotVersion),
	sources: record(string(), date),
	works: looseObject({}),
});
const work = looseObject({
	dates: optional(record(string(), date)),
	...Object.fromEntries(metricNames.map((name) => [name, optional(value)])),
});

type Value = number | readonly [citations: number | null, state: AccessState, url?: string];
type Work = Readonly<Partial<Record<MetricName, Value>>> & { readonly dates?: Readonly<Record<string, string>> };

function readFile(file: Source): ReadSnapshot {
	const invalid = (problem: string, span: Span) => diagnostic('metrics/invalid', problem, { span, hint: remedy });
	let parsed: unknown;
	try {
		parsed = JSON.parse(file.text);
	} catch (error) {
		return { snapshot: null, problems: [invalid(`${file.path} is not valid JSON`, placeOf(error as Error, file))] };
	}
	const start = { source: file, start: 0, end: 0 };
	if (!wholeFile.safeParse(parsed).success)
		return {
			snapshot: null,
			problems: [invalid(`${file.path} is not a file with metrics of version ${snapshotVersion}`, start)],
		};
	const written = parsed as { sources: Readonly<Record<string, string>>; works: Readonly<Record<string, unknown>> };
	const sources = new Map(
		metricNames.flatMap((name) => {
			const date = valueIn(written.sources, name);
			return date === undefined ? [] : [[name, date] as const];
		}),
	);
	const problems: Diagnostic[] = [];
	const works = new Map<string, WorkRecord>();
	let invalidWorks = 0;
	for (const [id, value] of Object.entries(written.works)) {
		const read = work.safeParse(value).success ? readWork(value as Work, sources) : null;
		if (read) works.set(id.toLowerCase(), read);
		else if (++invalidWorks <= mostProblems) problems.push(invalid(`Invalid metrics of ${id}`, keySpan(id, file)));
	}
	const more = invalidWorks - mostProblems;
	if (more > 0) problems.push(invalid(`${more} more works with invalid metrics in ${file.path}`, start));
	return { snapshot: { sources, works }, problems };
}

const remedy = 'Correct it, or delete the file and run "bibfolio metrics"';

/** Null if a value has no date. */
function readWork(written: Work, sources: Snapshot['sources']): WorkRecord | null {
	const records = new Map<MetricName, SourceRecord>();
	for (const name of metricNames) {
		const value = valueIn(written, name) as Value | undefined;
		if (value === undefined) continue;
		const date = valueIn(written.dates ?? {}, name) ?? sources.get(name);
		if (date === undefined) return null;
		records.set(name, { ...readValue(value), date });
	}
	return records;
}

function readValue(value: Value): Metrics {
	if (typeof value === 'number') return { citations: value, openAccess: null };
	const [citations, state, url] = value;
	return { citations, openAccess: { state, url: url === undefined ? null : webAddress(url) } };
}

/** An address of the web; null for others, which lists must not link to. */
export function webAddress(url: string): string | null {
	return /^https?:\/\//i.test(url) ? safeAddress(url) : null;
}

/** Where the parser of V8 stopped: it says the position, or the text around it, or nothing at the end. */
function placeOf({ message }: Error, file: Source): Span {
	const position = /at position (\d+)/.exec(message)?.[1];
	const [, token = '', context] =
		/^Unexpected token '?(.+?)'?, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
	const inContext = context === undefined ? null : file.text.indexOf(context) + context.indexOf(token);
	const start = position === undefined ? (inContext ?? file.text.length) : Number(position);
	return { source: file, start, end: start };
}

function keySpan(id: string, file: Source): Span {
	const key = JSON.stringify(id);
	const start = Math.max(0, file.text.indexOf(`${key}:`));
	return { source: file, start, end: start === 0 ? 0 : start + key.length };
}
