import { matchAt } from '../../text/match-at.ts';
import { valueIn } from '../../text/value-in.ts';

/** A name without fonts and footnote marks. */
interface Unmarked {
	readonly text: string;
	/** Whether the name was bold, underlined or coloured, which highlights it. */
	readonly strong: boolean;
	/** Footnote marks as written ('*', '†', '1'), without duplicates. */
	readonly marks: readonly string[];
}

/**
 * Removes font commands (`\textbf{Curie, Marie}`, `{\bf M. Curie}`, `<b>…</b>`), links and footnote marks
 * (`Marie Curie$^{*}$`, `\textsuperscript{1,2}`, `†`), so that the name can be split. A command around part of a name
 * leaves braces if it protected spaces or commas: `\textsc{de la Cruz}, Ana`.
 */
export function unmarked(name: string): Unmarked {
	if (!/[\\<*^†‡✉∗⋆]/.test(name)) return { text: name, strong: false, marks: [] };
	const marks = new Set<string>();
	let text = name;
	for (const form of footnotes) {
		text = text.replace(form, (written: string, mark: string) => {
			if (!isMark(mark)) return written;
			for (const symbol of mark.match(/\\\w+|[^\s{},;$\\[\]()]/g) ?? []) marks.add(valueIn(symbols, symbol) ?? symbol);
			return '';
		});
	}
	// '{Jane Doe}{*}' leaves empty braces.
	if (marks.size > 0) text = text.replace(/\{\s*\}/g, '');
	let strong = false;
	text = text.replace(/<\/?(b|strong|u|mark|i|em)\b[^<>]{0,100}>/gi, (_tag, element: string) => {
		strong ||= strongCommands.has(element.toLowerCase());
		return '';
	});
	const bare = text.includes('\\') ? withoutFonts(text.trim()) : { text, strong: false };
	return { text: bare.text.trim(), strong: strong || bare.strong, marks: [...marks] };
}

/** The role in parentheses that title pages print after a name ('(Hrsg.)', '(eds.)'), and the value without it. */
export function withoutRole(value: string): { text: string; role: string | null } {
	const role = value.includes('(') ? (rolePattern.exec(value)?.[0].trim() ?? null) : null;
	return role === null ? { text: value, role } : { text: value.replaceAll(new RegExp(rolePattern, 'gi'), ''), role };
}

// English, German, French, Spanish, Portuguese and Italian. Not '(Frank)', which is a name.
const rolePattern =
	/\s\((?:eds?|editors?|hrsg|hg|hgg|herausgeber(?:in|innen)?|dirs?|éds?|coords?|comps?|orgs?|a cura di|trans|transl|translators?|übers|trads?)\.?\)(?=\s*(?:[,;&]|\sand\s|$))/i;

const footnotes = [
	/\$\s*\^\s*\{?([^{}$]{1,40})\}?\s*\$/g,
	/\\textsuperscript\s*\{([^{}]{0,40})\}/g,
	/\^\{([^{}]{0,40})\}/g,
	// Not in A*STAR, which is a name.
	/\^?([*†‡✉∗⋆]+)(?![*†‡✉∗⋆]|(?<=\p{L}\*+)\p{L})/gu,
];

/** Whether a superscript is a footnote mark, not part of a name: symbols, numbers, single lower-case letters. */
function isMark(text: string): boolean {
	return /^(?:\s|[*†‡✉∗⋆§¶#,;\d{}$[\]()]|\\(?:ast|star|dag|dagger|ddag|ddagger|S|P|Letter)(?![a-z])\s*|[a-z](?![a-z]))*$/.test(
		text,
	);
}

const symbols: Readonly<Record<string, string>> = {
	'\\ast': '*',
	'∗': '*',
	'\\star': '*',
	'⋆': '*',
	'\\dag': '†',
	'\\dagger': '†',
	'\\ddag': '‡',
	'\\ddagger': '‡',
	'\\Letter': '✉',
};

const strongCommands: ReadonlySet<string> = new Set([
	'b',
	'strong',
	'u',
	'mark',
	'textbf',
	'bf',
	'bfseries',
	'mkbibbold',
	'underline',
	'uline',
	'ul',
	'highlight',
	'hl',
	'alert',
	'textcolor',
]);

const opener =
	/\\(textcolor|href)\s*\{[^{}]{0,200}\}\s*\{|\\(textbf|textit|textsc|textsl|textrm|textsf|texttt|textup|textnormal|emph|underline|uline|ul|mkbibbold|mkbibemph|highlight|hl|alert|mbox)\s*\{|\{\\(bf|bfseries|it|itshape|em|sc|scshape|sl|rm|sf|tt)(?![a-zA-Z])\s*/y;

/** Uses one pass with a stack, so that nesting of any depth takes linear time. */
function withoutFonts(text: string): { text: string; strong: boolean } {
	const pieces: string[] = [];
	const open: { readonly piece: number; readonly font: boolean }[] = [];
	const end = text.replace(/(?<![\s}])[\s}]+$/, '').length;
	let strong = false;
	let firstText = Number.POSITIVE_INFINITY;
	let lastSeparator = -1;
	for (let at = 0; at < text.length; ) {
		const font = matchAt(opener, text, at);
		if (font) {
			strong ||= strongCommands.has(font[1] ?? font[2] ?? font[3] ?? '');
			open.push({ piece: pieces.push('') - 1, font: true });
			at += font[0].length;
			continue;
		}
		const piece = text.slice(at, at + (text.charAt(at) === '\\' ? 2 : 1));
		const frame = piece === '}' ? open.pop() : undefined;
		if (frame?.font) {
			const whole = at >= end && firstText >= frame.piece;
			if (!whole && lastSeparator > frame.piece) {
				pieces[frame.piece] = '{';
				pieces.push('}');
			}
		} else {
			if (piece === '{') open.push({ piece: pieces.length, font: false });
			if (/[\s,]/.test(piece)) lastSeparator = pieces.length;
			firstText = Math.min(firstText, pieces.length);
			pieces.push(piece);
		}
		at += piece.length;
	}
	return { text: pieces.join(''), strong };
}
