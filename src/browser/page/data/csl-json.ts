/** A name in CSL-JSON. */
export interface CslName {
	readonly family?: string;
	readonly given?: string;
	readonly 'dropping-particle'?: string;
	readonly 'non-dropping-particle'?: string;
	readonly suffix?: string;
	readonly literal?: string;
	readonly ORCID?: string;
}

/** An item of CSL-JSON. */
export interface CslItem {
	readonly id: string;
	readonly type: string;
	readonly author?: readonly CslName[];
	readonly editor?: readonly CslName[];
	readonly issued?: CslDate;
	readonly 'event-date'?: CslDate;
	readonly [variable: string]: string | readonly CslName[] | CslDate | undefined;
}

/** A date in CSL-JSON. */
export interface CslDate {
	readonly 'date-parts'?: readonly (readonly number[])[];
	readonly literal?: string;
}
