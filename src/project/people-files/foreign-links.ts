import { type ProfileName, profileNames } from '../../people/person.ts';
import { profileSources } from '../../sources/profiles/profile-sources.ts';
import { valueIn } from '../../text/value-in.ts';
import { isMapping, type Mapping, textOf, textsAbout } from './foreign-values.ts';
import { personKey } from './person-words.ts';

/** A link of a person, with the words that name it: its key, label or icon. */
interface ForeignLink {
	readonly words: string;
	readonly address: string;
}

/** Keys under which Hugo Blox and templates for Jekyll have links. */
const linkKeys = ['links', 'profiles', 'social', 'socials'] as const;

function linksOf(values: Mapping): ForeignLink[] {
	return linkKeys.flatMap((key) => {
		const links = valueIn(values, key);
		if (isMapping(links)) return Object.entries(links).flatMap(([words, address]) => linkTo(words, address));
		return Array.isArray(links) ? links.filter(isMapping).flatMap(ofItem) : [];
	});
}

/** `{icon: academicons/orcid, url: …}` of Hugo Blox, `{icon: orcid, link: …}` of its earlier versions. */
function ofItem(item: Mapping): ForeignLink[] {
	const words = [item['icon'], item['label'], item['name'], item['type']].flatMap((text) => textOf(text) ?? []);
	return linkTo(words.join(' '), item['url'] ?? item['link']);
}

function linkTo(words: string, value: unknown): ForeignLink[] {
	const address = textOf(value);
	return address === null ? [] : [{ words, address }];
}

/** The ORCID iD of a person, from a key or a link. */
export function orcidOf(values: Mapping): string | undefined {
	const links = linksOf(values).filter(({ words, address }) => /orcid/i.test(words + address));
	const texts = [...textsAbout(values, 'orcid'), ...links.map(({ address }) => address)];
	return texts.flatMap((text) => /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(text)?.[0] ?? [])[0];
}

/** The ids of a person at services with lists of works, or the addresses of the profiles, from keys or links. */
export function profilesOf(values: Mapping): Partial<Record<ProfileName, string>> {
	const links = linksOf(values);
	return Object.fromEntries(
		profileNames.flatMap((name) => {
			const word = new RegExp(`(?<!\\p{L})${name.replace('-', '[ -]?')}(?!\\p{L})`, 'iu');
			const linked = links.filter(
				({ words, address }) => personKey(words) === name || word.test(`${words} ${address}`),
			);
			const texts = [...textsAbout(values, name), ...linked.map(({ address }) => address)];
			// A link may also lead to a work or to a search.
			const source = profileSources.find((each) => each.name === name);
			const id = texts.find((text) => source?.idIn(text));
			return id === undefined ? [] : [[name, id]];
		}),
	);
}

/** The home page of a person, from a key or a link. */
export function pageOf(values: Mapping): string | undefined {
	const links = linksOf(values).filter(({ words }) => /\bhome|globe|\bweb|\bsite\b/i.test(words));
	const addresses = [...textsAbout(values, 'url'), ...links.map(({ address }) => address)];
	return addresses.find((address) => /^(?:https?:\/\/|\/)\S+$/i.test(address));
}
