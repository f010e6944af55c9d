import { describe } from 'vitest';
import { itGivesAnyTextBack } from '../engines/markdown-places.ts';
import { readers } from './readers.ts';
import { lacks } from './site.ts';

for (const [name, flavour, needs, read] of readers)
	describe.skipIf(lacks(needs))(`${name} reads ${flavour}`, () => itGivesAnyTextBack(flavour, read));
