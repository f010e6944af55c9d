/** Saves a text as a file in the browser. Also works for pages that are opened from disk. */
export function save(text: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/x-bibtex;charset=utf-8' }));
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
