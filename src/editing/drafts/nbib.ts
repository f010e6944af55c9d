import { firstOf, item, nameOf, type TaggedFormat, valuesOf } from './tagged-records.ts';

/** The MEDLINE format that PubMed exports (.nbib). */
export const nbib: TaggedFormat = {
	line: /^([A-Z]{2,4}) *- (.*)$/,
	first: 'PMID',
	last: null,
	read(record) {
		const full = valuesOf(record, 'FAU');
		const doi = valuesOf(record, 'AID', 'LID').find((value) => value.endsWith('[doi]'));
		const eid = valuesOf(record, 'LID').find((value) => value.endsWith('[pii]'));
		const kinds = valuesOf(record, 'PT').join(' ');
		return item({
			type: /\bpreprint\b/i.test(kinds) ? 'article' : firstOf(record, 'BTI') ? 'chapter' : 'article-journal',
			title: firstOf(record, 'TI', 'BTI'),
			author: [
				...(full.length > 0 ? full : valuesOf(record, 'AU').map(medlineName)).map(nameOf),
				...valuesOf(record, 'CN').map((literal) => ({ literal })),
			],
			editor: valuesOf(record, 'FED', 'ED').map(nameOf),
			'container-title': firstOf(record, 'JT', 'TA', 'BTI'),
			'container-title-short': firstOf(record, 'TA'),
			issued: firstOf(record, 'DP') && { literal: firstOf(record, 'DP') },
			volume: firstOf(record, 'VI'),
			issue: firstOf(record, 'IP'),
			page: firstOf(record, 'PG'),
			'article-number': firstOf(record, 'PG') ? undefined : eid?.replace(/\s*\[pii\]$/, ''),
			DOI: doi?.replace(/\s*\[doi\]$/, ''),
			ISSN: valuesOf(record, 'IS').map((value) => value.replace(/\s.*$/, '')),
			PMID: firstOf(record, 'PMID'),
			PMCID: firstOf(record, 'PMC'),
			language: firstOf(record, 'LA'),
			keyword: valuesOf(record, 'OT').join(', '),
			abstract: firstOf(record, 'AB'),
		});
	},
};

/** 'Bach S' or 'Müller KR', with initials at the end, as 'Müller, K. R.'. */
function medlineName(name: string): string {
	const [, family, initials] = /^(.*)\s([A-Z]{1,4})$/.exec(name) ?? [];
	return family && initials ? `${family}, ${[...initials].join('. ')}.` : name;
}
