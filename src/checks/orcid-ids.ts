import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { isValidOrcid } from '../publications/identifiers/checksums.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports ORCID iDs of names and of declared people whose check digit is wrong (ISO 7064, MOD 11-2), each at its first entry.
 * Names are compared by them, and they become links.
 */
export function orcidIds({ publications, matcher }: CheckContext, report: Report): void {
	const reported = new Set<string>();
	const check = (orcid: string | null, words: string, span?: Span) => {
		if (orcid === null || reported.has(orcid) || isValidOrcid(orcid)) return;
		reported.add(orcid);
		const hint = "Copy it from the person's page on orcid.org";
		report(diagnostic('identifier/invalid', `Invalid ORCID iD ${orcid}${words}`, { span, hint }));
	};
	for (const { name, orcid } of matcher.people) check(orcid, ` of person "${name}"`);
	for (const { entry, contributors } of publications)
		for (const { orcid } of Object.values(contributors).flatMap(({ names }) => names)) check(orcid, '', entry.keySpan);
}
