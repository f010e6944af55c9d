import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { fieldsOf, wordsIn } from '../entry-fields.ts';
import { bare, isbn10CheckDigit, isbn13CheckDigit, issnCheckDigit, isValidIsbn, isValidIssn } from './checksums.ts';

/** The ISBNs of an entry, digits only. Reports `identifier/invalid` for the others but ISSNs, and leaves them out. */
export function readIsbns(entry: Entry, report: Report): string[] {
	return readNumbers(fieldsOf(entry, isbnFields), report, (candidate) => {
		const digits = bare(candidate);
		if (isValidIsbn(digits)) return { value: digits };
		if (isValidIssn(digits)) return null;
		const right =
			digits.length === 10 ? isbn10CheckDigit(digits) : digits.length === 13 ? isbn13CheckDigit(digits) : null;
		return { wrong: 'ISBN', right };
	});
}

/**
 * The ISSNs of an entry, `1234-567X`, also those that Mendeley writes to `isbn`. Reports `identifier/invalid` for what is
 * none in their own field and leaves it out.
 */
export function readIssns(entry: Entry, report: Report): string[] {
	const own = readNumbers(fieldsOf(entry, issnFields), report, (candidate) => {
		const digits = bare(candidate);
		return issn(digits) ?? { wrong: 'ISSN', right: digits.length === 8 ? issnCheckDigit(digits) : null };
	});
	const strayed = readNumbers(fieldsOf(entry, isbnFields), report, (candidate) => issn(bare(candidate)));
	return strayed.length === 0 ? own : [...new Set([...own, ...strayed])];
}

function issn(digits: string): { readonly value: string } | null {
	return isValidIssn(digits) ? { value: `${digits.slice(0, 4)}-${digits.slice(4)}` } : null;
}

/** Null for what is another number, and no mistake. */
type Checked = { readonly value: string } | { readonly wrong: 'ISBN' | 'ISSN'; readonly right: string | null } | null;

const isbnFields = ['isbn', 'isbn-13', 'isbn13', 'isbn-10', 'isbn10', 'eisbn'];
const issnFields = ['issn', 'eissn', 'issn-online'];

function readNumbers(fields: readonly Field[], report: Report, check: (candidate: string) => Checked): string[] {
	const found: string[] = [];
	for (const field of fields) {
		for (const candidate of candidates(wordsIn(field))) {
			const checked = check(candidate);
			if (checked === null) continue;
			if ('value' in checked) {
				if (!found.includes(checked.value)) found.push(checked.value);
			} else if (!field.inheritedFrom) {
				const hint = checked.right?.match(/[\dX]/)
					? `If the other digits are right, the last one is ${checked.right}`
					: `An ${checked.wrong} has ${checked.wrong === 'ISBN' ? '10 or 13' : '8'} digits`;
				const message = `Unexpected “${candidate}”, expected an ${checked.wrong}`;
				report(diagnostic('identifier/invalid', message, { span: field.span, hint }));
			}
		}
	}
	return found;
}

/**
 * The numbers in the words: between commas, semicolons, slashes and 'and', without what stands in brackets or beside
 * them ('(print)', 'hardback'); at spaces too where every piece then is a number by itself.
 */
function candidates(words: string): string[] {
	const found = words
		.replace(/\([^()]*\)/g, ' ')
		.split(/[,;/|]|\sand\s/)
		.flatMap((piece) => {
			const number = /(?:97[89][\s‐-]?)?\d[\d\s‐-―-]*[\dX](?![a-z])/i.exec(
				piece.replace(/IS[BS]N(?:[-\s]?1[03](?=[\s:]))?/i, ''),
			);
			if (!number || bare(number[0]).length < 6) return [];
			const parts = number[0].split(/\s+/);
			return parts.length > 1 && parts.every((part) => [8, 10, 13].includes(bare(part).length)) ? parts : [number[0]];
		});
	return found.length > 0 || /^(?:n\/?a|none|-+)$/i.test(words) ? found : [words];
}
