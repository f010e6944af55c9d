/** The media types of files by extension. */
const mediaTypes: ReadonlyMap<string | undefined, string> = new Map([
	['bib', 'application/x-bibtex'],
	['ris', 'application/x-research-info-systems'],
]);

/** Saves a text as a file in the browser. Also works for pages that are opened from disk. */
export function save(text: string, name: string): void {
	const type = mediaTypes.get(name.split('.').at(-1)) ?? 'text/plain';
	const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName(name);
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Replaces the characters of a key that file names cannot contain. */
function fileName(name: string): string {
	return name.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-').replace(/^[.-]+(?=[^.])/, '');
}
