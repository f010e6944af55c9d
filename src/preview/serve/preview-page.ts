/** The addresses of the preview's own things; no output can have them, since its name would begin with a dot or be here. */
export const own = {
	list: '/_bibfolio/',
	events: '/_bibfolio/events',
	script: '/_bibfolio/reload.js',
} as const;

/**
 * A page with the script that loads it again, as it is sent; the file on the disk stays as it is. The page's own
 * Content-Security-Policy is widened by just that script and its events.
 */
export function withReload(html: string, version: string): string {
	const script = `<script src="${own.script}" data-events="${own.events}" data-version="${escaped(version)}"></script>`;
	const page = html.replace(/<meta\b[^<>]*>/gi, (meta) => (isPolicy.test(meta) ? widened(meta) : meta));
	const end = page.toLowerCase().lastIndexOf('</body>');
	return end < 0 ? page + script : page.slice(0, end) + script + page.slice(end);
}

const isPolicy = /\bhttp-equiv\s*=\s*["']?content-security-policy\b/i;

/** A policy's `meta`, in which this server may give scripts and be connected to. */
function widened(meta: string): string {
	return meta.replace(/(\bcontent\s*=\s*)("[^"]*"|'[^']*')/i, (_, name: string, quoted: string) => {
		const quote = quoted.charAt(0);
		const inner = quote === '"' ? quoted.slice(1, -1) : quoted.slice(1, -1).replaceAll('"', '&quot;');
		return `${name}"${allowingOwn(inner).replaceAll('"', '&quot;')}"`;
	});
}

/** The source lists that say what may be loaded, each with the one that stands in for it (CSP 3 §6.1, §6.8.3). */
const needed: readonly (readonly [name: string, fallback: readonly string[]])[] = [
	['script-src-elem', ['script-src', 'default-src']],
	['connect-src', ['default-src']],
];

/** A policy that also allows 'self' for scripts and connections; what it does not restrict stays so. */
export function allowingOwn(policy: string): string {
	const directives = new Map<string, string[]>();
	for (const directive of policy.split(';')) {
		const [name = '', ...sources] = directive.trim().split(/\s+/);
		const key = name.toLowerCase();
		if (key && !directives.has(key)) directives.set(key, sources);
	}
	for (const [name, fallbacks] of needed) {
		const sources = [name, ...fallbacks].map((one) => directives.get(one)).find((one) => one !== undefined);
		if (!sources) continue;
		const others = sources.filter((one) => !/^'(?:none|self)'$/i.test(one));
		directives.set(name, [...others, "'self'"]);
	}
	return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** An output on the list of all. */
export interface Listed {
	readonly path: string;
	readonly address: string;
	/** 'html-page, 61 works'. */
	readonly what: string;
}

/** The page that lists the outputs. */
export function listingPage(title: string, outputs: readonly Listed[]): string {
	const items = outputs.map(
		({ path, address, what }) =>
			`<li><a href="${escaped(address)}">${escaped(path)}</a> <small>${escaped(what)}</small></li>`,
	);
	const empty = '<p>There is no output yet.</p>';
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>body { font: 1.1rem/1.7 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${items.length ? `<ul>\n${items.join('\n')}\n</ul>` : empty}
</body>
</html>
`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
