import { splitWords } from './name-split.ts';

/** Common Vietnamese family names that are hardly ever given names. */
const families = new Set(
	(
		'Bùi Đàm Đặng Đinh Đỗ Đoàn Hồ Huỳnh Lê Lý Nghiêm Ngô Nguyễn Phạm Phan Phùng Quách Tạ Tăng Tôn Trần Triệu Trịnh Trương ' +
		'Võ Vũ'
	).split(' '),
);

/** Common Vietnamese family names that are also given names. */
const ambiguous = new Set(
	'Cao Châu Chu Đào Điền Dương Hà Hoàng Kiều Lâm Lương Lưu Mạc Mai Thái Tô Từ Vương'.split(' '),
);

/** Letters and family names that other languages in Latin script do not use. */
const evidence = /[ĂăĐđƠơƯư\u1ea0-\u1ef9]|^(?:Bùi|Lê|Ngô|Võ|Vũ)\s/;

/** Middle names that only follow a family name. */
const middleNames = new Set(['Văn', 'Thị']);

/**
 * The family name and the given names of a Vietnamese name with the family name first, as in Vietnam; null for any other
 * name. Names without accents ('Thanh Nghi Do') are read as BibTeX reads them, because authors often swap them for readers
 * abroad.
 */
export function vietnameseParts(name: string): readonly [family: string, given: string] | null {
	if (!evidence.test(name)) return null;
	const words = splitWords(name).map(({ text }) => text);
	return isFamilyFirst(words) ? [words[0] ?? '', words.slice(1).join(' ')] : null;
}

function isFamilyFirst(words: readonly string[]): boolean {
	const [first = '', second = ''] = words;
	const last = words.at(-1) ?? '';
	if (words.length < 2) return false;
	if (words.length > 2 && middleNames.has(second)) return families.has(first) || ambiguous.has(first);
	if (families.has(first)) return !families.has(last);
	return ambiguous.has(first) && !families.has(last) && !ambiguous.has(last);
}
