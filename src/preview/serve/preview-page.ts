/** The addresses of the preview itself; its start page, events and script hide outputs at the same addresses. */
export const previewAddresses = {
	list: '/_bibfolio/',
	events: '/_bibfolio/events',
	script: '/_bibfolio/reload.js',
} as const;

/**
 * A page with the reload script; the file on the disk stays unchanged. The Content-Security-Policy of the page is extended
 * to allow only that script and its events.
 */
export function withReloadScript(html: string, version: string): string {
	const script = `<script src="${previewAddresses.script}" data-events="${previewAddresses.events}" data-version="${escaped(version)}"></script>`;
	const page = html.replace(/<meta\b[^<>]*>/gi, (meta) => (isPolicy.test(meta) ? extendedPolicy(meta) : meta));
	const end = page.toLowerCase().lastIndexOf('</body>');
	return end < 0 ? page + script : page.slice(0, end) + script + page.slice(end);
}

const isPolicy = /\bhttp-equiv\s*=\s*["']?content-security-policy\b/i;

/** The `meta` element of a policy, extended to allow scripts from and connections to this server. */
function extendedPolicy(meta: string): string {
	return meta.replace(/(\bcontent\s*=\s*)("[^"]*"|'[^']*')/i, (_, name: string, quoted: string) => {
		const quote = quoted.charAt(0);
		const inner = quote === '"' ? quoted.slice(1, -1) : quoted.slice(1, -1).replaceAll('"', '&quot;');
		return `${name}"${allowingSelf(inner).replaceAll('"', '&quot;')}"`;
	});
}

/** The directives that must allow the script and its events, each with its fallbacks (CSP 3 §6.1, §6.8.3). */
const neededDirectives: readonly (readonly [name: string, fallback: readonly string[]])[] = [
	['script-src-elem', ['script-src', 'default-src']],
	['connect-src', ['default-src']],
];

/** A policy that also allows 'self' for scripts and connections, if it restricts them. */
export function allowingSelf(policy: string): string {
	const directives = new Map<string, string[]>();
	for (const directive of policy.split(';')) {
		const [name = '', ...sources] = directive.trim().split(/\s+/);
		const key = name.toLowerCase();
		if (key && !directives.has(key)) directives.set(key, sources);
	}
	for (const [name, fallbacks] of neededDirectives) {
		const sources = [name, ...fallbacks].map((key) => directives.get(key)).find((list) => list !== undefined);
		if (!sources) continue;
		const others = sources.filter((source) => !/^'(?:none|self)'$/i.test(source));
		directives.set(name, [...others, "'self'"]);
	}
	return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** An output on the start page. */
export interface ListedOutput {
	readonly path: string;
	readonly address: string;
	/** 'html-page, 61 works'. */
	readonly description: string;
}

/** The start page, which lists the outputs. */
export function listingPage(title: string, outputs: readonly ListedOutput[]): string {
	const items = outputs.map(
		({ path, address, description }) =>
			`<li><a href="${escaped(address)}">${escaped(path)}</a> <small>${escaped(description)}</small></li>`,
	);
	const empty = '<p>No outputs yet.</p>';
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
