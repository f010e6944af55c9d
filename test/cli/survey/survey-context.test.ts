import { expect, test } from 'vitest';
import { languageIn } from '../../../src/cli/survey/survey-context.ts';

test.each([
	[{ LANG: 'de_AT.UTF-8' }, 'de-AT'],
	[{ LANG: 'de_DE.UTF-8', LC_ALL: 'fr' }, 'fr'],
	[{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'ca_ES@valencia' }, 'ca-ES'],
	[{ LANG: 'C.UTF-8' }, null],
	[{ LANG: 'POSIX' }, null],
	[{ LC_ALL: 'C', LANG: 'de_DE' }, null],
	[{}, null],
])('the language of the user in %j is %s', (env, language) => {
	expect(languageIn(env)).toBe(language);
});
