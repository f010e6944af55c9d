import { expect, it, test } from 'vitest';
import { collectFixes } from '../../src/editing/apply-fixes.ts';
import { replacedText } from '../../src/editing/replacements.ts';
import { findings, inShort } from './findings.ts';

function fixed(text: string): string {
	const [replacements = []] = collectFixes(findings(text), new Set(['field/title-notice'])).byFile.values();
	return replacedText(text, replacements);
}

test.each([
	['title = {RETRACTED: On Ideals}', 'title = {On Ideals}, pubstate = {retracted}'],
	['title = "{RETRACTED ARTICLE}: On {Ideals}"', 'title = "On {Ideals}", pubstate = {retracted}'],
	['title = {On Ideals (Withdrawn)}', 'title = {On Ideals}, pubstate = {withdrawn}'],
	['title = {RETRACTED: On Ideals}, pubstate = {retracted}', 'title = {On Ideals}, pubstate = {retracted}'],
	['title = {On Ideals (Publication with Expression of Concern)}', 'title = {On Ideals}, concern = {true}'],
])('the notice in %s becomes a field', (before, after) => {
	const entry = (fields: string) => `@misc{a, author = {Noether, Emmy}, year = 1921, ${fields}}`;
	expect(inShort(entry(before))).toContain(`field/title-notice ${/[{"].*?[}"](?=,|$)/.exec(before)?.[0]}`);
	expect(fixed(entry(before))).toBe(entry(after));
	expect(inShort(entry(after)).filter((code) => code.startsWith('field/title-notice'))).toEqual([]);
});

it('a title of macros is reported without a fix', () => {
	const text = '@string{r = "RETRACTED: "}\n@misc{a, title = r # "On Ideals"}';
	expect(inShort(text).some((code) => code.startsWith('field/title-notice'))).toBe(true);
	expect(fixed(text)).toBe(text);
});
