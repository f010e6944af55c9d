/** What the survey needs to know besides the folder. */
export interface SurveyContext {
	/** Whether the package that formats CSL styles is installed. */
	readonly hasStyles: boolean;
	/** The language of the user of the machine, as a tag; null if it is unknown. */
	readonly userLanguage: string | null;
}

/** The language in the environment (POSIX, 'Environment Variables'): 'de_AT.UTF-8' is de-AT. Null for C and without one. */
export function languageIn({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | null {
	const [, language, region] =
		/^([a-z]{2,3})(?:_([A-Z]{2}))?(?:[.@]|$)/.exec(LC_ALL || LC_MESSAGES || LANG || '') ?? [];
	if (language === undefined) return null;
	return region === undefined ? language : `${language}-${region}`;
}
