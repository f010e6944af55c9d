import { expect, test } from 'vitest';
import { pluralForm } from '../../../../src/browser/page/search/plural-form.ts';

const russian = JSON.stringify({ one: '{number} работа', few: '{number} работы', many: '{number} работ' });

test.each([
	[russian, 1, 'ru', '{number} работа'],
	[russian, 22, 'ru', '{number} работы'],
	[russian, 11, 'ru', '{number} работ'],
	[JSON.stringify({ 1: 'one work', other: '{number} works' }), 1, 'en', 'one work'],
	[JSON.stringify({ other: '{number} works' }), 1, 'en', '{number} works'],
	[JSON.stringify({ one: '1 work', other: '{number} works' }), 1, 'not a tag', '1 work'],
	['{number} works', 3, 'en', '{number} works'],
	['', 3, 'en', ''],
])('the forms %s for %i in %s are %s', (forms, number, language, words) => {
	expect(pluralForm(forms, number, language)).toBe(words);
});
