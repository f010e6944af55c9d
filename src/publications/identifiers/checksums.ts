/** The check digit that the first nine digits of an ISBN-10 ask for (ISO 2108): '0' to '9' or 'X'. */
export function isbn10CheckDigit(digits: string): string {
	return mod11(digits.slice(0, 9), (at) => 10 - at);
}

/** The check digit that the first twelve digits of an ISBN-13 ask for (ISO 2108). */
export function isbn13CheckDigit(digits: string): string {
	let sum = 0;
	for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
	return String((10 - (sum % 10)) % 10);
}

/** The check digit that the first seven digits of an ISSN ask for (ISO 3297). */
export function issnCheckDigit(digits: string): string {
	return mod11(digits.slice(0, 7), (at) => 8 - at);
}

/** The check digit that the first fifteen digits of an ORCID iD ask for (ISO 7064, MOD 11-2). */
export function orcidCheckDigit(digits: string): string {
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

/** True when the value is an ISBN of ten or thirteen digits, hyphens and spaces apart, whose check digit is right. */
export function isValidIsbn(value: string): boolean {
	const digits = bare(value);
	if (/^\d{9}[\dX]$/.test(digits)) return isbn10CheckDigit(digits) === digits[9];
	return /^97[89]\d{10}$/.test(digits) && isbn13CheckDigit(digits) === digits[12];
}

/** True when the value is an ISSN whose check digit is right. */
export function isValidIssn(value: string): boolean {
	const digits = bare(value);
	return /^\d{7}[\dX]$/.test(digits) && issnCheckDigit(digits) === digits[7];
}

/** True when the value is an ORCID iD, with or without `https://orcid.org/`, whose check digit is right. */
export function isValidOrcid(value: string): boolean {
	const digits = bare(value.trim().replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, ''));
	return /^\d{15}[\dX]$/.test(digits) && orcidCheckDigit(digits) === digits[15];
}

/** Digits alone: hyphens of every kind and spaces taken off, the check digit X in upper case. */
export function bare(value: string): string {
	return value.replace(/[\s\u00ad\u2010-\u2015\u2212-]/g, '').toUpperCase();
}
