/** The archives that had ids of their own before April 2007 (arXiv's own list of them). */
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
 * The bare arXiv id in a value written as one: `2206.03208v2`, `arXiv:hep-th/9711200`, `abs/…`, an address, with
 * `[cs.LG]` behind it. The subject class of an old id is dropped, as arXiv does (`math.GT/0309136` is
 * `math/0309136`). Null when it is none.
 */
export function normalizeArxiv(value: string): string | null {
	const found = alone.exec(value.trim().slice(0, 500))?.[1];
	return found ? canonical(found) : findArxiv(value);
}

/** The arXiv id that free text names: an address of arxiv.org, a DOI of arXiv's, or 'arXiv:2206.03208'. */
export function findArxiv(text: string): string | null {
	if (!/arxiv|\babs\//i.test(text)) return null;
	const found = inText.exec(text)?.[1];
	return found ? canonical(found) : null;
}

function canonical(written: string): string {
	const [archive, number] = written.split('/');
	return number ? `${archive?.replace(/\..*$/, '').toLowerCase()}/${number.toLowerCase()}` : written.toLowerCase();
}
