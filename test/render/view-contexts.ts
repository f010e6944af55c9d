import { Markup } from '../../src/formats/format.ts';
import { defaultNameStyle } from '../../src/lists/list-defaults.ts';
import { noOtherPages } from '../../src/render/documents/other-pages.ts';
import { unknownPlace } from '../../src/render/documents/place.ts';
import type { Look } from '../../src/render/looks.ts';
import type { EntriesContext } from '../../src/render/views/entries.ts';
import { locale } from './library.ts';

const english = locale();
/** The look with the same order as the other formats. */
const recordLook: Look = { name: 'record', entry: 'entry-record', stylesheet: 'look-record.css', linksTitles: false };
const nothingInlined = { text: new Markup(''), hash: '' };

/** The context of entries in an English list with default settings. */
export const entriesContext: EntriesContext = {
	locale: english,
	look: recordLook,
	names: defaultNameStyle,
	options: {},
	linkLabels: new Map(),
	privateFields: [],
	imageHosts: [],
	style: null,
	people: new Map(),
};

/** The context of an English list without a title, stylesheet or scripts; its entries are missing. */
export const listContext = {
	locale: english,
	headingLevel: 2,
	look: recordLook,
	title: null,
	person: null,
	options: {},
	wholePage: false,
	place: unknownPlace,
	otherPages: noOtherPages,
	imageSources: '',
	stylesheet: () => nothingInlined,
	script: () => nothingInlined,
	data: () => ({ json: '', bibtex: null }),
	head: () => ({ title: '', owner: null, ownerAddresses: [], image: null, tags: [] }),
	idPrefix: 'bibfolio-',
};
