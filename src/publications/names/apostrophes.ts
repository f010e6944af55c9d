import { hebrewMark } from '../../text/hebrew-marks.ts';

/** A name with typographic apostrophes, as in titles. A `Name` keeps straight ones, because names are compared. */
export function withApostrophes(name: string): string {
	const quoted = name.replace(nickname, '‘$1’');
	return quoted.replace(/['"]/g, (mark, at: number) => hebrewMark(quoted, at) ?? (mark === "'" ? '’' : mark));
}

/** A name between straight quotation marks: Robert 'Bob' Smith. */
const nickname = /(?<![^\s(])'([^\s'][^']*)'(?![^\s),.])/g;
