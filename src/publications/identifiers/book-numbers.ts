import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { fieldsOf, wordsIn } from '../entry-fields.ts';
import { digitsOf, isbn10CheckDigit, isbn13CheckDigit, issnCheckDigit, isValidIsbn, isValidIssn } from './checksums.ts';

/** The ISBNs of an entry, digits only. Skips other numbers, and reports them as `identifier/invalid` unless they are ISSNs. */
export function readIsbns(entry: Entry, report: Report): string[] {
	return readNumbers(fieldsOf(entry, isbnFields), report, (candidate) => {
		const digits = digitsOf(candidate);
		if (isValidIsbn(digits)) return { value: digits };
		if (isValidIssn(digits)) return null;
		const right =
			digits.length === 10 ? isbn10CheckDigit(digits) : digits.length === 13 ? isbn13CheckDigit(digits) : null;
		return { wrong: 'ISBN', right };
	});
}

/**
 * The ISSNs of an entry (`1234-567X`), including those that Mendeley writes to `isbn`. Skips other numbers, and reports those
 * in ISSN fields as `identifier/invalid`.
 */
export function readIssns(entry: Entry, report: Report): string[] {
	const inIssnFields = readNumbers(fieldsOf(entry, issnFields), report, (candidate) => {
		const digits = digitsOf(candidate);
		return issn(digits) ?? { wrong: 'ISSN', right: digits.length === 8 ? issnCheckDigit(digits) : null };
	});
	const inIsbnFields = readNumbers(fieldsOf(entry, isbnFields), report, (candidate) => issn(digitsOf(candidate)));
	return inIsbnFields.length === 0 ? inIssnFields : [...new Set([...inIssnFields, ...inIsbnFields])];
}

function issn(digits: string): { readonly value: string } | null {
	return isValidIssn(digits) ? { value: `${digits.slice(0, 4)}-${digits.slice(4)}` } : null;
}

/** The result for one number; null for a valid number of another kind. */
type Checked = { readonly value: string } | { readonly wrong: 'ISBN' | 'ISSN'; readonly right: string | null } | null;

const isbnFields = ['isbn', 'isbn-13', 'isbn13', 'isbn-10', 'isbn10', 'eisbn'];
const issnFields = ['issn', 'eissn', 'issn-online'];

function readNumbers(fields: readonly Field[], report: Report, check: (candidate: string) => Checked): string[] {
	const numbers: string[] = [];
	for (const field of fields) {
		for (const candidate of candidates(wordsIn(field))) {
			const checked = check(candidate);
			if (checked === null) continue;
			if ('value' in checked) {
				if (!numbers.includes(checked.value)) numbers.push(checked.value);
			} else if (!field.inheritedFrom) {
				const hint = checked.right?.match(/[\dX]/)
					? `If the other digits are correct, the last one must be ${checked.right}`
					: `An ${checked.wrong} has ${checked.wrong === 'ISBN' ? '10 or 13' : '8'} digits`;
				const message = `Invalid ${checked.wrong} "${candidate}"`;
				report(diagnostic('identifier/invalid', message, { span: field.span, hint }));
			}
		}
	}
	return numbers;
}

/**
 * The numbers in a text, separated by commas, semicolons, slashes or 'and', without remarks such as '(print)' or 'hardback'.
 * Also splits at spaces if every piece is then a complete number.
 */
function candidates(words: string): string[] {
	const numbers = words
		.replace(/\([^()]*\)/g, ' ')
		.split(/[,;/|]|\sand\s/)
		.flatMap((piece) => {
			const number = /(?:97[89][\s‐-]?)?\d[\d\s‐-―-]*[\dX](?![a-z])/i.exec(
				piece.replace(/IS[BS]N(?:[-\s]?1[03](?=[\s:]))?/i, ''),
			);
			if (!number || digitsOf(number[0]).length < 6) return [];
			const parts = number[0].split(/\s+/);
			return parts.length > 1 && parts.every((part) => [8, 10, 13].includes(digitsOf(part).length))
				? parts
				: [number[0]];
		});
	return numbers.length > 0 || /^(?:n\/?a|none|-+)$/i.test(words) ? numbers : [words];
}
