import { accentAlone, accented } from './commands/accent-table.ts';
import { commands } from './commands/latex-commands.ts';
import { letters, symbols } from './commands/letter-commands.ts';

/** Signs that keep their backslash: bare, they would mean something to whoever reads the value next. */
const kept = new Set(['{', '}', '\\', '$', '(', ')', '[', ']']);
const keptWords = new Set([
	'textbackslash',
	'textbraceleft',
	'textbraceright',
	'lbrace',
	'rbrace',
	'textdollar',
	'textasciitilde',
]);
const spacing: Readonly<Record<string, string>> = {
	' ': ' ',
	',': ' ',
	';': ' ',
	':': ' ',
	'-': '',
	'/': '',
	'@': '',
	'!': '',
};

/** A brace that is open: where it stands in the result, and what it turned out to be. */
interface Group {
	readonly at: number;
	/** BibTeX's 'special character': it begins with a command. */
	readonly special: boolean;
	/** The argument of an accent. */
	readonly argument: boolean;
	/** Holds something that only the braces keep together. */
	needed: boolean;
}

/**
 * Decodes LaTeX's accents, special letters and symbols to Unicode (NFC) and leaves everything else: braces that do
 * not belong to one, other commands, ties. For names and keys before they are split, so that a name's letters can
 * be seen: `{\'A}lvarez Garc{\'\i}a` → `Álvarez García`, `{Barnes {\&} Noble}` keeps its outer braces.
 */
export function decodeAccents(value: string): string {
	return value.includes('\\') ? decode(value).normalize('NFC') : value.normalize('NFC');
}

const word = /[A-Za-z]+/y;
const run = /[^\\{}$]+/y;

function decode(value: string): string {
	const pieces: string[] = [];
	const groups: Group[] = [];
	let marks: string[] = [];
	let offset = 0;

	const emit = (text: string): void => {
		if (marks.length > 0 && text !== '') {
			pieces.push(accented(text, marks));
			marks = [];
		} else pieces.push(text);
	};
	const need = (): void => {
		const group = groups.at(-1);
		if (group) group.needed = true;
	};
	const skipSpace = (): void => {
		while (/\s/.test(value[offset] ?? '')) offset++;
	};

	while (offset < value.length) {
		const character = value[offset] ?? '';
		if (character === '{') {
			groups.push({
				at: pieces.length,
				special: value[offset + 1] === '\\',
				argument: marks.length > 0,
				needed: false,
			});
			pieces.push('{');
			offset++;
		} else if (character === '}') {
			offset++;
			const alone = accentAlone(marks);
			if (marks.length > 0) pieces.push(alone === '~' ? '\\textasciitilde{}' : alone);
			marks = [];
			const group = groups.pop();
			if (group && (group.argument || (group.special && !group.needed))) pieces[group.at] = '';
			else {
				pieces.push('}');
				need();
			}
		} else if (character === '\\') {
			word.lastIndex = offset + 1;
			const name = word.exec(value)?.[0] ?? value[offset + 1] ?? '';
			const isWord = /^[A-Za-z]/.test(name);
			offset += 1 + name.length;
			const command = commands.get(name);
			if (command?.does === 'accent') {
				skipSpace();
				marks.push(command.mark);
			} else if (!isWord && !kept.has(name)) {
				const text = spacing[name] ?? (/\s/.test(name) ? ' ' : name);
				if (/[\s,]/.test(text)) need();
				emit(text);
			} else if (isWord && symbols.has(name) && !keptWords.has(name) && !isLogo(name)) {
				const text = symbols.get(name) ?? '';
				if (/\s/.test(text) || !letters.has(name)) need();
				emit(text);
				skipSpace();
				if (value.startsWith('{}', offset)) offset += 2;
			} else {
				need();
				marks = [];
				pieces.push(`\\${name}`);
			}
		} else if (character === '$' && value.indexOf('$', offset + 1) > 0) {
			// Mathematics has accents of its own.
			const end = value.indexOf('$', offset + 1) + 1;
			pieces.push(value.slice(offset, end));
			offset = end;
			need();
		} else {
			run.lastIndex = offset;
			const text = run.exec(value)?.[0] ?? character;
			offset += text.length;
			if (/[\s,~]/.test(text)) need();
			emit(marks.length > 0 ? text.trimStart() : text);
		}
	}
	return pieces.join('');
}

/** A command that prints plain words (`\LaTeX`): bare, they would run into the command before them. */
function isLogo(name: string): boolean {
	return /^[A-Za-z]+$/.test(symbols.get(name) ?? '');
}
