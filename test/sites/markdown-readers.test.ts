import { itShowsLists } from '../engines/markdown-lists.ts';
import { itGivesAnyTextBack } from '../engines/markdown-places.ts';
import { describeWith } from '../tools.ts';
import { findsAddresses, readers } from './readers.ts';

for (const [name, flavour, needs, read] of readers)
	describeWith(`npm:${needs}`)(`${name} reads ${flavour}`, () => {
		itGivesAnyTextBack(flavour, read);
		itShowsLists(flavour, read, findsAddresses.test(name));
	});
