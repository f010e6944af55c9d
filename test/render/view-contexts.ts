import { Markup } from '../../src/formats/format.ts';
import { defaultNameStyle } from '../../src/lists/list-defaults.ts';
import { unknownPlace } from '../../src/render/documents/place.ts';
import type { EntriesContext } from '../../src/render/views/entries.ts';
import { locale } from './library.ts';

const english = locale();
const nothingInlined = { text: new Markup(''), hash: '' };

/** The context of entries in an English list with default settings. */
export const entriesContext: EntriesContext = {
	locale: english,
	names: defaultNameStyle,
	options: {},
	linkLabels: new Map(),
	privateFields: [],
	imageHosts: [],
	style: null,
};

/** The context of an English list without a title, stylesheet or scripts; its entries are missing. */
export const listContext = {
	locale: english,
	headingLevel: 2,
	title: null,
	owner: null,
	options: {},
	wholePage: false,
	place: unknownPlace,
	imageSources: '',
	stylesheet: () => nothingInlined,
	script: () => nothingInlined,
	jsonLd: () => new Markup(''),
	facets: () => new Markup(''),
	idPrefix: 'bibfolio-',
};
