import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import { deadLinks } from './dead-links.ts';
import type { HostFailure, OnlineCheck, OnlineContext, RecordedWork, UnknownWork } from './online-check.ts';
import { otherNumbers } from './other-numbers.ts';
import { otherTitles } from './other-titles.ts';
import { otherYears } from './other-years.ts';
import { createPublishedPreprints } from './published-preprints.ts';
import { createRecordMemory, type RecordMemory, referenceOf } from './record-memory.ts';
import { unknownIdentifiers } from './unknown-identifiers.ts';
import { unstatedNotices } from './unstated-notices.ts';

export type { OnlineCheck, OnlineContext } from './online-check.ts';

/**
 * The rules for a library and what services say. A new rule needs one file and one row; one that remembers
 * what it asked is created with the checker.
 */
const onlineChecks: readonly OnlineCheck[] = [
	unstatedNotices,
	unknownIdentifiers,
	otherTitles,
	otherYears,
	otherNumbers,
	deadLinks,
];

/** Checks a library with what services say. */
export interface OnlineChecker {
	/** Runs all checks. A second run, as after a fix, asks only for what is new. */
	check(publications: readonly Publication[], report: Report): Promise<void>;
}

/**
 * Creates a checker. Nothing is stored: its answers end with it.
 *
 * @param onWork called before each work with its number among those with an identifier, and with null before other requests
 */
export function createOnlineChecker(
	client: Client,
	reading: Reading,
	onWork: (number: number | null, count: number) => void = () => {},
): OnlineChecker {
	const memory = createRecordMemory(client, reading);
	const checks = [...onlineChecks, createPublishedPreprints(reading)];
	return {
		async check(publications, report) {
			const failures: HostFailure[] = [];
			const reportFailure = (failure: HostFailure) => failures.push(failure);
			const asked = await askAll(publications, memory, reportFailure, onWork);
			const context: OnlineContext = { publications, ...asked, client, reportFailure };
			for (const check of checks) await check(context, report);
			for (const problem of summaries(failures)) report(problem);
		},
	};
}

async function askAll(
	publications: readonly Publication[],
	memory: RecordMemory,
	reportFailure: (failure: HostFailure) => void,
	onWork: (number: number | null, count: number) => void,
): Promise<{ readonly records: readonly RecordedWork[]; readonly unknown: readonly UnknownWork[] }> {
	const works = publications.flatMap((publication) => {
		const reference = referenceOf(publication);
		return reference ? [{ publication, reference }] : [];
	});
	const records: RecordedWork[] = [];
	const unknown: UnknownWork[] = [];
	for (const [index, { publication, reference }] of works.entries()) {
		onWork(index + 1, works.length);
		const outcome = await memory.recordOf(reference);
		if (outcome.kind === 'found') records.push({ publication, reference, ...outcome });
		else if (outcome.kind === 'unknown') unknown.push({ publication, reference, hosts: outcome.hosts });
		else if (outcome.kind === 'failed') reportFailure(outcome.failure);
	}
	onWork(null, works.length);
	return { records, unknown };
}

/** One diagnostic for each host that failed, with the number of its failures; only one without a network. */
function summaries(failures: readonly HostFailure[]): readonly Diagnostic[] {
	const offline = failures.find((failure) => failure.offline);
	if (offline) {
		return [
			diagnostic('online/offline', `Cannot check the library online: ${offline.host} ${offline.reason}`, {
				hint: 'Check your internet connection; the other checks need none',
			}),
		];
	}
	return [...new Set(failures.map(({ host }) => host))].map((host) => {
		const [first, ...others] = failures.filter((failure) => failure.host === host);
		const works = others.length === 0 ? '1 work' : `${others.length + 1} works`;
		return diagnostic('online/unavailable', `Cannot check ${works} online: ${host} ${first?.reason}`, {
			hint: first?.remedy ?? 'Try again later',
		});
	});
}
