import { cacheByIdentity } from '../../text/identity-cache.ts';

/** The fields that contain a kind of link. */
export interface LinkRow {
	readonly kind: string;
	/** Field names; `*` as a suffix (`url_*`) is allowed. */
	readonly fields: readonly string[];
	/** The link's text: one string, or one per locale. Null for the locale's term `link-KIND`. */
	readonly label: string | Readonly<Record<string, string>> | null;
	/** Turns a bare value into an address: `https://example.org/{}`. Null if values are addresses. */
	readonly template: string | null;
}

/**
 * The links in .bib files, in the order in which they are shown. The field names are those of BibLaTeX, al-folio, BibBase
 * (`url_*`, `link*`), Hugo's academic themes (`url_pdf` …), DBLP (`ee`) and many personal pages. A pattern (`url_*`) matches
 * fields that no row names exactly.
 */
export const builtInLinks: readonly LinkRow[] = [
	row('doi', [], 'https://doi.org/{}'),
	row('arxiv', [], 'https://arxiv.org/abs/{}'),
	row('pubmed', [], 'https://pubmed.ncbi.nlm.nih.gov/{}/'),
	row('pmcid', [], 'https://pmc.ncbi.nlm.nih.gov/articles/{}/'),
	row('hal', [], 'https://hal.science/{}'),
	row('ssrn', [], 'https://ssrn.com/abstract={}'),
	row('openreview', [], 'https://openreview.net/forum?id={}'),
	row('acl', [], 'https://aclanthology.org/{}'),
	row('jstor', ['jstor'], 'https://www.jstor.org/stable/{}'),
	row('handle', ['hdl', 'handle'], 'https://hdl.handle.net/{}'),
	row('url', ['url', 'ee', 'link', 'url_link', 'urllink', 'link_link', 'url_official', 'publisher_url', 'inspirehep']),
	row('html', ['html', 'url_html', 'htmlurl']),
	row('pdf', [
		'pdf',
		'url_pdf',
		'urlpdf',
		'pdfurl',
		'pdf_url',
		'url_paper',
		'paper',
		'url_fulltext',
		'fulltext',
		'link_paper',
	]),
	row('open-access', [
		'openaccess',
		'oa',
		'open_access',
		'oa_url',
		'url_oa',
		'url_openaccess',
		'url_postprint',
		'postprint',
	]),
	row('preprint', ['preprint', 'url_preprint', 'preprint_url', 'url_arxiv', 'biorxiv', 'medrxiv']),
	row('code', [
		...['code', 'github', 'gitlab', 'bitbucket', 'repo', 'repository', 'software', 'toolbox', 'implementation', 'git'],
		...['url_code', 'codeurl', 'code_url', 'url_source', 'url_software', 'url_github', 'url_repo', 'source_code'],
	]),
	row('data', [
		'data',
		'dataset',
		'datasets',
		'url_data',
		'url_dataset',
		'url_datasets',
		'dataurl',
		'data_url',
		'zenodo',
	]),
	row('demo', ['demo', 'url_demo', 'demo_url', 'colab', 'notebook', 'huggingface']),
	row('slides', ['slides', 'url_slides', 'slidesurl', 'slides_url', 'presentation', 'url_presentation', 'talk_slides']),
	row('poster', ['poster', 'url_poster', 'posterurl', 'poster_url']),
	row('video', [
		'video',
		'url_video',
		'videourl',
		'video_url',
		'youtube',
		'talk',
		'recording',
		'url_talk',
		'url_recording',
	]),
	row('website', [
		...['website', 'project', 'projectpage', 'project_page', 'homepage'],
		...['url_project', 'url_website', 'url_page', 'url_homepage', 'url_web'],
	]),
	row('blog', ['blog', 'blogpost', 'url_blog', 'url_blogpost', 'blog_url']),
	row('press', ['press', 'news', 'url_press', 'url_news']),
	row('supplement', [
		...['supp', 'supplementary', 'supplement', 'suppl', 'supplemental', 'supplementary_material', 'appendix'],
		...['url_supp', 'url_supplementary', 'url_supplement', 'url_appendix', 'url_supplemental'],
	]),
	row('model', ['model', 'models', 'weights', 'checkpoints', 'url_model']),
	row('reviews', ['reviews', 'review', 'openreview_url', 'url_reviews']),
	row('erratum', ['erratum', 'errata', 'corrigendum', 'url_erratum']),
	row('tutorial', ['tutorial', 'url_tutorial']),
	row('documentation', ['documentation', 'docs', 'url_docs', 'manual_url']),
	row('thread', ['thread', 'twitter', 'tweet', 'mastodon', 'bluesky']),
	row('event', ['event_url', 'event_link', 'url_event', 'eventurl', 'conference_url', 'url_conference']),
	row('link', ['url_*', 'link_*']),
];

function row(kind: string, fields: readonly string[], template: string | null = null): LinkRow {
	return { kind, fields, label: null, template };
}

/** The rows by field name and by kind. */
interface LinkTable {
	readonly names: ReadonlyMap<string, LinkRow>;
	readonly patterns: readonly (readonly [prefix: string, row: LinkRow])[];
	readonly templates: ReadonlyMap<string, string>;
	readonly order: ReadonlyMap<string, number>;
}

/** The project's rows followed by the built-in ones, as a table. */
export const linkTable = cacheByIdentity((projectRows: readonly LinkRow[]): LinkTable => {
	const names = new Map<string, LinkRow>();
	const patterns: [string, LinkRow][] = [];
	const templates = new Map<string, string>();
	for (const link of [...projectRows, ...builtInLinks]) {
		if (link.template && !templates.has(link.kind)) templates.set(link.kind, link.template);
		for (const field of link.fields) {
			if (field.endsWith('*')) patterns.push([field.slice(0, -1).toLowerCase(), link]);
			else if (!names.has(field.toLowerCase())) names.set(field.toLowerCase(), link);
		}
	}
	const order = new Map<string, number>();
	for (const { kind } of [...builtInLinks, ...projectRows]) if (!order.has(kind)) order.set(kind, order.size);
	return { names, patterns, templates, order };
});

/** The row of a field: by its exact name, else by a pattern; null for a field that contains no link. */
export function rowOf(table: LinkTable, field: string): LinkRow | null {
	// JabRef and Zotero write local paths to it.
	if (field === 'file') return null;
	return table.names.get(field) ?? table.patterns.find(([prefix]) => field.startsWith(prefix))?.[1] ?? null;
}
