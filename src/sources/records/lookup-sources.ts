import { type CslInput, draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { readText, type TextForm } from '../read-text.ts';
import type { sourceAddresses } from '../source-addresses.ts';
import { answerSchemas } from './answer-schemas.ts';
import { atomForm, preprintsFromAtom } from './arxiv-atom.ts';
import { cslFromGoogleBooks, cslFromOpenLibrary } from './book-answers.ts';
import { cslFromDatacite, isDataciteRecord } from './datacite-record.ts';
import type { Reference } from './reference.ts';
import { noticeFields, registeredNotices } from './registered-notices.ts';

/** A web service that publications are looked up in. */
export interface LookupSource {
	/** Its name in `bibfolio.yaml` under `lookup`. */
	readonly name: keyof typeof sourceAddresses;
	readonly kind: Reference['kind'];
	readonly accept: string;
	readonly form: AnswerForm;
}

/** How a response is read. */
interface AnswerForm extends TextForm {
	/** The publication in a value that matches the schema; null if there is none. */
	read(value: never): Draft | null;
}

const cslJson: AnswerForm = {
	language: 'JSON',
	parse: (text) => cslItemIn(JSON.parse(text)),
	schema: answerSchemas.cslItem,
	read: (item: CslInput) => withNotices(draftFromCsl(item, false), item),
};
const openLibrary: AnswerForm = {
	language: 'JSON',
	parse: JSON.parse,
	schema: answerSchemas.openLibrary,
	read: (answer) => fromBook(cslFromOpenLibrary(answer)),
};
const googleBooks: AnswerForm = {
	language: 'JSON',
	parse: JSON.parse,
	schema: answerSchemas.googleBooks,
	read: (answer) => fromBook(cslFromGoogleBooks(answer)),
};
const atom: AnswerForm = {
	...atomForm,
	read: (answer) => {
		const [preprint] = preprintsFromAtom(answer);
		if (!preprint) return null;
		const { draft, doi, isWithdrawn } = preprint;
		const published = doi ? [`Published version available: add it with bibfolio add ${doi}`] : [];
		const fields = isWithdrawn ? new Map([...draft.fields, ['pubstate', 'withdrawn']]) : draft.fields;
		return { ...draft, fields, notes: [...draft.notes, ...published] };
	},
};

/**
 * DataCite's own format has more than its CSL; other agencies have only CSL. CSL comes first for servers that ignore the
 * weights.
 */
const registryTypes =
	'application/vnd.citationstyles.csl+json;q=0.9, application/vnd.datacite.datacite+json, application/json;q=0.5';
const jsonType = 'application/json';

/** The sources in the order of requests; the first one of a kind that has the publication is used. */
export const lookupSources: readonly LookupSource[] = [
	{ name: 'doi', kind: 'doi', accept: registryTypes, form: cslJson },
	{ name: 'crossref', kind: 'doi', accept: jsonType, form: cslJson },
	{ name: 'datacite', kind: 'doi', accept: 'application/vnd.api+json, application/json;q=0.5', form: cslJson },
	{ name: 'arxiv', kind: 'arxiv', accept: 'application/atom+xml', form: atom },
	{ name: 'pubmed', kind: 'pubmed', accept: jsonType, form: cslJson },
	{ name: 'pmc', kind: 'pmc', accept: jsonType, form: cslJson },
	{ name: 'openlibrary', kind: 'isbn', accept: jsonType, form: openLibrary },
	{ name: 'googlebooks', kind: 'isbn', accept: jsonType, form: googleBooks },
];

/** What a source knows about a work. */
export interface WorkRecord {
	readonly draft: Draft;
	/** The answer as CSL-JSON, also with the properties of Crossref; null if it was in another form. */
	readonly item: CslInput | null;
}

/**
 * The record in a response: null if there is none, which includes one without a title. If the response cannot be read,
 * the problem, which follows the name of the host in a message.
 */
export function readAnswer({ form }: LookupSource, text: string): WorkRecord | null | { readonly problem: string } {
	const read = readText(form, text);
	if ('problem' in read || read.value === null) return 'problem' in read ? read : null;
	const draft = form.read(read.value as never);
	if (!draft?.fields.has('title') && hasError(read.value))
		return { problem: 'responded with an error instead of a record' };
	return draft?.fields.has('title') ? { draft, item: form === cslJson ? (read.value as CslInput) : null } : null;
}

/** Google Books and PubMed also respond with errors under the status 200. */
function hasError(answer: unknown): boolean {
	const { error, errors } = objectOf(answer);
	return Boolean(error ?? errors);
}

/** A draft that states the retraction or the corrections of its work. */
function withNotices(draft: Draft, item: CslInput): Draft {
	const { notices } = registeredNotices(item, draft.fields.get('doi') ?? '');
	const [first] = notices;
	if (!first) return draft;
	const fields = new Map([...draft.fields, ...noticeFields(notices)]);
	const notes =
		first.kind === 'corrected'
			? []
			: [`${noticeWords[first.kind]}, says ${first.authority}${first.doi ? `: https://doi.org/${first.doi}` : ''}`];
	return { ...draft, fields, notes: [...draft.notes, ...notes] };
}

const noticeWords = { retracted: 'Retracted', withdrawn: 'Withdrawn', concern: 'Expression of concern' } as const;

function fromBook(item: CslInput | null): Draft | null {
	return item && draftFromCsl(item, false);
}

/**
 * The item of an answer as CSL-JSON, also in a list, in Crossref's `message`, and in DataCite's `data` and own format; null
 * if there is none.
 */
function cslItemIn(answer: unknown): unknown {
	const first = firstOf(answer);
	const { message, data } = objectOf(first);
	const item = typeof message === 'object' ? firstOf(message) : (objectOf(firstOf(data))['attributes'] ?? first);
	return (isDataciteRecord(objectOf(item)) ? cslFromDatacite(objectOf(item)) : item) ?? null;
}

function firstOf(value: unknown): unknown {
	return Array.isArray(value) ? value[0] : value;
}

function objectOf(value: unknown): CslInput {
	return typeof value === 'object' && value !== null ? (value as CslInput) : {};
}
