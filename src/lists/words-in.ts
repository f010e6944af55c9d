import { plainText } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import type { Publication } from '../publications/publication.ts';
import { fold } from '../text/fold.ts';

const known = new WeakMap<Publication, string>();

/** What a person would look for a work by, folded: title, names, venue, year, keywords, identifiers, key. One a line. */
export function wordsIn(publication: Publication): string {
	let words = known.get(publication);
	if (words === undefined) {
		words = partsOf(publication).map(fold).join('\n');
		known.set(publication, words);
	}
	return words;
}

function partsOf(work: Publication): string[] {
	const { key, entry, venue, issued, identifiers, keywords } = work;
	const rich: readonly (RichText | null)[] = [
		...[work.title, work.titleShort, work.titleAddon, venue.name, work.containerTitle, work.containerTitleShort],
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
	const names = Object.values(work.contributors).flatMap((list) => list.names);
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
