/** What the title of a notice says. */
export interface NoticeTitle {
	/** In lower case: 'correction', 'retraction note'. */
	readonly type: string;
	/** The title of the work that the notice is about; '' if it is not in the title. */
	readonly about: string;
}

/** A notice, without 'Correction of gait disorders', 'Corrections to scaling' and 'Errata and their history'. */
const pattern =
	/^\W{0,2}(?:(?:author|publisher|editorial)['’]?s?['’]? )?(?:(errat(?:um|a)|corrigend(?:um|a))(?=\s*(?:$|[\]:.–—]|(?:to|for)\b))|(correction|retraction|addendum|withdrawal|retraction note|retraction notice|expression of concern|(?:publisher|author|editor)['’]?s?['’]? (?:correction|note))(?=\s*(?:$|[\]:.–—]|to\s*[:"“‘'[])))[\s\]]*(?:(?:to|for)\b)?\s*[:.–—]?\s*/i;

/** UTF-16 units, which bounds the time for a title of spaces. */
const longestPrefix = 100;

/** Reads the title of a correction, an erratum or another notice: 'Correction to: …'; null for that of a work. */
export function noticeInTitle(title: string): NoticeTitle | null {
	const match = pattern.exec(title.slice(0, longestPrefix));
	const type = match?.[1] ?? match?.[2];
	return match && type !== undefined ? { type: type.toLowerCase(), about: title.slice(match[0].length) } : null;
}
