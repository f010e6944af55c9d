/** A name, or a whole list, as it is written in a field, and the same in BibTeX's syntax. */
export interface NameCorrection {
	readonly written: string;
	readonly corrected: string;
}

/** Receives a problem with names: a message, a hint, and how to correct the field if Bibfolio repaired the names. */
export type NameReport = (
	code: 'name/comma-list' | 'name/suspicious',
	message: string,
	hint?: string,
	corrections?: readonly NameCorrection[],
) => void;

/** A problem with names, as the arguments of a report. */
export type NameProblem = Parameters<NameReport>;

/** A name that was read in another way than it is written. */
export function repairProblem(problem: string, written: string, corrected: string): NameProblem {
	return [
		'name/suspicious',
		`${problem} "${written}"; read as "${corrected}"`,
		`Write "${corrected}"`,
		[{ written, corrected }],
	];
}
