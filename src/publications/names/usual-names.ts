import { decodeAccents } from '../../latex/accents.ts';
import { isBalancedToBibtex } from '../../latex/brackets.ts';
import { memoize } from '../../text/memoize.ts';
import type { Name, NameList } from './name.ts';
import { unmarked } from './name-marks.ts';
import { initialsBehind, separateNames } from './name-repair.ts';
import { eachOnce, type NameAlone, type NameIssue, nameAlone } from './parse-name.ts';

/**
 * The names of a list as nearly all are written: between single 'and's stand names that mean the same wherever they
 * stand. A library has the same ones over and over, so each is looked up as it is written, accents included. Null for
 * any other list, which `parseNames` reads step by step to the same end.
 */
export function usualNames(value: string, issue: NameIssue | undefined): NameList | null {
	const found: NameAlone[] = [];
	let etAl = false;
	for (const written of value.split(' and ')) {
		const one = usualName(written);
		if (one === null) return null;
		if (one === others) etAl = true;
		else found.push(one);
	}
	const names: Name[] = [];
	const once = eachOnce();
	for (const { name, issues } of found) {
		for (const about of issues) issue?.(...about);
		if (name) names.push(once(name));
	}
	return { names, etAl };
}

const others: NameAlone = { name: null, issues: [] };

/** Letters, and the signs of names and accents: nothing that separates names, or is told by looking at the whole list. */
const letters = /^(?:[A-Za-z\u00c0-\u02af\u1e00-\u1eff.'’`"^~{}-]|[\\,](?=[^,\\{} ])|, | (?=[^, ]))+$/;

const usualName = memoize((written): NameAlone | null => {
	if (!letters.test(written) || !isClosed(written) || /^and\b|\band$|\\and/i.test(written)) return null;
	const { names, separator, etAl } = separateNames(decodeAccents(written), false);
	const [only] = names;
	if (separator || names.length > 1) return null;
	if (only === undefined) return etAl ? others : null;
	const { text, strong, marks } = unmarked(only);
	if (etAl || strong || marks.length > 0 || text.includes('\\')) return null;
	// Initials behind a name may mean something beside other names.
	return !text.includes(',') && initialsBehind(text, true) ? null : nameAlone(text);
});

/** Whether each brace has its own, and no command stands open at the end, where it would take the blank behind it. */
function isClosed(written: string): boolean {
	return isBalancedToBibtex(written) && !/\\(?!["'.`^~][A-Za-z])[^}]*$/.test(written);
}
