import { decodeUrl } from '../../latex/latex-url.ts';
import { valueIn } from '../../text/value-in.ts';

/** The schemes that may be published. All others are refused. */
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Characters that a browser removes from an address before it reads the scheme, and invisible ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters can hide `javascript:`
const invisible = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** Characters that RFC 3986 does not allow in an address, including a `%` that does not start an escape. */
const illegal = /[\s"<>\\^`{|}]|[^\u0020-\u007e]|%(?![0-9a-f]{2})/giu;

/** An address up to its host, the only part that may contain brackets: `https://[::1]/`. */
const withHost = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i;

/** Fast path, for nearly all addresses: https, a named host, a path of unreserved characters. */
const ordinary = /^https?:\/\/[a-z\d]+(?:[.-][a-z\d]+)*\.[a-z]{2,}(?:\/[\w\-./~=?&#+,;:@!]*)?$/;

/**
 * The address in a value, if it is safe to publish: http, https, mailto or relative, including a fragment. Otherwise null.
 *
 * Expects plain text without LaTeX (see {@link decodeAddress}). A bare host (`www.example.org/x`) and `//host` get https.
 * Characters that RFC 3986 forbids are percent-encoded; the rest stays as written. Local paths (`file:`, `C:\`, `/home/…`)
 * are refused, because they would be dead links and reveal private details.
 */
export function safeAddress(value: string): string | null {
	if (ordinary.test(value)) return value;
	const plain = decodeEntities(value.trim()).replace(/[\t\n\r]+ */g, '');
	const seen = plain.replace(invisible, '');
	if (seen === '' || seen.length > 8192 || /^(?:\/(?:home|users)\/|~|\\)/i.test(seen)) return null;
	// `<Go to ISI>://WOS:1` is neither a valid scheme nor a path.
	if (/^[^/?#]*:\/\//.test(seen) && !/^[a-z][a-z\d+.-]*:/i.test(seen)) return null;
	const address = encode(withScheme(plain, seen));
	if (!address.includes(':')) return address;
	// As a safeguard, the URL parser of browsers determines the scheme.
	const base = 'https://relative.example/';
	if (/^https?:(?!\/\/)/.test(address) || !URL.canParse(address, base)) return null;
	const { protocol } = new URL(address, base);
	if (!schemes.has(protocol)) return null;
	return protocol !== 'mailto:' || /^mailto:[^@\s]+@[^@\s]+$/i.test(address) ? address : null;
}

/** The address with its scheme: https for hosts and `//host`. Keeps spaces, which are encoded later, except before the path. */
function withScheme(plain: string, seen: string): string {
	if (/^\/\//.test(seen)) return `https:${seen}`;
	if (isHost(seen)) return `https://${seen}`;
	const spaced = plain.replace(invisible, (character) => (character === ' ' ? ' ' : ''));
	if (!/^[^/?#]*?:/.test(seen)) return spaced;
	const whole = /^https?:\/\/[^/?#\s]+/i.test(spaced) ? spaced : seen;
	return whole.replace(/^https?/i, (word) => word.toLowerCase());
}

/** Whether a text is an address by itself: `https://…`, `www.…`, `mailto:…`, `example.org/x`. */
export function looksLikeAddress(value: string): boolean {
	return /^(?:https?:\/\/|mailto:|www\.)/i.test(value) || isHost(value);
}

/**
 * Converts an address in a .bib file to plain text: LaTeX's spellings (`\_`, `\~{}`, `{\textasciitilde}`, `$\sim$`), `%5C_`
 * (a backslash that a citation manager encoded), `\url{…}` and `<…>` around it, braces, HTML's `&amp;`.
 */
export function decodeAddress(value: string): string {
	const address = value.trim();
	if (!/[\\{}$<]|&amp;|%5C/i.test(address)) return address;
	return (address.includes('\\href') ? address.replace(/\}\s*\{/g, ' ') : address)
		.replace(/\\(?:url|nolinkurl|path|burl|texttt|href)\s*(?=\{)/g, '')
		.replace(/%5C(?=[_%&#$~{}])/gi, '')
		.replace(/(\\[a-z]+)\s+/gi, '$1{}')
		.replace(/&amp;/gi, '&')
		.split(/\s+/)
		.map(decodeUrl)
		.join(' ')
		.replace(/^<([^<>]*)>$/, '$1')
		.trim();
}

function encode(address: string): string {
	const host = withHost.exec(address)?.[0] ?? '';
	const path = address.slice(host.length).replace(/[[\]]/g, encodeURIComponent);
	return (host + path).replace(illegal, (character) => {
		try {
			return character === '%' ? '%25' : encodeURIComponent(character);
		} catch {
			return '%EF%BF%BD'; // a lone surrogate
		}
	});
}

function isHost(value: string): boolean {
	const host = /^([^/?#:@\s]+)(?::\d+)?(?=[/?#]|$)/.exec(value)?.[1];
	if (!host || !/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)) return false;
	if (/^www\./i.test(host)) return true;
	const top = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
	return domains.has(top) && (value.length > host.length || !ambiguous.has(top));
}

/** Decodes only the numeric and named entities that can hide a scheme. The rest of an address is not HTML. */
function decodeEntities(value: string): string {
	if (!value.includes('&')) return value;
	return value
		.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
			const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		})
		.replace(/&(colon|Tab|NewLine|sol|bsol|amp);/g, (_, name: string) => valueIn(entities, name) ?? '');
}

const entities: Readonly<Record<string, string>> = {
	colon: ':',
	Tab: '\t',
	NewLine: '\n',
	sol: '/',
	bsol: '\\',
	amp: '&',
};

/** Top-level domains that make `x.y/z` a host instead of a file. Incomplete on purpose: `paper.pdf` must stay relative. */
const domains: ReadonlySet<string> = new Set(
	(
		'com org net edu gov mil int info eu io ai dev app me tv blog science wiki site tech online cloud page pub press ' +
		'de at ch fr uk us it es nl be se no dk fi pl cz pt gr ie lu hu ro ru ua jp cn kr tw in br ca au nz za il tr mx ar cl sg hk'
	).split(' '),
);

/** Top-level domains that are also file extensions, so that a bare name is a file: `thesis.ps`, `talk.me`. */
const ambiguous: ReadonlySet<string> = new Set([
	'me',
	'in',
	'no',
	'pl',
	'au',
	'tex',
	'pub',
	'page',
	'app',
	'it',
	'at',
	'be',
	'us',
]);
