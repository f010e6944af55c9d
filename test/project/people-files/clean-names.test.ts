import { expect, it } from 'vitest';
import { cleanName } from '../../../src/project/people-files/clean-names.ts';

it.each([
	['Emmy Noether', 'Emmy Noether', []],
	['Prof. Dr. Emmy Noether', 'Emmy Noether', []],
	['Emmy Noether, Ph.D.', 'Emmy Noether', []],
	['Noether, Emmy', 'Noether, Emmy', []],
	['Drew Mdara', 'Drew Mdara', []],
	['Emmy Noether (she/her)', 'Emmy Noether', []],
	['Long (Tony) Lian', 'Long Lian', []],
	['Jialin Li (李佳琳)', 'Jialin Li', ['李佳琳']],
	['Jialin Li（李佳琳）', 'Jialin Li', ['李佳琳']],
	['Emmy (Noether', 'Emmy (Noether', []],
])('%s is cleaned', (text, name, aliases) => expect(cleanName(text)).toEqual({ name, aliases }));
