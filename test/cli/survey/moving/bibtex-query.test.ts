import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereOf } from '../../../../src/cli/survey/moving/bibtex-query.ts';
import { parseWhere } from '../../../../src/lists/parse-where.ts';

describe('a query of jekyll-scholar', () => {
	it.each([
		['@*', null],
		['', null],
		['@entry', null],
		['@*[selected=true]*', 'selected'],
		['@article', 'type=@article'],
		['@article*', 'type=@article'],
		['!@book', 'not type=@book'],
		['@*[year=2020]*', 'year=2020'],
		['@*[year~=2016|2018]', 'year=2016,2018'],
		['@*[year>=2003]', 'year>=2003'],
		['@book[year <= 1900 && author ^= Poe]', 'type=@book year<=1900 field.author=Poe*'],
		['@*[author^=*x*]*', 'field.author=*x*'],
		['@*[url]', 'url=*'],
		['@*[status!=review]', 'not field.status=review'],
		['@article[status!=editorial && status!=other]', 'type=@article not field.status=editorial not field.status=other'],
		['@*[keywords~=CV]', 'keyword=*CV*'],
		['@*[title~=A PRR and]', 'title="*A PRR and*"'],
		['@*[abbr=ICML||abbr=NeurIPS]', '(abbr=ICML or abbr=NeurIPS)'],
		['@*[abbr~=ICML|NeurIPS]', 'abbr=*ICML*,*NeurIPS*'],
		['@article, @inproceedings', 'type=@article or type=@inproceedings'],
		['@*[booktitle~=^Proc.*Vision$]', 'booktitle=Proc*Vision'],
		['@*[key=noether1918]', 'key=noether1918'],
		['noether1918', 'key=noether1918'],
	])('%s is %s', (query, where) => expect(whereOf(query)).toEqual({ where }));

	it.each([
		['@*[title~=(deep|wide) nets]', 'the regular expression "(deep|wide) nets" has no counterpart'],
		['@*[volume>=3]', 'only years can be compared'],
		['/noether/', 'a regular expression over whole entries has no counterpart'],
		['@*[ünter=1]', 'the condition "ünter=1" has no counterpart'],
	])('%s has no counterpart', (query, problem) => expect(whereOf(query)).toEqual({ problem }));

	it('becomes a condition that Bibfolio reads, or a problem, for any text', () => {
		const words = fc.constantFrom(
			'@',
			'!',
			'*',
			'book',
			'[',
			']',
			'year',
			'=',
			'~=',
			'!=',
			'^=',
			'&&',
			'||',
			',',
			'"',
			' ',
			'or',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 12 }), (parts) => {
				const translated = whereOf(parts.join(''));
				if ('where' in translated && translated.where !== null)
					expect(parseWhere(translated.where)).not.toHaveProperty('error');
			}),
		);
	});
});
