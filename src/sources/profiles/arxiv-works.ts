import { isValidOrcid } from '../../publications/identifiers/checksums.ts';
import { type AtomAnswer, atomForm, preprintsFromAtom } from '../records/arxiv-atom.ts';
import type { ProfileSource } from './profile-source.ts';

/** arxiv.org: the preprints that an author claimed, in one Atom feed (arXiv's page on author identifiers). */
export const arxivWorks: ProfileSource = {
	name: 'arxiv',
	address: 'arxiv-author',
	label: 'arXiv',
	attribution: 'claimed',
	accept: 'application/atom+xml',
	example: 'lovelace_a_1',
	idIn: (text) => {
		const id = text
			.trim()
			.replace(/^(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/a|(?:www\.)?orcid\.org)\//i, '')
			.replace(/(?:\.(?:html|atom2?|json))?(?:[?#].*)?$/, '');
		return isValidOrcid(id) || /^[a-z]+(?:_[a-z])?_\d{1,4}$/.test(id) ? id : null;
	},
	...atomForm,
	readPage: (answer: AtomAnswer) => ({
		works: preprintsFromAtom(answer).map(({ id, draft, doi }) => ({
			source: 'arxiv',
			id,
			url: `https://arxiv.org/abs/${id}`,
			draft,
			orcids: [],
			publishedAs: doi ? [doi] : [],
		})),
		next: null,
	}),
};
