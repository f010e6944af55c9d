/** What the survey needs to know besides the folder. */
export interface SurveyContext {
	/** Whether the package that formats CSL styles is installed. */
	readonly hasStyles: boolean;
}
