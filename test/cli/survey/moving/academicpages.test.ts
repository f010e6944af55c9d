import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { academicpages } from '../../../../src/cli/survey/moving/academicpages.ts';
import { folderWith } from '../../../folder.ts';

describe('a site of academicpages', () => {
	it('names its owner, the works with a DOI, and the loop to replace', () => {
		const folder = scanFolder(fileURLToPath(new URL('fixtures/academicpages', import.meta.url)));
		expect(academicpages(folder)).toMatchObject({
			owner: 'Emmy Noether',
			orcid: '0000-0002-1825-0097',
			notes: [
				'The 1 page in _publications is not BibTeX; add the works with a DOI: npx bibfolio add 10.1007/BF01464225',
				'Replace the loop over site.publications in _pages/publications.html:6 with {% include publications.html %}',
			],
		});
	});

	it('has a page for each work', () => {
		expect(academicpages(scanFolder(folderWith({ '_config.yml': 'title: a' })))).toBe(null);
	});
});
