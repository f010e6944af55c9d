import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { source } from '../../src/diagnostics/source.ts';
import { readCsv } from '../../src/text/csv.ts';
import { memoize } from '../../src/text/memoize.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** The code of the templates: see {@link codeIn}. */
type Trusted = ReadonlySet<string>;

/** Something in an output that a reader's program would run or interpret; null if there is nothing. */
export function dangerIn(path: string, contents: string, trusted: Trusted): string | null {
	const extension = /\.\w+$/.exec(path)?.[0] ?? '';
	const check = checks[extension];
	if (!check) throw new Error(`no check for ${extension}`);
	const control = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.exec(contents);
	if (control) return `control character ${JSON.stringify(control[0])} ${around(contents, control.index)}`;
	return check(contents, trusted);
}

/** The scripts of an output, and its elements that affect the whole page. Those of a harmless library are trusted. */
export function codeIn(path: string, contents: string): string[] {
	if (path.endsWith('.html')) return elementsIn(parse(contents)).flatMap((element) => codeOf(element) ?? []);
	if (path.endsWith('.svg')) {
		const { root } = parseXml(contents);
		return root ? xmlElements(root).flatMap(({ name, text }) => (name === 'style' ? [text] : [])) : [];
	}
	return path.endsWith('.js') ? [partsOf(contents).code] : [];
}

/** Checks by file extension. A new format needs a row. */
const checks: Readonly<Record<string, (contents: string, trusted: Trusted) => string | null>> = {
	'.html': (html, trusted) => dangerInHtml(parse(html), html, trusted),
	'.json': dangerInJson,
	'.js'(script, trusted) {
		const { code, data } = partsOf(script);
		return trusted.has(code) ? dangerInJson(data, trusted) : 'an unknown script';
	},
	'.xml'(xml, trusted) {
		const { root } = parseXml(xml);
		return first(root ? xmlElements(root) : [], ({ attributes, text }) => {
			const { href = '', type } = attributes;
			return dangerInAddress(href) ?? (type === 'html' ? dangerInFragment(text, trusted) : null);
		});
	},
	'.svg': dangerInSvg,
	'.md': dangerInMarkdown,
	'.qmd': dangerInMarkdown,
	'.mdx': dangerInMarkdown,
	'.tex': (tex) => dangerInTex(tex.slice(tex.search(firstItem))),
	'.typ': dangerInTypst,
	'.txt': () => null,
	'.csv': dangerInCsv,
};

