import { parseWhere } from '../../../lists/parse-where.ts';
import { conditionNames } from '../../../lists/selector.ts';
import { closestWord } from '../../../text/closest-word.ts';

/** A query of BibTeX-Ruby as a `where` expression (null for all works), or why it has no counterpart. */
export type TranslatedQuery = { readonly where: string | null } | { readonly problem: string };

class Untranslatable extends Error {}

/**
 * Translates a query of BibTeX-Ruby, which jekyll-scholar uses: `@*[selected=true]`, `@article[year>=2020 && abbr=ICML]`,
 * `!@book`. Alternatives are separated by whitespace or commas, and `||` in brackets. Regular expressions are translated if
 * they contain only literal text, `|` and `.*`.
 */
export function whereOf(query: string): TranslatedQuery {
	try {
		const alternatives = [...query.matchAll(/(!)?@(\*|\w+)(?:\[([^\]]*)\])?/g)].map(([, not, type = '*', conditions]) =>
			[
				type === '*' || /^entry$/i.test(type) ? '' : `${not ? 'not ' : ''}type=@${type}`,
				joined((conditions ?? '').split('||').map(conjunction)),
			]
				.filter(Boolean)
				.join(' '),
		);
		if (alternatives.length === 0) return { where: /^\s*$/.test(query) ? null : checked(keyCondition(query)) };
		return { where: alternatives.includes('') ? null : checked(alternatives.join(' or ')) };
	} catch (error) {
		if (error instanceof Untranslatable) return { problem: error.message };
		throw error;
	}
}

/** Alternatives within a conjunction; '' if one of them allows everything. */
function joined(alternatives: readonly string[]): string {
	if (alternatives.includes('')) return '';
	return alternatives.length > 1 ? `(${alternatives.join(' or ')})` : (alternatives[0] ?? '');
}

function conjunction(conditions: string): string {
	return conditions
		.split(/,|&&/)
		.map((condition) => condition.trim())
		.filter(Boolean)
		.map(conditionOf)
		.join(' ');
}

function conditionOf(condition: string): string {
	const parts = /^([\w-]+)\s*(?:([!~/^<>]?=|!~)\s*(.*))?$/s.exec(condition);
	if (!parts) throw new Untranslatable(`the condition "${condition}" has no counterpart`);
	const [, property = '', operator = '*', written = ''] = parts;
	const value = written.trim();
	if (operator === '<=' || operator === '>=') {
		if (property.toLowerCase() !== 'year' || !/^\d+$/.test(value))
			throw new Untranslatable('only years can be compared');
		return `year${operator}${value}`;
	}
	const isNegated = ['!=', '/=', '!~'].includes(operator);
	const positive = positiveCondition(property.toLowerCase(), patternsOf(operator, value));
	return isNegated ? `not ${positive}` : positive;
}

/** The values of a condition: patterns with `*`. */
function patternsOf(operator: string, value: string): readonly string[] {
	if (operator === '*') return ['*'];
	if (!['^=', '~=', '!~'].includes(operator)) return [value];
	return value.split('|').map((expression) => {
		const anchored = expression.replace(/^\^/, '').replace(/\$$/, '');
		const literal = anchored.replace(/\.\*|^\*|\*$/g, '*').replace(/\\([^\w\s])/g, '$1');
		if (/[\\[\]()+?{}^$]/.test(literal))
			throw new Untranslatable(`the regular expression "${value}" has no counterpart`);
		const start = operator === '^=' || expression.startsWith('^') ? '' : '*';
		return `${start}${literal}${expression.endsWith('$') ? '' : '*'}`.replace(/\*+/g, '*');
	});
}

function positiveCondition(property: string, patterns: readonly string[]): string {
	const [first = ''] = patterns;
	if (property === 'selected' && patterns.length === 1 && /^(?:true|yes)$/i.test(first)) return 'selected';
	const years = patterns.map((pattern) => pattern.replace(/^\*(?=\d{4}\*?$)|(?<=^\*?\d{4})\*$/g, ''));
	if (property === 'year' && years.every((year) => /^\d+$/.test(year))) return `year=${years.join(',')}`;
	const name = property === 'keywords' ? 'keyword' : property === 'key' ? 'key' : fieldName(property);
	return `${name}=${patterns.map(quoted).join(',')}`;
}

/** A field as a condition. A field whose name is nearly that of a condition needs a prefix. */
function fieldName(name: string): string {
	const test = parseWhere(`${name}=x`);
	return 'field' in test && !closestWord(name, conditionNames) ? name : `field.${name}`;
}

function keyCondition(query: string): string {
	if (/^\s*\/.*\/\s*$/.test(query))
		throw new Untranslatable('a regular expression over whole entries has no counterpart');
	return `key=${quoted(query.trim())}`;
}

function quoted(value: string): string {
	const bare = value.replace(/^(["'])(.*)\1$/s, '$2');
	return /^[\p{L}\p{N}*._/-]+$/u.test(bare) ? bare : `"${bare.replace(/["\\]/g, '\\$&')}"`;
}

/** A translation that Bibfolio can read. */
function checked(where: string): string {
	const selector = parseWhere(where);
	if ('error' in selector) throw new Untranslatable(`the query has no counterpart`);
	return where;
}
