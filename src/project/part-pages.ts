import { dirname } from 'node:path';
import { formatIn } from '../formats/index.ts';
import type { PublicationList } from '../lists/list.ts';
import type { OutputSpec } from '../output/output.ts';
import { type OtherPages, partKey } from '../render/documents/other-pages.ts';
import type { LinkedOutputs } from './linked-outputs.ts';
import { relativeAddress } from './relative-address.ts';

/** The pages of parts for an output, and for the path that its relative addresses start from. */
type PartPagesOf = (spec: OutputSpec, base: string) => Pick<OtherPages, 'people' | 'parts'>;

/** A page of a part. */
interface PartPage {
	readonly key: string;
	readonly list: PublicationList;
	readonly output: OutputSpec;
}

/**
 * Returns the addresses of the pages of people, years and other parts. Outputs in the same folder share them, and thereby
 * their rendered entries.
 *
 * The page of a part is the one in the format and language of the output, if there is one, else the HTML page.
 */
export function partPages({ outputs, configured, lists }: LinkedOutputs): PartPagesOf {
	const listsById = new Map(lists.map((list) => [list.id, list]));
	const pages = outputs.flatMap((output): PartPage[] => {
		const list = listsById.get(output.list ?? '');
		const key = list && keyOf(list);
		return key && output.show === 'list' && formatOf(output)?.isPage ? [{ key, list, output }] : [];
	});
	const keys = [...new Set(pages.map(({ key }) => key))];
	const shared = new Map<string, ReturnType<PartPagesOf>>();
	return (spec, base) => {
		const { format, flavour, locale, region } = spec;
		const situation = JSON.stringify([dirname(base), wholeList(spec), format, flavour, locale, region === null]);
		const addresses = shared.get(situation) ?? addressesIn(spec, base);
		shared.set(situation, addresses);
		return addresses;
	};

	function wholeList(spec: OutputSpec): string | null {
		return configured.get(spec)?.list ?? null;
	}

	function addressesIn(spec: OutputSpec, base: string): ReturnType<PartPagesOf> {
		const parts = keys.flatMap((key) => {
			const page = bestPage(
				pages.filter((page) => page.key === key),
				spec,
			);
			const address = page && addressOf(page, spec, base);
			return address ? [[key, address] as const] : [];
		});
		const person = partKey({ key: 'person', value: '' });
		const people = parts.filter(([key]) => key.startsWith(person));
		return {
			parts: new Map(parts),
			people: new Map(people.map(([key, address]) => [key.slice(person.length), address])),
		};
	}

	/** The page in the format, flavour and language of an output, else the HTML page. */
	function bestPage(pages: readonly PartPage[], spec: OutputSpec): OutputSpec | null {
		const fitting = pages.filter(({ output: { format } }) => format === spec.format || format === 'html-page');
		const [best] = fitting.toSorted((first, second) => differences(first, spec) - differences(second, spec));
		return best?.output ?? null;
	}

	/** How much a page differs from what is wanted, as a binary number with the most important difference first. */
	function differences({ list, output }: PartPage, spec: OutputSpec): number {
		const differs = [
			output.format !== spec.format,
			output.locale !== spec.locale,
			output.flavour !== spec.flavour,
			list.spec.part === null,
			wholeList(output) !== wholeList(spec),
		];
		return Number.parseInt(differs.map(Number).join(''), 2);
	}
}

/** The part that a list shows; null for a whole list, and for a part of the list of a person. */
function keyOf({ spec: { part }, highlights: { owner } }: PublicationList): string | null {
	if (owner === null) return part && partKey(part);
	return part === null || part.key === 'person' ? partKey({ key: 'person', value: owner.id }) : null;
}

/**
 * The address of a page in an output. It is relative if readers get the output at its path, as a page or with a base, so that
 * it also works in a preview. A fragment, a feed or a document may be read anywhere.
 */
function addressOf(page: OutputSpec, spec: OutputSpec, base: string): string | null {
	const format = formatOf(spec);
	const near = relativeAddress(base, page.path);
	if (page.format === spec.format || format?.references === 'base') return near;
	if (format?.references !== 'file') return page.address;
	return spec.region === null ? (page.address ?? near) : near;
}

function formatOf({ format, flavour }: OutputSpec) {
	return formatIn(format, flavour);
}
