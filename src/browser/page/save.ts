/** Has the browser save a text as a file; works from a disk, too. */
export function save(text: string, name: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/x-bibtex;charset=utf-8' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = fileName(name);
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Keys may hold what names of files may not. */
function fileName(name: string): string {
	return name.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-').replace(/^[.-]+(?=[^.])/, '');
}
