import { noBadAnswer } from './no-bad-answer.ts';
import { noCrash } from './no-crash.ts';
import { noEntryLost } from './no-entry-lost.ts';
import { noHalfFile } from './no-half-file.ts';
import { noScript } from './no-script.ts';
import { noStaleList } from './no-stale-list.ts';
import type { Trial } from './trial.ts';

/** All promises that `npm run torture` tries to break. */
export const trials: readonly Trial<unknown>[] = [noEntryLost, noScript, noHalfFile, noStaleList, noCrash, noBadAnswer];
