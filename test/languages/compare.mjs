// Lists where the words of a locale differ from those of CSL and BibLaTeX, for its translator: node test/languages/compare.mjs fr
// It reads the Debian packages citation-style-language-locales and texlive-latex-extra or texlive-bibtex-extra, if they are
// installed, and copies nothing: their licences allow no copies in this project. CSL_LOCALES names another folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const locales = fileURLToPath(new URL('../../templates/locales', import.meta.url));
const cslFolder = process.env.CSL_LOCALES ?? '/usr/share/citation-style-language/locales';
const lbxFolder = process.env.BIBLATEX_LBX ?? '/usr/share/texlive/texmf-dist/tex/latex/biblatex/lbx';

/** Our term, that of CSL with its form, and BibLaTeX's localisation key. */
const rows = [
	...[['and', 'and', 'and'], ['et-al', 'et-al', 'andothers'], ['in', 'in', 'in'], ['accessed', 'accessed', 'urlseen']],
	...[['editor', 'editor', 'editor'], ['editor-plural', 'editor plural', 'editors'], ['editor-short', 'editor short', 'editor']],
	...[['edited-by', 'editor verb', 'byeditor'], ['translated-by', 'translator verb', 'bytranslator']],
	...[['illustrated-by', 'illustrator verb', 'byillustrator'], ['foreword-by', '', 'withforeword']],
	...[['introduction-by', '', 'withintroduction'], ['afterword-by', '', 'withafterword'], ['annotated-by', '', 'withannotator']],
	...[['edition', 'edition', 'edition'], ['volume', 'volume short', 'volume'], ['volumes', 'volume plural', 'volumes']],
	...[['issue', 'issue short', 'number'], ['chapter', 'chapter', 'chapter'], ['version', 'version', 'version']],
	...[['page', 'page short', 'page'], ['page-plural', 'page short plural', 'pages'], ['no-date', 'no date', 'nodate']],
	...[['open-quote', 'open-quote'], ['close-quote', 'close-quote'], ['open-inner-quote', 'open-inner-quote']],
	...[['close-inner-quote', 'close-inner-quote'], ['page-range-delimiter', 'page-range-delimiter']],
	...[['status-in-press', 'in press', 'inpress'], ['status-submitted', '', 'submitted'], ['status-accepted', '', 'accepted']],
	...['phdthesis', 'mathesis', 'bathesis', 'candthesis', 'techreport', 'resreport', 'software', 'datacd', 'audiocd'].map((name) => [name, '', name]),
	...['patent', 'patentde', 'patenteu', 'patentfr', 'patentuk', 'patentus', 'patreq', 'patreqde', 'patreqeu'].map((name) => [name, '', name]),
	...Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).flatMap((two, at) => [
		[`month-${two}`, `month-${two}`, months()[at]],
		[`month-${two}-short`, `month-${two} short`],
	]),
	...['spring', 'summer', 'autumn', 'winter'].map((name, at) => [`season-0${at + 1}`, `season-0${at + 1}`, name]),
];

function months() {
	return 'january february march april may june july august september october november december'.split(' ');
}

/** The terms of CSL by name and form, of the first locale of the language. */
function cslTerms(tag) {
	const names = existsSync(cslFolder) ? readdirSync(cslFolder) : [];
	const file = names.find((name) => name === `locales-${tag}.xml`) ?? names.find((name) => name.startsWith(`locales-${tag.split('-')[0]}-`));
	if (!file) return new Map();
	const xml = readFileSync(join(cslFolder, file), 'utf8');
	const terms = new Map();
	for (const [, attributes, content] of xml.matchAll(/<term ([^>]*[^/])>([\s\S]*?)<\/term>/g)) {
		const name = /name="([^"]*)"/.exec(attributes)?.[1];
		const form = /form="([^"]*)"/.exec(attributes)?.[1];
		const key = form ? `${name} ${form}` : name;
		const [, single = content] = /<single>([^<]*)</.exec(content) ?? [];
		const [, multiple = content] = /<multiple>([^<]*)</.exec(content) ?? [];
		const decoded = (words) => words.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).trim();
		terms.set(key, decoded(single)).set(`${key} plural`, decoded(multiple));
	}
	return terms;
}

/** The long and short strings of BibLaTeX by key, of the language with this English name. */
function biblatexStrings(tag) {
	const english = new Intl.DisplayNames('en', { type: 'language' }).of(tag.split('-')[0])?.toLowerCase();
	const file = join(lbxFolder, `${tag === 'pt-BR' ? 'brazilian' : tag === 'nb' ? 'norsk' : english}.lbx`);
	const strings = new Map();
	if (!existsSync(file)) return strings;
	for (const [, key, long, short] of readFileSync(file, 'utf8').matchAll(/^\s*(\w+)\s*=\s*\{\{(.*?)\}\{(.*?)\}\}/gm))
		strings.set(key, plain([...new Set([long, short])].join(' | ')));
	return strings;
}

const accents = { "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', c: '\u0327', v: '\u030c', H: '\u030b', k: '\u0328' };

/** LaTeX as text, as far as BibLaTeX's strings need it. */
function plain(latex) {
	return latex
		.replace(/\\adddotspace/g, '. ')
		.replace(/\\adddot/g, '.')
		.replace(/\\(['`^"~]|[cvHk](?=\{))\s*\{?\\?(\w)\}?/g, (_, accent, letter) => (letter + accents[accent]).normalize('NFC'));
}

function wordsOf(term) {
	if (typeof term !== 'object' || term === null) return [String(term ?? '')];
	return Object.values(term).flatMap(wordsOf);
}

/** Only letters and digits, in lower case: 'éd. {names}' and 'Éd.' are the same. */
function compared(text) {
	return text.replace(/\{[^{}]*\}|\\\w+/g, '').toLowerCase().replace(/[\s.:]/g, '');
}

const tags = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(locales).map((name) => name.slice(0, -'.yaml'.length));
for (const tag of tags) {
	const terms = parse(readFileSync(join(locales, `${tag}.yaml`), 'utf8'));
	const [csl, biblatex] = [cslTerms(tag), biblatexStrings(tag)];
	console.log(`# ${tag}\n\n| term | ours | CSL | BibLaTeX |\n|---|---|---|---|`);
	for (const [name, cslName = '', key = ''] of rows) {
		const ours = wordsOf(terms[name]);
		const others = [csl.get(cslName) ?? '', biblatex.get(key) ?? ''];
		const isSame = (other) => other === '' || other.split(' | ').some((words) => ours.some((own) => compared(own) === compared(words)));
		if (!others.every(isSame)) console.log(`| ${[name, [...new Set(ours)].join(' / '), ...others].join(' | ').replace(/\n/g, ' ')} |`);
	}
	if (csl.size === 0) console.log('\nNo CSL locale of this language is installed.');
	if (biblatex.size === 0) console.log('\nNo BibLaTeX strings of this language are installed.');
	console.log('');
}
