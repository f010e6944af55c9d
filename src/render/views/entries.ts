import { Markup } from '../../formats/format.ts';
import type { Item, LocalText } from '../../lists/list.ts';
import type { Marks } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { CslStyle } from '../csl-styles/csl-style.ts';
import type { Environment } from '../engine/environment.ts';
import { withoutWideSpaces } from '../language/punctuation.ts';
import type { Locale } from '../locale.ts';
import { localeOf, type ViewContext } from './work-parts.ts';
import { WorkView } from './work-view.ts';

/** The rendered entries of works in one environment and context. An unchanged work keeps its view and its entry. */
export interface Entries {
	/** The view of the work of an item. Its references are links if the works have an address. */
	work(item: Item, addresses?: Addresses): WorkView;
	/** The work, rendered by the template `entry`, likewise. */
	write(item: Item, addresses?: Addresses): Markup;
	/** The characters of the entry that the fonts of the format may lack. */
	unsupported(item: Item): readonly string[];
}

/** The addresses of the works of a list, by key. */
export type Addresses = ReadonlyMap<string, string>;

/** The context that the works of a list share. */
export type EntriesContext = Omit<ViewContext, 'cited'>;

/** Creates the entries of an environment. Equal contexts share them. */
export function makeEntries(environment: Environment, entriesContext: EntriesContext): Entries {
	const shared = sharedContext(entriesContext);
	const contextOf = ({ publication }: Item, addresses: Addresses) => citingContext(shared, publication, addresses);
	const entry = (item: Item, addresses = noAddresses) =>
		renderedEntry(environment, contextOf(item, addresses), item.marks, item.publication);
	return {
		work: (item, addresses = noAddresses) => workView(contextOf(item, addresses), item.marks, item.publication),
		write: (item, addresses) => entry(item, addresses).markup,
		unsupported: (item) => entry(item).unsupported,
	};
}

const workView = cacheByIdentity(
	(context: ViewContext, marks: Marks, publication: Publication) => new WorkView(publication, marks, context),
);

const renderedEntry = cacheByIdentity(
	(environment: Environment, context: ViewContext, marks: Marks, publication: Publication) => {
		const view = workView(context, marks, publication);
		const markup = writeWork('entry', view, publication, environment, context.locale);
		return { markup, unsupported: environment.format.unsupported?.(markup.value) ?? [] };
	},
);

/** Writes a work with a template, in the words and punctuation for its script. */
export function writeWork(
	template: string,
	view: WorkView,
	publication: Publication,
	environment: Environment,
	locale: Locale,
): Markup {
	const written = environment.render(template, view, localeOf(publication, locale)).trim();
	return new Markup(locale.isWide ? withoutWideSpaces(written) : written);
}

const noAddresses: Addresses = new Map();

/** The context of a work that cites works with an address. Nearly all works cite none, so that they have the shared context. */
function citingContext(shared: ViewContext, publication: Publication, addresses: Addresses): ViewContext {
	if (publication.cites.length === 0 && publication.versions.length === 0) return shared;
	const keys = new Set([publication, ...publication.versions].flatMap(({ cites }) => cites));
	const cited = [...keys].flatMap((key) => {
		const address = addresses.get(key);
		return address === undefined ? [] : [[key, address]];
	});
	return cited.length === 0 ? shared : citingContexts(shared, publication)(JSON.stringify(cited));
}

const citingContexts = cacheByIdentity((shared: ViewContext, _publication: Publication) =>
	memoize((cited): ViewContext => ({ ...shared, cited: new Map(JSON.parse(cited)) }), 20),
);

/** The same object for equal contexts. */
function sharedContext(context: EntriesContext): ViewContext {
	const { locale, look, style, linkLabels, names, options, privateFields, imageHosts, people } = context;
	const content = [look, names, options, [...linkLabels], privateFields, imageHosts, [...people]];
	return contextsOf(locale, style ?? noStyle)(JSON.stringify(content));
}

/** The key of the identity cache for lists without a CSL style. */
const noStyle = {};

const contextsOf = cacheByIdentity((locale: Locale, style: CslStyle | typeof noStyle) =>
	memoize((content): ViewContext => {
		const [look, names, options, linkLabels, privateFields, imageHosts, people] = JSON.parse(content);
		const cslStyle = style === noStyle ? null : (style as CslStyle);
		const maps = { linkLabels: new Map<string, LocalText>(linkLabels), people: new Map<string, string>(people) };
		const shared = { look, names, options, privateFields, imageHosts, ...maps };
		return { locale, style: cslStyle, ...shared, cited: noAddresses };
	}, 1000),
);
