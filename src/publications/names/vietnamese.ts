/** The most common Vietnamese family names, which nine in ten people have. Those that mean nothing without accents are omitted. */
const families = new Set(
	(
		'Bùi Cao Châu Chu Đàm Đặng Đào Điền Đinh Đỗ Đoàn Dương Hà Hồ Hoàng Huỳnh Kiều Lâm Lê Lương Lưu Lý Mạc Mai Nghiêm Ngô ' +
		'Nguyễn Nguyên Ông Phạm Phan Phùng Quách Tạ Tăng Thái Tô Tôn Trần Triệu Trịnh Trương Từ Võ Vũ Vương'
	).split(' '),
);

/** Letters of Vietnamese that other languages in Latin script do not use. */
const letters = /[ĂăĐđƠơƯư\u1ea0-\u1ef9]/;

/** Middle names that only follow a family name. */
const middleNames = new Set(['Văn', 'Thị']);

/**
 * Whether the words are a Vietnamese name with the family name first, as in Vietnam: the first word is a family name and the
 * last is not, and some letter is Vietnamese. Names without accents ('Thanh Nghi Do') are read as BibTeX reads them, because
 * authors often swap them.
 */
export function isVietnamese(words: readonly string[]): boolean {
	const [first = '', second = ''] = words;
	if (words.length < 2 || !letters.test(words.join(' ')) || !families.has(first)) return false;
	return !families.has(words.at(-1) ?? '') || (words.length > 2 && middleNames.has(second));
}
