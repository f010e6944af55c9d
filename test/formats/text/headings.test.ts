import { expect, test } from 'vitest';
import { text } from '../../../src/formats/text/text.ts';

test.each([
	['Books', '====='],
	['著作', '===='],
	['저서 (2)', '========'],
])('underlines the heading %s in its width', (heading, line) => {
	expect(text.tidy?.(`\u0080=${heading}`)).toBe(`${heading}\n${line}`);
});
