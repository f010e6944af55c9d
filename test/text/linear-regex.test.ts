import { expect, test } from 'vitest';
import { linearRegex } from '../../src/text/linear-regex.ts';

function matches(expression: string, text: string): boolean {
	const regex = linearRegex(expression);
	return 'test' in regex ? regex.test(text) : expect.fail(regex.error);
}

test.each([
	['\\bICPR\\b', 'Workshops (ICPR)'],
	['machine learning$', 'Journal of Machine Learning'],
	['^neur(?:al )?ip', 'NeurIPS'],
	['[äö]\\d{2}', 'Ä12'],
	['\\p{Lu}+', 'é'],
	['a\\/b', 'A/B'],
	['\\u00e9', 'É'],
])('%s matches %s', (expression, text) => {
	expect(matches(expression, text)).toBe(true);
});

test.each([
	['(', 'missing closing )'],
	['a{9999}', 'invalid repeat count'],
	['(?=a)', 'look-ahead and look-behind are not supported'],
	['(?<!a)b', 'look-ahead and look-behind are not supported'],
	['(a)\\1', 'back-references are not supported'],
])('%s is an error: %s', (expression, error) => {
	expect(linearRegex(expression)).toEqual({ error });
});

test.each(['(a+)+$', '^(a|a)*$', '(.*)*,', '(a*)*(a*)*(a*)*b'])('%s takes linear time', (expression) => {
	// JavaScript's own engine would take longer than the universe exists.
	expect(matches(expression, `${'a'.repeat(50_000)}!`)).toBe(false);
});
