import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';

/** Fields that published BibTeX omits. In a name, `*` at the beginning or the end is any text. */
interface PrivateFieldRow {
	readonly fields: readonly string[];
	/** The program that writes the fields, or what they contain. */
	readonly source: string;
}

/** Fields that are never published, regardless of `private-fields`: their names say so, or they contain local paths. */
const alwaysPrivate: readonly PrivateFieldRow[] = [
	{ source: 'paths on a disk (JabRef, Zotero, Mendeley, KBibTeX)', fields: ['file', 'localfile', 'attachments'] },
	{ source: 'paths on a disk (BibDesk)', fields: ['local-url', 'bdsk-file-*'] },
	{ source: 'internal fields (JabRef: `__markedentry`)', fields: ['__*'] },
	{ source: 'fields called private (BibSonomy: `privnote`)', fields: ['priv*', '*-private', '*_private'] },
	// The reader repairs `@comment{…}` inside an entry to a field.
	{ source: 'comments', fields: ['@*'] },
];

/** Fields that are not published unless `private-fields` lists other ones. Incomplete on purpose: programs add new ones. */
const usuallyPrivate: readonly PrivateFieldRow[] = [
	{ source: 'notes (JabRef, BibDesk, Mendeley, BibLaTeX)', fields: ['annote', 'annotation', 'review', 'comment'] },
	{ source: 'notes of one user (JabRef 5)', fields: ['comment-*'] },
	{ source: 'notes', fields: ['todo*', 'fixme', 'internal*', 'confidential*', 'reviewer*'] },
	{ source: 'mail addresses', fields: ['email*', '*-email', '*_email', 'e-mail', 'username'] },
	{ source: 'JabRef', fields: ['owner', 'timestamp', 'creationdate', 'modificationdate', 'groups', 'readstatus'] },
	{ source: 'JabRef', fields: ['ranking', 'priority', 'printed', 'relevance', 'qualityassured', 'folder'] },
	{ source: 'BibDesk', fields: ['date-added', 'date-modified', 'rating', 'read', 'bdsk-*'] },
	{ source: 'Papers', fields: ['citekey', 'papers-*', 'papers2-*', 'papers3-*'] },
	{ source: 'Mendeley', fields: ['mendeley-*'] },
	{ source: 'Zotero, Better BibTeX', fields: ['zotero*', 'itemid', 'dateadded', 'datemodified', 'collections'] },
	{ source: 'EndNote', fields: ['endnote*', 'researchnotes', 'research-notes'] },
	{ source: 'Citavi', fields: ['citavi*'] },
	{ source: 'KBibTeX', fields: ['x-*'] },
	{ source: 'CiteULike', fields: ['citeulike-*', 'posted-at'] },
	{ source: 'BibSonomy', fields: ['added-at', 'interhash', 'intrahash', 'biburl'] },
	{ source: 'Docear', fields: ['docear_*'] },
	{ source: 'settings of al-folio', fields: ['bibtex_show', 'selected', 'preview', 'abbr', 'additional_info'] },
	{ source: 'settings of al-folio', fields: ['altmetric', 'dimensions', 'google_scholar_id'] },
];

/** Names and patterns of fields that are never published. */
export const alwaysPrivateFields: readonly string[] = alwaysPrivate.flatMap(({ fields }) => fields);

/** Names and patterns of fields that are not published by default. */
export const defaultPrivateFields: readonly string[] = usuallyPrivate.flatMap(({ fields }) => fields);

/** Whether a field name in lower case, without an annotation, is one of a list of names and patterns. */
export const privateNames: (patterns: readonly string[]) => (name: string) => boolean = cacheByIdentity(
	(patterns: readonly string[]) => {
		const all = patterns.map((pattern) => pattern.toLowerCase());
		const exact = new Set(all.filter((pattern) => !pattern.includes('*')));
		const tests = all.filter((pattern) => pattern.includes('*')).map(patternTest);
		return memoize((name) => exact.has(name) || tests.some((test) => test(name)));
	},
);

function patternTest(pattern: string): (name: string) => boolean {
	const part = pattern.replace(/^\*|\*$/g, '');
	if (pattern.startsWith('*')) return (name) => (pattern.endsWith('*') ? name.includes(part) : name.endsWith(part));
	return (name) => name.startsWith(part);
}