/** The definitions of the templates precede this. */
const firstItem = /^\\(?:bibfolio(?:heading|remark)\{|begin\{list\})/m;

/** Elements and attributes of the templates, in addition to `aria-*` and `data-*`. */
const allowed = new Set(
	`a article bdi body br button caption code data dd del details dialog div dl dt em fieldset form h1 h2 h3 h4 head header html
	img input label legend li line link main math mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle
	msub msubsup msup mtable mtd mtext mtr munder munderover nav ol option output p pre rect s script section select small span
	strong style sub summary sup svg table tbody td template text th thead title tr u ul meta @content @property @rel @name
	@charset @src @alt @loading @markdown @accent @accentunder @autocomplete @class @columnalign @columnspacing @columnlines
	@rowlines @dir @download @display @displaystyle @enterkeyhint @fence @form @height @hidden @href @id @lang @linethickness
	@lspace @mathvariant @maxsize @minsize @movablelimits @placeholder @role @rowspacing @rspace @scope @scriptlevel @separator
	@spellcheck @stretchy @symmetric @tabindex @target @text-anchor @title @type @value @voffset @width @x @x1 @x2 @y @y1
	@y2`.split(/\s+/),
);

/** A cell that a spreadsheet would calculate. */
function dangerInCsv(csv: string): string | null {
	const rows = readCsv(source('works.csv', csv), () => {}, 'people/invalid');
	return first(
		rows.flatMap(({ cells }) => cells),
		(cell) => (/^[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell) ? `the formula ${cell.slice(0, 80)}` : null),
	);
}

function dangerInHtml(root: Node, html: string, trusted: Trusted): string | null {
	return first(elementsIn(root), (element) => {
		const code = codeOf(element);
		if (code !== null) return trusted.has(code) ? null : `${code.slice(0, 80)} in HTML`;
		const { tagName, attrs } = element;
		const names = [tagName, ...attrs.map(({ name }) => `@${name}`)];
		const unknown = names.find((name) => !allowed.has(name) && !/^@(?:aria|data)-/.test(name));
		if (unknown !== undefined) return `${unknown} in HTML ${around(html, html.indexOf(unknown.replace('@', '')))}`;
		if (tagName === 'script') JSON.parse(textOf(element));
		const addresses = attrs.filter(({ name }) => ['href', 'src', 'action'].includes(name));
		return first(addresses, ({ value }) => dangerInAddress(value));
	});
}

/** Elements and attributes of figures, which have no addresses. */
const allowedInSvg = new Set(
	`circle desc g line path pattern rect style svg text title @aria-labelledby @class @cx @cy @d @direction @fill @height @id @patternTransform
	@patternUnits @r @role @stroke-width @text-anchor @transform @viewBox @width @x @x1 @x2 @xml:lang @xmlns @y @y1 @y2`.split(
		/\s+/,
	),
);

function dangerInSvg(svg: string, trusted: Trusted): string | null {
	const { root } = parseXml(svg);
	return first(root ? xmlElements(root) : [], ({ name, attributes, text }) => {
		if (name === 'style') return trusted.has(text) ? null : 'an unknown style';
		const names = [name, ...Object.keys(attributes).map((attribute) => `@${attribute}`)];
		const unknown = names.find((each) => !allowedInSvg.has(each));
		return unknown === undefined ? null : `${unknown} in SVG`;
	});
}

function dangerInFragment(html: string, trusted: Trusted): string | null {
	return dangerInHtml(parseFragment(html), html, trusted);
}

function dangerInJson(json: string, trusted: Trusted): string | null {
	return first(htmlStrings(JSON.parse(json)), (html) => dangerInFragment(html, trusted));
}

/** An element that is code or affects the whole page, as text; null for any other. */
function codeOf(element: Element): string | null {
	const { tagName, attrs } = element;
	const attributes = attrs.map(({ name, value }) => ` ${name}="${value}"`).join('');
	const isData = attrs.some(({ name, value }) => name === 'type' && value.endsWith('json'));
	const isCode = ['script', 'style', 'base'].includes(tagName) || attrs.some(({ name }) => name === 'http-equiv');
	return isCode && !isData ? `<${tagName}${attributes}>${textOf(element)}` : null;
}

/** A script and the list that it contains as JSON. */
function partsOf(script: string): { readonly code: string; readonly data: string } {
	const [, data = '{}'] = /\}\)\((\{"[\s\S]*\})\);\s*$/.exec(script) ?? [];
	return { code: script.replace(data, '{}'), data };
}

function dangerInAddress(address: string): string | null {
	// The rules of browsers: whitespace and controls inside a scheme have no meaning.
	const { protocol } = new URL(address, 'https://list.example/');
	// The compressed BibTeX of a page: browsers save it and never show it.
	if (/^data:application\/gzip;base64,[\w+/]*=*$/.test(address)) return null;
	return ['https:', 'http:', 'mailto:'].includes(protocol) ? null : `a link to ${address.slice(0, 80)}`;
}

function dangerInMarkdown(markdown: string, trusted: Trusted): string | null {
	// An item is a container, so no part of it continues in the next one.
	const items = markdown.split(/\n(?=(?:\d+\.|-) )/).map(readMarkdown);
	const text = items.map(({ html }) => html).join('');
	return first(items, ({ danger }) => danger) ?? dangerInHtml(parseFragment(text), text, trusted);
}

/** The HTML in a part of a Markdown file, and its first danger. Parsed once for all flavours that write the same. */
const readMarkdown = memoize((markdown) => {
	const html: string[] = [];
	const dangers: (string | null)[] = [];
	const visit = (node: ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]) => {
		if (node.type === 'html') html.push(node.value);
		if (node.type === 'image' || node.type === 'imageReference') dangers.push('an image');
		// Pandoc's raw blocks are HTML; `{python}` would be run by Quarto.
		if (node.type === 'code' && node.lang === '{=html}') html.push(node.value);
		else if (node.type === 'code' && node.lang?.startsWith('{')) dangers.push(`a code cell ${node.lang}`);
		if (node.type === 'link' || node.type === 'definition') dangers.push(dangerInAddress(node.url));
		if ('children' in node) for (const child of node.children) visit(child);
	};
	visit(fromMarkdown(markdown));
	return { html: html.join(''), danger: first(dangers, (danger) => danger) };
}, 100);

/** Commands that read or write files, run programs or change what later text means. */
const texCommands = new Set(
	`input include includeonly includegraphics openin openout read readline write immediate special directlua latelua luaexec
	catcode def edef gdef xdef let futurelet newcommand renewcommand providecommand DeclareRobustCommand newenvironment csname
	expandafter usepackage RequirePackage documentclass begingroup everypar output shipout scantokens verbatiminput lstinputlisting
	endinput jobname pdfobj loop`.split(/\s+/),
);
const texEnvironments = new Set([
	'list',
	'document',
	'itemize',
	'enumerate',
	'array',
	'matrix',
	'pmatrix',
	'bmatrix',
	'cases',
	'aligned',
]);

function dangerInTex(text: string): string | null {
	for (const { 0: token, 1: word, index } of text.matchAll(/\\([a-zA-Z@]+|[\s\S])|%.*|\^\^/g)) {
		if (token.startsWith('%')) continue;
		if (token === '^^') return `^^ in ${around(text, index)}`;
		if (word && texCommands.has(word)) return `\\${word} in ${around(text, index)}`;
		const [, environment] = /^\\(?:begin|end)\{([^}]*)\}/.exec(text.slice(index)) ?? [];
		if (environment !== undefined && !texEnvironments.has(environment))
			return `environment ${environment} in ${around(text, index)}`;
	}
	return null;
}

