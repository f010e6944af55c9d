import { Markup } from '../../formats/format.ts';
import type { Item } from '../../lists/list.ts';
import type { Marks } from '../../people/person.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { CslStyle } from '../csl-styles/csl-style.ts';
import type { Environment } from '../engine/environment.ts';
import type { Locale } from '../locale.ts';
import type { ViewContext } from './work-parts.ts';
import { WorkView } from './work-view.ts';

/** The rendered entries of works in one environment and context. An unchanged work keeps its view and its entry. */
export interface Entries {
	/** The view of the work of an item. */
	work(item: Item): WorkView;
	/** The work, rendered by the template `entry`. */
	write(item: Item): Markup;
	/** The characters of the entry that the fonts of the format may lack. */
	unsupported(item: Item): readonly string[];
}

/** Creates the entries of an environment. Equal contexts share them. */
export function makeEntries(environment: Environment, viewContext: ViewContext): Entries {
	const context = sharedContext(viewContext);
	const entry = ({ publication, marks }: Item) => renderedEntry(environment, context, marks, publication);
	return {
		work: ({ publication, marks }) => workView(context, marks, publication),
		write: (item) => entry(item).markup,
		unsupported: (item) => entry(item).unsupported,
	};
}

const workView = cacheByIdentity(
	(context: ViewContext, marks: Marks, publication: Publication) => new WorkView(publication, marks, context),
);

const renderedEntry = cacheByIdentity(
	(environment: Environment, context: ViewContext, marks: Marks, publication: Publication) => {
		const markup = new Markup(environment.render('entry', workView(context, marks, publication)).trim());
		return { markup, unsupported: environment.format.unsupported?.(markup.value) ?? [] };
	},
);

/** The same object for equal contexts. */
function sharedContext(context: ViewContext): ViewContext {
	const { locale, style, linkLabels, names, options, privateFields, imageHosts } = context;
	const content = [names, options, [...linkLabels], privateFields, imageHosts];
	return contextsOf(locale, style ?? noStyle)(JSON.stringify(content));
}

/** The key of the identity cache for lists without a CSL style. */
const noStyle = {};

const contextsOf = cacheByIdentity((locale: Locale, style: CslStyle | typeof noStyle) =>
	memoize((content): ViewContext => {
		const [names, options, linkLabels, privateFields, imageHosts] = JSON.parse(content);
		const cslStyle = style === noStyle ? null : (style as CslStyle);
		return { locale, style: cslStyle, names, options, linkLabels: new Map(linkLabels), privateFields, imageHosts };
	}, 100),
);
