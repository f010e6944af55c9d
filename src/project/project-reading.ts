import { readUserCommands } from '../latex/commands/user-commands.ts';
import { libraryReader } from '../library/read-library.ts';
import type { Reading } from '../publications/normalize.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Project } from './project.ts';

/** The reader of a project's library: an unchanged block gives the same entry in every build of the project. */
export const libraryReaderOf = cacheByIdentity((_project: Project) => libraryReader());

/** The settings for normalizing the entries of a project. The same preambles give the same object. */
export const readingOf = cacheByIdentity(
	({ macros, venues, links }: Project, preambles: readonly string[]): Reading => ({
		commands: readUserCommands(preambles, macros),
		venues,
		links,
	}),
);