/** Typst: only calls of these functions, and no formula. */
const typstFunctions = new Set([
	'strong',
	'emph',
	'smallcaps',
	'text',
	'super',
	'sub',
	'underline',
	'strike',
	'link',
	'linebreak',
]);

function dangerInTypst(text: string): string | null {
	for (const { 0: token, 1: call, index } of text.matchAll(
		/\\.|\/\/.*|#(\w*)(?:\((?:"(?:\\.|[^"\\])*"|[^()"])*\))?|[$`<@]/g,
	)) {
		if (token.startsWith('\\') || token.startsWith('//')) continue;
		if (call === undefined || !typstFunctions.has(call)) return `${token} in ${around(text, index)}`;
	}
	return null;
}

function elementsIn(node: Node): Element[] {
	const children = 'childNodes' in node ? node.childNodes : [];
	const content = 'content' in node ? [node.content] : [];
	return [...('tagName' in node ? [node] : []), ...[...children, ...content].flatMap(elementsIn)];
}

function textOf(element: Element): string {
	return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** The strings of JSON under a name that says that they are HTML. */
function htmlStrings(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		name === 'html' && typeof inner === 'string' ? [inner] : htmlStrings(inner),
	);
}

function xmlElements(element: XmlElement): XmlElement[] {
	return [element, ...element.children.flatMap((child) => (child instanceof XmlElement ? xmlElements(child) : []))];
}

function first<T>(items: readonly T[], danger: (item: T) => string | null): string | null {
	for (const item of items) {
		const found = danger(item);
		if (found !== null) return found;
	}
	return null;
}

function around(text: string, index: number): string {
	return JSON.stringify(text.slice(Math.max(0, index - 60), index + 60));
}
