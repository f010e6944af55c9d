/** Escapes non-ASCII characters, because a browser may read a script in the encoding of the page that loads it. */
export function asciiScript(script: string): string {
	return script.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
