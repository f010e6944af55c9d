/** The archives whose ids before April 2007 contain their name (arXiv's list). */
const archives =
	'astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nlin|nucl-ex|nucl-th|physics|quant-ph|math|cs|q-bio|q-fin|stat|' +
	'acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|' +
	'plasm-ph|q-alg|solv-int|supr-con';

const id = `(?:\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}|(?:${archives})(?:\\.[A-Za-z]{2})?/\\d{7})(?:v\\d{1,3})?(?!\\d)`;

const alone = new RegExp(
	`^(?:(?:CoRR|arxiv(?:[ .]?(?:preprint|e-?prints?))?)[\\s:,]*)*(?:abs/)?(${id})(?:\\.pdf)?[\\s.,;]*(?:[[(].*)?$`,
	'i',
);
const inText = new RegExp(
	`(?:arxiv\\.org/(?:abs|pdf|html|ps|format|e-print)/|arxiv\\.|\\barxiv(?:\\s+(?:preprint|e-?prints?))?[\\s:.,]*(?:arxiv:?\\s*)?(?:abs/)?|\\babs/)(${id})`,
	'i',
);

/**
 * Extracts the bare arXiv id from a value: `2206.03208v2`, `arXiv:hep-th/9711200`, `abs/…`, an address, with or without
 * `[cs.LG]` after it. Drops the subject class of an old id, as arXiv does (`math.GT/0309136` is `math/0309136`). Null if
 * there is none.
 */
export function normalizeArxiv(value: string): string | null {
	const match = alone.exec(value.trim().slice(0, 500))?.[1];
	return match ? canonical(match) : findArxiv(value);
}

/** The arXiv id in free text: an address of arxiv.org, a DOI of arXiv, or 'arXiv:2206.03208'. */
export function findArxiv(text: string): string | null {
	if (!/arxiv|\babs\//i.test(text)) return null;
	const match = inText.exec(text)?.[1];
	return match ? canonical(match) : null;
}

/** The arXiv id in a DOI that arXiv registered, `10.48550/arXiv.2206.03208`; null for any other DOI. */
export function arxivOfDoi(doi: string): string | null {
	return /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? null;
}

/** An arXiv id without its version: '2206.03208' for '2206.03208v2'. */
export function withoutVersion(arxiv: string): string {
	return arxiv.replace(/v\d+$/i, '');
}

function canonical(written: string): string {
	const [archive, number] = written.split('/');
	return number ? `${archive?.replace(/\..*$/, '').toLowerCase()}/${number.toLowerCase()}` : written.toLowerCase();
}

/**
 * A remark without an arXiv id at its beginning: '12 pages' for 'arXiv:2206.03208 [cs.LG], 12 pages'; '' for a remark that
 * only contains the id, such as 'Preprint at arXiv:2206.03208'. Other remarks are returned unchanged.
 */
export function withoutArxiv(remark: string, arxiv: string): string {
	const [prefix, found] = remarkWithId.exec(remark.slice(0, 500)) ?? [];
	return prefix !== undefined && found !== undefined && sameArxiv(found, arxiv) ? remark.slice(prefix.length) : remark;
}

const remarkWithId = new RegExp(
	`^[\\s{]*(?:(?:available|published|pre-?print|e-?print|manuscript|paper|on|at|as|in|arxiv(?:\\.org)?|CoRR)[\\s:,]+)*(?:arxiv[\\s:.]*|abs/)*(${id})[}\\s]*(?:[[(][a-z-]+(?:\\.[A-Za-z-]+)?[\\])](?:\\s*,?\\s*(?:19|20)\\d\\d)?)?(?:[\\s.,;:]+|$)`,
	'i',
);

/** Whether a text is only an arXiv id, with or without 'arXiv:' before it: 'arXiv:2206.03208', 'abs/2206.03208'. */
export function isArxivNumber(text: string, arxiv: string): boolean {
	const match = alone.exec(text.trim().slice(0, 500))?.[1];
	return match !== undefined && sameArxiv(match, arxiv);
}

function sameArxiv(first: string, second: string): boolean {
	const [a, b] = [first, second].map((written) => withoutVersion(canonical(written)));
	return a === b;
}
