/** The check digit for the first nine digits of an ISBN-10 (ISO 2108): '0' to '9' or 'X'. */
export function isbn10CheckDigit(digits: string): string {
	return mod11(digits.slice(0, 9), (at) => 10 - at);
}

/** The check digit for the first twelve digits of an ISBN-13 (ISO 2108). */
export function isbn13CheckDigit(digits: string): string {
	let sum = 0;
	for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
	return String((10 - (sum % 10)) % 10);
}

/** The check digit for the first seven digits of an ISSN (ISO 3297). */
export function issnCheckDigit(digits: string): string {
	return mod11(digits.slice(0, 7), (at) => 8 - at);
}

/** The check digit for the first fifteen digits of an ORCID iD (ISO 7064, MOD 11-2). */
function orcidCheckDigit(digits: string): string {
	let total = 0;
	for (const digit of digits.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
	const rest = (12 - total) % 11;
	return rest === 10 ? 'X' : String(rest);
}

function mod11(digits: string, weight: (at: number) => number): string {
	let sum = 0;
	for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * weight(at);
	const rest = (11 - (sum % 11)) % 11;
	return rest === 10 ? 'X' : String(rest);
}

/** Whether a value is an ISBN of ten or thirteen digits, with any hyphens and spaces, and its check digit is correct. */
export function isValidIsbn(value: string): boolean {
	const digits = digitsOf(value);
	if (/^\d{9}[\dX]$/.test(digits)) return isbn10CheckDigit(digits) === digits[9];
	return /^97[89]\d{10}$/.test(digits) && isbn13CheckDigit(digits) === digits[12];
}

/** Whether a value is an ISSN with a correct check digit. */
export function isValidIssn(value: string): boolean {
	const digits = digitsOf(value);
	return /^\d{7}[\dX]$/.test(digits) && issnCheckDigit(digits) === digits[7];
}

/** Whether a value is an ORCID iD, with or without `https://orcid.org/`, with a correct check digit. */
export function isValidOrcid(value: string): boolean {
	const digits = digitsOf(value.trim().replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, ''));
	return /^\d{15}[\dX]$/.test(digits) && orcidCheckDigit(digits) === digits[15];
}

/** The digits of a number, without hyphens of any kind and spaces. The check digit X is in upper case. */
export function digitsOf(value: string): string {
	return value.replace(/[\s\u00ad\u2010-\u2015\u2212-]/g, '').toUpperCase();
}
