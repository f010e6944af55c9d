import { describe } from 'vitest';
import { itShowsLists } from '../engines/markdown-lists.ts';
import { itGivesAnyTextBack } from '../engines/markdown-places.ts';
import { findsAddresses, readers } from './readers.ts';
import { lacks } from './site.ts';

for (const [name, flavour, needs, read] of readers)
	describe.skipIf(lacks(needs))(`${name} reads ${flavour}`, () => {
		itGivesAnyTextBack(flavour, read);
		itShowsLists(flavour, read, findsAddresses.test(name));
	});
