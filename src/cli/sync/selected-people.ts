import { isMembership } from '../../people/membership.ts';
import { type Person, profileNames } from '../../people/person.ts';
import { matchPeople } from '../../people/person-matcher.ts';
import { closestWord } from '../../text/closest-word.ts';
import { UsageError } from '../usage-error.ts';

/** The people to sync: those that the words name by id, name or alias, or else all with a profile who are or were members. */
export function selectedPeople(words: readonly string[], people: readonly Person[]): readonly Person[] {
	if (words.length === 0) return people.filter((person) => hasProfile(person) && person.spells.some(isMembership));
	const { find } = matchPeople(people);
	return [...new Set(words.map((word) => find(word) ?? unknown(word, people)))].map((person) => {
		if (hasProfile(person)) return person;
		const hint = 'Add "orcid" or another id of the person under "people"';
		throw new UsageError(`No profile of ${person.name} to read`, hint);
	});
}

function hasProfile({ orcid, profiles }: Person): boolean {
	return orcid !== null || Object.keys(profiles).length > 0;
}

function unknown(word: string, people: readonly Person[]): never {
	const names = people.flatMap(({ id, name, aliases }) => [id, name, ...aliases.map((alias) => alias.name)]);
	const near = closestWord(word, names);
	const ids = people.map(({ id }) => id).join(', ') || 'none';
	throw new UsageError(`Unknown person "${word}"`, near ? `Did you mean "${near}"?` : `People: ${ids}`);
}

/** What to add to a configuration without any profile. */
export function noProfilesText(people: readonly Person[], file: string | null): string {
	const [first] = people;
	const other = people.find(hasProfile);
	if (other)
		return `error: No profile to read: only collaborators and former members have ids
  hint: Name people to read their profiles: bibfolio sync ${other.id}
`;
	const name = first?.name ?? 'Carberry, Josiah';
	return `error: No profile to read: no one under "people" has an ORCID iD or another id
  hint: Add the id of a person to ${file ?? 'bibfolio.yaml'}; "orcid" is enough:

people:
  - name: ${JSON.stringify(name)}
    orcid: 0000-0002-1825-0097

  Other ids: ${profileNames.join(', ')}
`;
}
