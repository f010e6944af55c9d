import { dirname } from 'node:path';
import { formatIn } from '../formats/index.ts';
import type { PublicationList } from '../lists/list.ts';
import type { OutputSpec } from '../output/output.ts';
import type { Person } from '../people/person.ts';
import type { LinkedOutputs } from './linked-outputs.ts';
import { relativeAddress } from './relative-address.ts';

/** The addresses of the pages of people in an output, by the id of the person. */
type PeoplePagesOf = (spec: OutputSpec, base: string) => ReadonlyMap<string, string>;

/** A page of a person. */
interface PersonPage {
	readonly person: Person;
	readonly list: PublicationList;
	readonly output: OutputSpec;
}

/**
 * Returns the addresses of the pages of people. Outputs in the same folder share them, and thereby their rendered entries.
 *
 * The page of a person is the one in the format and language of the output, if there is one, else the HTML page.
 *
 * @returns a function of an output and of the path that its relative addresses start from
 */
export function peoplePages({ outputs, lists }: LinkedOutputs): PeoplePagesOf {
	const listsById = new Map(lists.map((list) => [list.id, list]));
	const pages = outputs.flatMap((output): PersonPage[] => {
		const list = listsById.get(output.list ?? '');
		const person = list?.highlights.owner;
		return list && person && output.show === 'list' && formatOf(output)?.isPage ? [{ person, list, output }] : [];
	});
	const people = [...new Set(pages.map(({ person }) => person))];
	const shared = new Map<string, ReadonlyMap<string, string>>();
	return (spec, base) => {
		const { format, flavour, locale, region } = spec;
		const key = JSON.stringify([dirname(base), format, flavour, locale, region === null]);
		const addresses = shared.get(key) ?? new Map(addressesIn(spec, base));
		shared.set(key, addresses);
		return addresses;
	};

	function addressesIn(spec: OutputSpec, base: string) {
		return people.flatMap((person) => {
			const page = bestPage(
				pages.filter((page) => page.person === person),
				spec,
			);
			const address = page && addressOf(page, spec, base);
			return address ? [[person.id, address] as const] : [];
		});
	}
}

/** The page in the format, flavour and language of an output, else the HTML page. */
function bestPage(pages: readonly PersonPage[], spec: OutputSpec): OutputSpec | null {
	const fitting = pages.filter(({ output: { format } }) => format === spec.format || format === 'html-page');
	const [best] = fitting.toSorted((first, second) => differences(first, spec) - differences(second, spec));
	return best?.output ?? null;
}

/** How much a page differs from what is wanted, the most important difference first. */
function differences({ output, list }: PersonPage, { format, locale, flavour }: OutputSpec): number {
	const isPersonPart = list.spec.part?.key === 'person';
	const differs = [output.format !== format, output.locale !== locale, output.flavour !== flavour, !isPersonPart];
	return Number.parseInt(differs.map(Number).join(''), 2);
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
