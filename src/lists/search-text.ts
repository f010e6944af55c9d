import { plainText } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import type { Publication } from '../publications/publication.ts';
import { fold } from '../text/fold.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';

/** The searchable text of a publication, folded, one part per line: title, names, venue, year, keywords, identifiers, key. */
export const searchText = cacheByIdentity((work: Publication): string => partsOf(work).map(fold).join('\n'));

function partsOf(work: Publication): string[] {
	const { key, entry, venue, issued, identifiers, keywords } = work;
	const rich: readonly (RichText | null)[] = [
		...[
			work.title,
			work.titleShort,
			work.titleAddon,
			work.titleTranslation,
			venue.name,
			work.containerTitle,
			work.containerTitleShort,
		],
		...[
			work.collectionTitle,
			work.eventTitle,
			work.publisher,
			work.institution,
			work.number,
			work.note,
			...work.awards,
		],
	];
	const names = Object.values(work.contributors)
		.flatMap((list) => list.names)
		.flatMap((name) => (name.inOtherScript ? [name, name.inOtherScript] : [name]));
	const { start, end } = issued ?? {};
	const plain = [
		...[key, ...entry.ids, work.entryType, venue.kind, venue.short, ...keywords],
		...[start?.year, end?.year, entry.fields.get('year')?.value].map((year) => year?.toString()),
		...Object.values(identifiers).map((value) => (typeof value === 'string' ? value : null)),
		...names.map(
			({ literal, given, nonDroppingParticle, droppingParticle, family, suffix }) =>
				literal ?? [given, droppingParticle, nonDroppingParticle, family, suffix].filter(Boolean).join(' '),
		),
	];
	return [...rich.map((text) => text && plainText(text)), ...plain].filter((part): part is string => Boolean(part));
}
