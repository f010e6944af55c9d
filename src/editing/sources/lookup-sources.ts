import type { ZodMiniType } from '../../text/schema.ts';
import { parseXml } from '../../text/xml.ts';
import { type CslInput, draftFromCsl } from '../drafts/csl-drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { answerSchemas, schemaProblem } from './answer-schemas.ts';
import { draftsFromAtom } from './arxiv-atom.ts';
import { cslFromGoogleBooks, cslFromOpenLibrary } from './book-answers.ts';
import type { Reference } from './reference.ts';
import type { sourceAddresses } from './source-addresses.ts';

/** A web service that publications are looked up in. */
export interface LookupSource {
	/** Its name in `bibfolio.yaml` under `lookup`. */
	readonly name: keyof typeof sourceAddresses;
	readonly kind: Reference['kind'];
	readonly accept: string;
	readonly form: AnswerForm;
}

/** How a response is read. */
interface AnswerForm {
	readonly language: 'JSON' | 'XML';
	/** The value of a text; undefined or an exception for a text in another language. */
	parse(text: string): unknown;
	readonly schema: ZodMiniType;
	/** The publication in a value that matches the schema; null if there is none. */
	read(value: never): Draft | null;
}

const cslJson: AnswerForm = {
	language: 'JSON',
	parse: (text) => cslItemIn(JSON.parse(text)),
	schema: answerSchemas.cslItem,
	read: (item: CslInput) => draftFromCsl(item, false),
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
	language: 'XML',
	parse: (text) => parseXml(text, ['entry', 'author']),
	schema: answerSchemas.atom,
	read: (answer) => draftsFromAtom(answer)[0] ?? null,
};

const cslJsonType = 'application/vnd.citationstyles.csl+json, application/json;q=0.5';
const jsonType = 'application/json';

/** The sources in the order of requests; the first one of a kind that has the publication is used. */
export const lookupSources: readonly LookupSource[] = [
	{ name: 'doi', kind: 'doi', accept: cslJsonType, form: cslJson },
	{ name: 'crossref', kind: 'doi', accept: jsonType, form: cslJson },
	{ name: 'datacite', kind: 'doi', accept: cslJsonType, form: cslJson },
	{ name: 'arxiv', kind: 'arxiv', accept: 'application/atom+xml', form: atom },
	{ name: 'pubmed', kind: 'pubmed', accept: jsonType, form: cslJson },
	{ name: 'pmc', kind: 'pmc', accept: jsonType, form: cslJson },
	{ name: 'openlibrary', kind: 'isbn', accept: jsonType, form: openLibrary },
	{ name: 'googlebooks', kind: 'isbn', accept: jsonType, form: googleBooks },
];

/**
 * The publication in a response: null if there is none, which includes one without a title. If the response cannot be read,
 * the problem, which follows the name of the host in a message.
 */
export function readAnswer({ form }: LookupSource, text: string): Draft | null | { readonly problem: string } {
	const value = parsed(form, text);
	if (value === null) return null;
	if (value === undefined) return { problem: textProblem(text, form.language) };
	const problem = schemaProblem(form.schema, value);
	if (problem !== null) return { problem: `sent an unexpected answer, in which ${problem}` };
	const draft = form.read(value as never);
	return draft?.fields.has('title') ? draft : null;
}

/** Undefined for a text in another language. */
function parsed({ parse }: AnswerForm, text: string): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}

function textProblem(text: string, language: string): string {
	if (text.trim() === '') return 'sent an empty answer';
	return /^\s*<(?:!doctype\s+html|html|head|body|h\d|p|div)\b/i.test(text)
		? `sent a web page instead of ${language}`
		: `sent an answer that is not valid ${language}`;
}

function fromBook(item: CslInput | null): Draft | null {
	return item && draftFromCsl(item, false);
}

/** The CSL-JSON item of an answer, also in Crossref's `message` and in a list; null if there is none. */
function cslItemIn(answer: unknown): unknown {
	const item = Array.isArray(answer) ? answer[0] : answer;
	const message = typeof item === 'object' && item !== null ? (item as CslInput)['message'] : undefined;
	return (typeof message === 'object' ? message : item) ?? null;
}
