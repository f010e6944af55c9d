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

/** A file on the start page. */
export interface ListedFile {
	readonly name: string;
	readonly address: string;
	/** '61 works'; '' if unknown. */
	readonly description: string;
}

/** An output on the start page: a file, or several with a common name. */
export interface ListedOutput extends Omit<ListedFile, 'address'> {
	/** Null for several files. */
	readonly address: string | null;
	readonly format: string;
	/** Null for a single file. */
	readonly files: readonly ListedFile[] | null;
}

/** Longer groups of files are closed at first. */
const mostOpen = 12;
/** The files of a folder with more are counted. */
const mostListed = 500;

/** The start page, which lists the outputs. */
export function listingPage(title: string, outputs: readonly ListedOutput[]): string {
	const empty = '<p>No outputs yet.</p>';
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${outputs.length ? `<ul>\n${outputs.map(listItem).join('\n')}\n</ul>` : empty}
</body>
</html>
`;
}

const style = `body { font: 1.1rem/1.7 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
small { opacity: .75 }
li:has(> details) { list-style: none; margin-inline-start: -1.2rem }
summary { cursor: pointer }
summary + ul { columns: 14rem; column-gap: 1.5rem; padding-inline-start: 1.2rem }
summary + ul li { break-inside: avoid }`;

function listItem({ name, address, description, format, files }: ListedOutput): string {
	const facts = `<small>${escaped([format, description].filter(Boolean).join(', '))}</small>`;
	if (files === null) return `<li><a href="${escaped(address ?? '')}">${escaped(name)}</a> ${facts}</li>`;
	if (files.length === 0) return `<li>${escaped(name)} ${facts}</li>`;
	const items = files.slice(0, mostListed).map((file) => {
		const count = file.description && ` <small>${escaped(file.description)}</small>`;
		return `<li><a href="${escaped(file.address)}">${escaped(file.name)}</a>${count}</li>`;
	});
	const hidden = files.length - items.length;
	const more = hidden > 0 ? `\n<li><small>and ${hidden} more</small></li>` : '';
	const open = files.length > mostOpen ? '' : ' open';
	return `<li><details${open}><summary>${escaped(name)} ${facts}</summary>\n<ul>\n${items.join('\n')}${more}\n</ul></details></li>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
