import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { referenceLabel } from '../../sources/records/reference.ts';
import type { OnlineContext } from './online-check.ts';
import { identifierSpan } from './other-titles.ts';

/**
 * Reports identifiers that no service knows: `online/unknown-identifier`. Some agencies describe no works, so that a DOI
 * counts as unknown only if its address leads nowhere as well.
 */
export async function unknownIdentifiers({ unknown, client }: OnlineContext, report: Report): Promise<void> {
	for (const { publication, reference, hosts } of unknown) {
		if (reference.kind === 'doi' && (await client.probe(client.addressOf('doi', reference.id))).kind !== 'gone')
			continue;
		report(
			diagnostic(
				'online/unknown-identifier',
				`Unknown ${referenceLabel(reference)} of ${publication.key}: not found at ${hosts.join(', ')}`,
				{ span: identifierSpan(publication, reference), hint: 'Check its letters and digits' },
			),
		);
	}
}
