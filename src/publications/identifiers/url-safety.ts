import { decodeUrl } from '../../latex/latex-url.ts';

/** Schemes that may be published; everything else is refused. */
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Characters a browser drops from an address before it looks at the scheme, and ones nobody sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what hides `javascript:` from a careless reader
const unseen = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** What RFC 3986 has no place for in an address, `%` that starts no escape included. */
const illegal = /[\s"<>\\^`{|}]|[^\u0020-\u007e]|%(?![0-9a-f]{2})/giu;

/** The host of an address, where alone brackets have their place: `https://[::1]/`. */
const withHost = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i;

/** What nearly all addresses are, and needs no second look: https, a named host, a path of unreserved characters. */
const ordinary = /^https?:\/\/[a-z\d]+(?:[.-][a-z\d]+)*\.[a-z]{2,}(?:\/[\w\-./~=?&#+,;:@!]*)?$/;

/**
 * The address a value gives, safe to publish, or null: http, https, mailto or relative (a fragment too).
 *
 * Takes plain text, LaTeX taken off (see {@link decodeAddress}). A bare host (`www.example.org/x`) and `//host`
 * get https. What RFC 3986 forbids is percent-encoded; the rest stays as written. Local paths of the author's own
 * disk (`file:`, `C:\`, `/home/…`) are refused: they would be dead and tell too much.
 */
export function safeAddress(value: string): string | null {
	if (ordinary.test(value)) return value;
	const plain = decodeEntities(value.trim()).replace(/[\t\n\r]+ */g, '');
	const seen = plain.replace(unseen, '');
	if (seen === '' || seen.length > 8192 || /^(?:\/(?:home|users)\/|~|\\)/i.test(seen)) return null;
	// `<Go to ISI>://WOS:1`: no scheme can be spelt so, and no path begins so.
	if (/^[^/?#]*:\/\//.test(seen) && !/^[a-z][a-z\d+.-]*:/i.test(seen)) return null;
	const address = encode(withScheme(plain, seen));
	if (!address.includes(':')) return address;
	// Whatever the reasoning above missed: the parser that browsers have tells the scheme.
	const base = 'https://relative.example/';
	if (/^https?:(?!\/\/)/.test(address) || !URL.canParse(address, base)) return null;
	const { protocol } = new URL(address, base);
	if (!schemes.has(protocol)) return null;
	return protocol !== 'mailto:' || /^mailto:[^@\s]+@[^@\s]+$/i.test(address) ? address : null;
}

/** The address with its scheme: https for hosts and `//host`. Spaces stay, to be encoded, unless before the path. */
function withScheme(plain: string, seen: string): string {
	if (/^\/\//.test(seen)) return `https:${seen}`;
	if (isHost(seen)) return `https://${seen}`;
	const spaced = plain.replace(unseen, (character) => (character === ' ' ? ' ' : ''));
	if (!/^[^/?#]*?:/.test(seen)) return spaced;
	const whole = /^https?:\/\/[^/?#\s]+/i.test(spaced) ? spaced : seen;
	return whole.replace(/^https?/i, (word) => word.toLowerCase());
}

/** True for what stands for an address on its own: `https://…`, `www.…`, `mailto:…`, `example.org/x`. */
export function looksLikeAddress(value: string): boolean {
	return /^(?:https?:\/\/|mailto:|www\.)/i.test(value) || isHost(value);
}

/**
 * An address as written in a .bib to plain text: LaTeX's spellings (`\_`, `\~{}`, `{\textasciitilde}`, `$\sim$`),
 * `%5C_` (citation managers encode the backslash they found), `\url{…}` and `<…>` around it, braces, HTML's `&amp;`.
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
	const beyond = address.slice(host.length).replace(/[[\]]/g, encodeURIComponent);
	return (host + beyond).replace(illegal, (character) => {
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

/** Only numeric and named entities that can spell a scheme; the rest of an address is not HTML. */
function decodeEntities(value: string): string {
	if (!value.includes('&')) return value;
	return value
		.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
			const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		})
		.replace(/&(colon|Tab|NewLine|sol|bsol|amp);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = {
	colon: ':',
	Tab: '\t',
	NewLine: '\n',
	sol: '/',
	bsol: '\\',
	amp: '&',
};

/** Endings that make `x.y/z` a host rather than a file; incomplete on purpose, `paper.pdf` must stay relative. */
const domains: ReadonlySet<string> = new Set(
	(
		'com org net edu gov mil int info eu io ai dev app me tv blog science wiki site tech online cloud page pub press ' +
		'de at ch fr uk us it es nl be se no dk fi pl cz pt gr ie lu hu ro ru ua jp cn kr tw in br ca au nz za il tr mx ar cl sg hk'
	).split(' '),
);

/** Country and other endings that are file endings too, so that the bare name is a file: `thesis.ps`, `talk.me`. */
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
